/** The cards in Korean: what people often get wrong. */
import type { CardWords } from '../../features/guide/card-words.ts';
import { number } from './words.ts';

export const cardWords: CardWords = {
  search: '카드 검색',
  sources: '출처',
  linkTo: (heading) => `“${heading}” 카드의 링크`,
  count: (cards) => `카드 ${number.format(cards)}장`,
  nothingFound: (query) => `“${query}”에 맞는 카드가 없어요. 다른 단어나 더 짧은 단어로 검색해 보세요.`,
  groups: {
    layers: '계층',
    tcp: 'TCP',
    sessions: '세션',
    tokens: '토큰',
    deploying: '배포',
    shop: '가게',
  },
  cards: {
    'state-is-what-is-remembered': {
      heading: '상태는 시스템이 기억하는 것이에요',
      text: '상태는 앞에서 일어난 일 가운데 기억해 둔 것이고, 다음 일의 결과를 바꿔요. 기억하지 않으면 모든 요청을 처음 온 요청처럼 처리해요. 이 수업들은 상태를 어디에 두는지, 사라지면 어떻게 되는지를 다뤄요.',
    },
    'whose-state-at-which-layer': {
      heading: '“상태가 있나요?”만으로는 부족해요',
      text: '상태 유지와 무상태는 한 계층의 프로토콜이나 구성 요소 하나를 두고 하는 말이에요. 서버는 아무것도 기억하지 않아도 데이터베이스는 주문을 모두 기억할 수 있어요. 어느 계층에 있는 누구의 상태인지 물어보세요.',
    },
    'http-and-tcp-are-no-rivals': {
      heading: 'HTTP와 TCP는 반대말이 아니에요',
      text: 'HTTP는 무상태라서 요청 하나하나를 따로 이해할 수 있어요. HTTP/1.1과 HTTP/2는 TCP로, HTTP/3은 QUIC으로 오가요. TCP와 QUIC은 양 끝이 연결을 기억하는 상태 유지 프로토콜이에요.',
    },
    'stateless-may-remember': {
      heading: '무상태여도 서버가 기억할 수 있어요',
      text: '무상태는 요청을 이해하는 데 앞의 요청이 필요 없다는 뜻이에요. 계정, 캐시, 로그는 저장해도 돼요. 쿠키를 쓰면 무상태인 HTTP 위에서 상태 유지 세션을 만들 수 있어요.',
    },
    'rest-asks-for-stateless': {
      heading: 'REST는 세션 상태를 클라이언트에 둬요',
      text: 'REST의 제약 조건 가운데 하나가 무상태예요. 요청마다 이해에 필요한 정보가 모두 있어야 해요. 서버는 저장해 둔 세션을 쓰지 않고, 세션 상태는 클라이언트에 있어요. 주문 같은 데이터는 저장해도 돼요.',
    },
    'a-connection-is-another-question': {
      heading: '연결을 열어 두어도 HTTP는 무상태예요',
      text: 'HTTP/1.1은 지속 연결로 여러 요청을 보내지만, 어떤 요청도 앞의 요청에 기대지 않아요. 연결 지향인지와 상태 유지인지는 서로 다른 문제예요.',
    },
    'http-versions-share-their-meaning': {
      heading: 'HTTP/2와 HTTP/3도 무상태예요',
      text: '요청의 의미는 모든 버전에서 같아요. 다만 그 아래에서는 상태를 유지해요. HTTP/2는 연결마다 표를 두고 헤더를 압축하고, HTTP/3은 QUIC 연결로 오가요.',
    },
    'reliability-is-another-question': {
      heading: '신뢰성은 또 다른 문제예요',
      text: 'UDP는 데이터그램의 도착도, 한 번만 도착하는 것도 보장하지 않아요. 하지만 UDP 위의 QUIC은 양 끝이 연결을 기억하는 상태 유지 프로토콜이에요. 아래 계층이 무상태라고 위 계층까지 무상태인 것은 아니에요.',
    },
    'udp-is-little-mechanism': {
      heading: 'UDP는 단순할 뿐, 빠르다는 뜻은 아니에요',
      text: 'UDP의 목표는 프로토콜 기능을 최소로 줄이는 것이었어요. 기능이 적다고 늘 빠른 것은 아니에요. 혼잡 제어가 없어서, 많이 보내는 애플리케이션은 직접 구현해야 해요.',
    },
    'udp-has-no-requests': {
      heading: 'UDP에는 요청도 응답도 없어요',
      text: 'UDP는 데이터그램을 하나씩 보내요. RFC 768은 UDP를 트랜잭션 지향이라고 하지만, 무엇이 무엇의 응답인지는 애플리케이션이 정해요. HTTP 메시지도 패킷이 아니에요. TCP로 보낼 때는 바이트 흐름의 일부예요.',
    },
    'tls-is-left-out': {
      heading: '이 그림에는 TLS가 빠져 있어요',
      text: '쿠키에 Secure가 있지만 메시지를 평문으로 보여 줘요. 실제 네트워크에서는 TLS로 암호화해서 양 끝만 읽을 수 있어요. 여기서는 내용을 볼 수 있게 생략했어요.',
    },
    'tickets-and-syn-cookies': {
      heading: 'TLS와 TCP에도 같은 문제가 있어요',
      text: 'TLS 1.3의 세션 티켓은 서버 메모리를 찾는 키이거나, 클라이언트가 보관하는 암호화된 상태예요. SYN 쿠키를 쓰는 서버는 아직 성립되지 않은 연결의 정보를 순서 번호에만 담아요.',
    },
    'quic-connections-migrate': {
      heading: 'QUIC 연결은 네트워크가 바뀌어도 이어져요',
      text: 'TCP는 IP 주소와 포트로 연결을 구별해서, 휴대전화의 네트워크가 바뀌면 끊겨요. QUIC은 연결 ID로 구별해서 계속 이어져요. 하지만 상태는 양 끝에 있어서, 패킷이 같은 서버로 가야 해요.',
    },
    'handshake-has-three-segments': {
      heading: '세그먼트는 셋, 성립하는 순간은 둘이에요',
      text: '두 번째 세그먼트는 SYN과 ACK 두 개가 아니라 SYN,ACK 하나예요. 클라이언트는 SYN,ACK를 받을 때, 서버는 마지막 ACK를 받을 때 ESTABLISHED가 돼요. 그사이에는 양 끝의 상태가 다르고, 정상이에요.',
    },
    'lost-connection-is-not-resumed': {
      heading: '끊긴 TCP 연결은 다시 이어지지 않아요',
      text: '재시작한 호스트는 이전 연결을 모르기 때문에 RST로 답해요. TCP는 끊긴 연결을 이어 주지 않아요. 다시 연결하고, 어디까지 처리됐는지 확인하는 것은 애플리케이션의 몫이에요.',
    },
    'session-is-no-login': {
      heading: '세션이 곧 로그인은 아니에요',
      text: '로그인하지 않고 장바구니만 써도 세션이 시작될 수 있어요. 세션은 로그아웃이나 타임아웃으로 서버에서 끝나요. 창을 닫는다고 서버의 세션이 끝나지는 않아요.',
    },
    'cookie-or-server-memory': {
      heading: '“쿠키에 있다”와 “서버에 있다”는 정반대예요',
      text: '데이터를 쿠키에 담으면 클라이언트가 보관하고, 그 사이트로 보내는 요청에 담아 보내요. 세션 ID만 쿠키에 담으면 데이터는 서버 쪽에 있어요. 서버는 그 ID로 데이터를 찾아요.',
    },
    'session-id-is-a-password': {
      heading: '유효한 세션 ID는 비밀번호나 다름없어요',
      text: '세션 ID는 아무 뜻이 없는 무작위 값이고, 추측할 수 없도록 엔트로피가 64비트 이상이어야 해요. 세션 ID를 훔친 사람은 세션이 끝날 때까지 그 사용자로 인식돼요.',
    },
    'login-renews-the-id': {
      heading: '로그인하면 세션 ID를 새로 만들어야 해요',
      text: '그러지 않으면 미리 ID를 심어 둔 공격자도 피해자로 로그인돼요. 이것이 세션 고정 공격이에요. HttpOnly는 XSS로 새 ID를 읽지 못하게, SameSite는 CSRF에 쓰지 못하게 도와요.',
    },
    'how-an-id-is-planted': {
      heading: '공격자가 세션 ID를 심는 방법',
      text: '쿠키가 아직 없으면 HttpOnly를 써도 XSS로 심을 수 있어요. 하위 도메인에서 심거나, 링크의 세션 ID를 받는 사이트라면 링크로도 심어요. 로그인할 때 ID를 새로 만들면 심어 둔 ID는 쓸모없어져요.',
    },
    'httponly-stops-theft-not-xss': {
      heading: 'HttpOnly는 XSS가 아니라 쿠키 도난을 막아요',
      text: 'XSS가 있으면 공격자의 스크립트가 사이트의 페이지에서 동작해요. HttpOnly 쿠키는 스크립트가 읽을 수 없어요. 하지만 스크립트가 요청을 보내면 브라우저가 쿠키를 함께 보내요.',
    },
    'samesite-stops-csrf': {
      heading: 'SameSite는 CSRF를 줄여요',
      text: 'CSRF는 다른 사이트가 사용자의 브라우저로 쿠키가 담긴 요청을 보내게 하는 공격이에요. SameSite=Lax면 다른 사이트의 POST에는 쿠키를 보내지 않지만, 링크를 누르면 보내요. 그래서 CSRF 토큰도 함께 써요.',
    },
    'accounts-survive': {
      heading: '장애로 사라지는 것은 세션이지 계정이 아니에요',
      text: '계정, 가격, 주문은 데이터베이스에 있어요. 서버의 메모리가 사라져도 다시 로그인하면 돼요. 다시 가입할 필요는 없어요.',
    },
    'crash-loses-only-copies': {
      heading: '장애가 나면 사본이 없는 것만 사라져요',
      text: '세션이 그 서버의 메모리에만 있었다면 잃어요. 다른 서버나 저장소에도 있다면 세션은 남아요.',
    },
    'stickiness-copies-nothing': {
      heading: '스티키 세션은 아무것도 복제하지 않아요',
      text: '로드 밸런서가 늘 같은 서버로 보내 줄 뿐이에요. 그 서버에 장애가 나면 다른 서버로 보내는데, 그 서버에는 세션이 없어요.',
    },
    'shared-store-moves-the-state': {
      heading: '공유 저장소를 쓰면 서버만 무상태예요',
      text: '상태가 저장소로 옮겨 갔을 뿐이고, 저장소에도 장애가 날 수 있어요. 비동기로 복제하면, 저장됐다고 답한 것도 주 저장소의 장애로 잃을 수 있어요.',
    },
    'last-write-wins': {
      heading: '탭 두 개, 세션 하나: 나중 것이 덮어써요',
      text: '요청 두 개가 같은 세션을 읽고, 고치고, 다시 저장해요. 나중에 저장한 것이 먼저 것을 덮어써요. 이것이 갱신 손실이에요. 버전 번호를 비교해 오래된 버전의 저장을 거부하면 막을 수 있어요.',
    },
    'in-flight-is-unknown': {
      heading: '서버가 무상태라도 장애는 여전히 문제예요',
      text: '처리 중이던 요청이 어디까지 처리됐는지 알 수 없어요. 멱등하지 않은 요청은 자동으로 재시도하면 안 돼요. 멱등성 키가 없으면, 재시도하면 두 번 결제될 수 있어요.',
    },
    'signed-is-readable': {
      heading: '토큰을 가진 사람은 누구나 읽어요',
      text: '서명은 암호화가 아니에요. 토큰을 가진 사람은 내용을 그대로 읽을 수 있어요. 서명은 위변조를 알아내게 할 뿐, 내용을 숨기지 않아요. 토큰에 비밀을 담지 마세요.',
    },
    'token-replaces-the-session-only': {
      heading: '토큰이 대신하는 것은 세션뿐이에요',
      text: '토큰을 쓰면 서버가 세션을 저장하지 않아도 돼요. 계정은 여전히 데이터베이스에 있고, 로그인할 때는 데이터베이스에서 비밀번호를 확인해요.',
    },
    'checking-a-token-is-more': {
      heading: '토큰 확인은 서명 확인에서 끝나지 않아요',
      text: '만료되지 않았는지, 허용한 알고리즘인지, 이 서비스를 대상으로 발급했는지도 확인해요. 그다음 이 사용자에게 권한이 있는지 따로 확인해요.',
    },
    'stateless-has-its-price': {
      heading: '“무상태는 서버 부담을 줄인다”는 절반만 맞아요',
      text: '저장소를 조회하지 않는 대신 요청이 커지고, 요청마다 서명을 확인해야 해요. 바로 로그아웃시키려면 차단 목록, 사용자별 기준 시각, 발급자 조회처럼 상태가 필요해요. 그러면 더는 완전한 무상태가 아니에요.',
    },
    'ticket-and-wristband': {
      heading: '세션은 메모, 토큰은 서명된 손목띠',
      text: '세션은 서버가 가진 메모예요. 세션 ID는 메모의 번호라서, 메모가 없으면 쓸모없어요. 토큰은 서명된 손목띠예요. 누구이고 무엇을 해도 되는지 띠에 적혀 있어서, 서버는 서명만 확인하면 돼요.',
    },
    'token-or-cookie-are-two-questions': {
      heading: '세션인지 토큰인지, 쿠키인지 헤더인지는 달라요',
      text: '앞의 것은 상태를 어디에 두는지, 뒤의 것은 어떻게 보내는지의 문제예요. 토큰을 쿠키에 담을 수도 있고, 세션 ID를 헤더에 담을 수도 있어요.',
    },
    'where-a-browser-keeps-a-token': {
      heading: '브라우저는 토큰을 어디에 저장해야 할까요?',
      text: 'localStorage는 사이트의 모든 스크립트가 읽을 수 있어서, XSS 하나로 토큰을 도난당해요. HttpOnly 쿠키는 스크립트가 읽을 수 없어요. 대신 브라우저가 자동으로 보내므로 CSRF를 막아야 해요.',
    },
    'shared-secret-or-public-key': {
      heading: '공유 키가 유출되면 관리자 토큰도 위조돼요',
      text: '공유 키(HS256)를 쓰면 토큰을 확인하는 서버가 토큰을 만들 수도 있어요. 공유 키를 훔친 공격자도 마찬가지예요. 공개 키 서명이면 확인만 하는 서버에는 공개 키만 있어서, 유출돼도 토큰을 만들 수 없어요.',
    },
    'a-deploy-is-a-planned-crash': {
      heading: '배포는 계획된 장애예요',
      text: '롤링 배포는 서버를 한 대씩 드레인해요. 처리 중인 요청을 끝내고 종료하므로 요청은 잃지 않지만, 메모리의 세션은 사라져요. 세션을 서버 밖에 두지 않으면 배포할 때마다 사용자가 로그아웃돼요.',
    },
    'websockets-stay-on-one-server': {
      heading: '웹소켓은 클라이언트를 한 서버에 묶어요',
      text: '웹소켓은 오래 열어 두는 연결 하나예요. 배포할 때 상태 코드 1001로 닫으면, 클라이언트는 다른 서버에 다시 연결해요. 이전 서버가 기억하던 것은 다른 곳에 저장해 두거나 다시 만들어야 해요.',
    },
    'serverless-keeps-nothing': {
      heading: '서버리스 함수는 무상태를 전제로 해요',
      text: '서버리스 함수의 환경은 요청이 끝나면 언제든 사라질 수 있어요. 그래서 세션은 데이터베이스, 저장소, 토큰에 둬요. 환경을 재사용할 때 남아 있는 데이터는 캐시로만 써야 해요.',
    },
    'kubernetes-replaces-pods': {
      heading: '쿠버네티스에서 서버는 언제든 교체돼요',
      text: '배포나 장애가 있거나 노드가 빠지면 파드를 교체하고, 새 파드의 메모리는 비어 있어요. Deployment는 무상태 서버에 알맞아요. StatefulSet은 파드마다 고정된 이름과 저장 공간을 줘서 데이터베이스나 저장소에 알맞아요.',
    },
    'server-works-it-out': {
      heading: '총금액은 서버가 계산해요',
      text: '3,000원짜리 두 개가 6,000원이라는 계산은 요청에 모든 것이 있어도 서버가 해요. 가격은 데이터베이스에서 읽고, 클라이언트가 보낸 가격은 쓰지 않아요.',
    },
    'complete-is-not-trusted': {
      heading: '요청에 다 있어도 다 믿으면 안 돼요',
      text: '요청에 필요한 것이 다 있다는 말이지, 모두 사실이라는 뜻은 아니에요. 값이 올바른지, 권한이 있는지는 서버가 매번 확인해야 해요.',
    },
  },
};
