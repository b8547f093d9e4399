/** The glossary in Korean. */
import type { GlossaryWords } from '../../features/guide/glossary/glossary-words.ts';
import { number } from './words.ts';

/** Particles, and what makes a verb of a noun: 세션을, 서버에서는, 만료됐어요. */
const particle =
  '은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|이나|나|이라|라|이에요|예요';
const verbal = '(?:하|해|했|한|할|되|돼|됐|된|될)[가-힣]*';

export const glossaryWords: GlossaryWords = {
  secondLanguage: 'en',
  search: '용어 찾기',
  count: (terms) => `용어 ${number.format(terms)}개`,
  nothingFound: (query) => `“${query}”에 맞는 용어가 없어요. 다른 말이나 더 짧은 말로 찾아보세요.`,
  inGlossary: '용어집에서 보기',
  endings: `(?:(?:${particle}){1,2}|${verbal})`,
  terms: {
    state: {
      term: '상태',
      inSecondLanguage: 'state',
      meaning: '앞서 일어난 일 가운데 남겨 둔 것이에요. 다음에 일어날 일이 그것에 따라 달라져요.',
      forms: [],
    },
    stateful: {
      term: '상태 유지',
      inSecondLanguage: 'stateful',
      meaning: '앞서 기억해 둔 것에 기대요. 기억이 사라지면 요청을 알아들을 수 없어요.',
      forms: ['상태 유지'],
    },
    stateless: {
      term: '무상태',
      inSecondLanguage: 'stateless',
      meaning: '요청 하나하나를 따로 떼어 이해할 수 있어요. 기억해 둔 것이 없어도 돼요.',
      forms: ['무상태'],
    },
    session: {
      term: '세션',
      inSecondLanguage: 'session',
      meaning:
        '서버 쪽이 한 방문자에 대해 기억하는 것이에요. 첫 요청부터 로그아웃이나 시간 제한까지 이어져요.',
      forms: ['세션'],
    },
    'session-id': {
      term: '세션 ID',
      inSecondLanguage: 'session ID',
      meaning:
        '서버가 세션을 찾는 데 쓰는, 아무 뜻 없는 무작위 값이에요. 클라이언트가 대개 쿠키에 담아 함께 보내요.',
      forms: ['세션 ID'],
    },
    'session-store': {
      term: '세션 저장소',
      inSecondLanguage: 'session store',
      meaning: '서버들 곁에서 모든 서버의 세션을 대신 맡아 두는 기계예요.',
      forms: ['세션 저장소', '공유 저장소', '저장소'],
    },
    'sticky-session': {
      term: '스티키 세션',
      inSecondLanguage: 'sticky session',
      meaning: '로드 밸런서가 클라이언트를 처음 보낸 서버로 계속 보내는 방식이에요. 복제되는 것은 없어요.',
      forms: ['스티키 세션'],
    },
    'session-fixation': {
      term: '세션 고정 공격',
      inSecondLanguage: 'session fixation',
      meaning:
        '공격자가 자기가 아는 세션 ID를 심어 두고 피해자가 그것으로 로그인하기를 기다려요. 로그인할 때 새 ID를 만들면 막을 수 있어요.',
      forms: ['세션 고정 공격'],
    },
    cookie: {
      term: '쿠키',
      inSecondLanguage: 'cookie',
      meaning: '서버가 브라우저에 맡기는 짧은 글이에요. 브라우저는 그 뒤의 요청마다 그것을 돌려보내요.',
      forms: ['쿠키'],
    },
    token: {
      term: '토큰',
      inSecondLanguage: 'token',
      meaning:
        '클라이언트가 누구인지, 무엇을 해도 되는지 증명하려고 보여 주는 것이에요. 서명된 토큰은 스스로 말해 주기 때문에 따로 찾아볼 것이 없어요.',
      forms: ['토큰', '서명된 토큰'],
    },
    signature: {
      term: '서명',
      inSecondLanguage: 'signature',
      meaning:
        '글과 키로 계산한 값이에요. 키가 없는 사람이 글을 고치지 않았다는 것을 보여 주지만, 글을 숨기지는 않아요.',
      forms: ['서명'],
    },
    'signing-key': {
      term: '서명 키',
      inSecondLanguage: 'signing key',
      meaning: '서버가 토큰에 서명하고 그 서명을 확인하는 데 쓰는 비밀이에요.',
      forms: ['서명 키'],
    },
    tampering: {
      term: '위변조',
      inSecondLanguage: 'tampering',
      meaning: '고칠 권리가 없는 메시지나 토큰을 고치는 일이에요. 서명이 있으면 들통나요.',
      forms: ['위변조'],
    },
    expiry: {
      term: '만료',
      inSecondLanguage: 'expiry',
      meaning: '이때부터 세션이나 토큰을 받아 주지 않아요.',
      forms: ['만료'],
    },
    revocation: {
      term: '폐기',
      inSecondLanguage: 'revocation',
      meaning: '만료되기 전에 토큰을 쓸모없게 만드는 일이에요.',
      forms: ['폐기'],
    },
    'deny-list': {
      term: '차단 목록',
      inSecondLanguage: 'deny-list',
      meaning: '폐기한 토큰의 목록이에요. 모든 서버가 여기를 찾아봐야 하니 다시 상태가 생겨요.',
      forms: ['차단 목록'],
    },
    'refresh-token': {
      term: '리프레시 토큰',
      inSecondLanguage: 'refresh token',
      meaning: '토큰이 만료됐을 때 새 토큰을 받는 데 써요. 서버 쪽이 보관하니 다시 상태가 생겨요.',
      forms: ['리프레시 토큰'],
    },
    'load-balancer': {
      term: '로드 밸런서',
      inSecondLanguage: 'load balancer',
      meaning: '요청을 모두 받아 하나하나를 서버 가운데 한 대에 넘겨줘요.',
      forms: ['로드 밸런서'],
    },
    'health-check': {
      term: '헬스 체크',
      inSecondLanguage: 'health check',
      meaning:
        '로드 밸런서가 서버마다 살아 있는지 거듭 물어보는 일이에요. 답하지 못한 서버에는 요청을 보내지 않아요.',
      forms: ['헬스 체크'],
    },
    'round-robin': {
      term: '라운드 로빈',
      inSecondLanguage: 'round robin',
      meaning: '요청을 서버에 차례대로 돌아가며 보내는 방식이에요.',
      forms: ['라운드 로빈'],
    },
    replica: {
      term: '복제본',
      inSecondLanguage: 'replica',
      meaning: '다른 기계에 둔 사본이에요. 원래 것을 대신할 수 있어요.',
      forms: ['복제본', '복사본'],
    },
    replication: {
      term: '복제',
      inSecondLanguage: 'replication',
      meaning:
        '한곳에 쓴 것을 다른 곳에도 옮겨 두는 일이에요. 아직 옮기지 못한 것은 원래 것과 함께 사라져요.',
      forms: ['복제', '세션 복제'],
    },
    failover: {
      term: '장애 조치',
      inSecondLanguage: 'failover',
      meaning: '고장 난 기계의 일을 다른 기계가 이어받는 일이에요.',
      forms: ['장애 조치'],
    },
    'scale-out': {
      term: '수평 확장(스케일 아웃)',
      inSecondLanguage: 'scaling out',
      meaning: '서버 한 대를 키우는 대신 서버 수를 늘리는 일이에요.',
      forms: ['수평 확장', '스케일 아웃'],
    },
    ttl: {
      term: 'TTL',
      inSecondLanguage: 'TTL (time to live)',
      meaning: '항목을 얼마 동안 둘지 정한 시간이에요. 지나면 저장소가 스스로 지워요.',
      forms: ['TTL'],
    },
    eviction: {
      term: '축출',
      inSecondLanguage: 'eviction',
      meaning: '가득 찬 저장소가 자리를 만들려고 항목을 내보내는 일이에요.',
      forms: ['축출'],
    },
    timeout: {
      term: '시간 제한',
      inSecondLanguage: 'timeout',
      meaning: '이만큼 지나면 답이든 방문자든 더 기다리지 않아요.',
      forms: ['시간 제한'],
    },
    database: {
      term: '데이터베이스',
      inSecondLanguage: 'database',
      meaning: '계정, 가격, 주문, 결제처럼 세션보다 오래가는 것을 보관해요.',
      forms: ['데이터베이스'],
    },
    idempotence: {
      term: '멱등성',
      inSecondLanguage: 'idempotence',
      meaning: '여러 번 해도 한 번 한 것과 결과가 같은 성질이에요. 그럴 때만 요청을 저절로 다시 보내도 돼요.',
      forms: ['멱등성'],
    },
    'idempotency-key': {
      term: '멱등성 키',
      inSecondLanguage: 'idempotency key',
      meaning: '요청 하나에 붙인 이름이에요. 본 적 있는 키라면 서버는 다시 하지 않고 처음 답을 돌려줘요.',
      forms: ['멱등성 키'],
    },
    connection: {
      term: '연결',
      inSecondLanguage: 'connection',
      meaning: 'TCP로 이야기하는 양 끝이 서로에 대해 기억하는 것이에요. 주소, 포트, 순서 번호가 들어 있어요.',
      forms: ['연결'],
    },
    'persistent-connection': {
      term: '지속 연결',
      inSecondLanguage: 'persistent connection',
      meaning: '다음 요청을 위해 열어 두는 연결이에요. 그래도 HTTP는 무상태예요.',
      forms: ['지속 연결'],
    },
    connectionless: {
      term: '비연결성',
      inSecondLanguage: 'connectionless',
      meaning: '보내기 전에 아무것도 약속하지 않아요. 무상태와 같은 말은 아니에요.',
      forms: ['비연결성'],
    },
    handshake: {
      term: '3방향 핸드셰이크',
      inSecondLanguage: 'three-way handshake',
      meaning: 'SYN, SYN,ACK, ACK 세 세그먼트로 TCP 연결을 여는 일이에요.',
      forms: ['3방향 핸드셰이크', '핸드셰이크', 'SYN'],
    },
    'four-way-close': {
      term: '4방향 종료',
      inSecondLanguage: 'four-way close',
      meaning: 'TCP의 양 끝이 더 보낼 것이 없으면 FIN을 보내고, 상대가 그것을 확인해 줘요.',
      forms: ['4방향 종료', 'FIN'],
    },
    segment: {
      term: '세그먼트',
      inSecondLanguage: 'segment',
      meaning: 'TCP가 보내는 단위예요. 순서 번호가 든 헤더와 바이트 흐름의 한 토막으로 되어 있어요.',
      forms: ['세그먼트'],
    },
    'sequence-number': {
      term: '순서 번호',
      inSecondLanguage: 'sequence number',
      meaning: 'TCP로 보내는 바이트를 세는 번호예요. 상대는 이것으로 순서를 맞추고 빠진 것을 알아내요.',
      forms: ['순서 번호'],
    },
    acknowledgment: {
      term: '확인 응답(ACK)',
      inSecondLanguage: 'acknowledgment (ACK)',
      meaning: '다음에 받을 바이트의 번호를 알려 줘요. 그 앞까지는 모두 받았다는 뜻이에요.',
      forms: ['확인 응답', 'ACK'],
    },
    retransmission: {
      term: '재전송',
      inSecondLanguage: 'retransmission',
      meaning: '제때 확인받지 못한 것을 같은 순서 번호로 다시 보내는 일이에요.',
      forms: ['재전송'],
    },
    reset: {
      term: '재설정(RST)',
      inSecondLanguage: 'reset (RST)',
      meaning: '그런 연결은 없다고 알려 주는 세그먼트예요. 받은 쪽은 바로 연결을 포기해요.',
      forms: ['RST'],
    },
    datagram: {
      term: '데이터그램',
      inSecondLanguage: 'datagram',
      meaning: 'UDP가 보내는 단위예요. 하나로 끝나는 메시지이고, 도착했는지는 아무도 알려 주지 않아요.',
      forms: ['데이터그램'],
    },
    nat: {
      term: 'NAT(네트워크 주소 변환)',
      inSecondLanguage: 'NAT (network address translation)',
      meaning: '공유기 하나 뒤에 있는 모두가 밖에서는 한 주소로 보여요.',
      forms: ['NAT'],
    },
  },
};
