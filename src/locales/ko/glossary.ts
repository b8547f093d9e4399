/** The glossary in Korean. */
import type { GlossaryWords } from '../../features/guide/glossary/glossary-words.ts';
import { number } from './words.ts';

/** Particles, and what makes a verb of a noun: 세션을, 서버에서는, 만료됐어요. */
const particle =
  '은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|이나|나|이라|라|이에요|예요';
const verbal = '(?:하|해|했|한|할|되|돼|됐|된|될)[가-힣]*';

export const glossaryWords: GlossaryWords = {
  secondLanguage: 'en',
  search: '용어 검색',
  count: (terms) => `용어 ${number.format(terms)}개`,
  nothingFound: (query) => `“${query}”에 맞는 용어가 없어요. 다른 단어나 더 짧은 단어로 검색해 보세요.`,
  inGlossary: '용어집에서 보기',
  endings: `(?:(?:${particle}){1,2}|${verbal})`,
  terms: {
    state: {
      term: '상태',
      inSecondLanguage: 'state',
      meaning: '앞에서 일어난 일 가운데 기억해 둔 것이에요. 다음 일의 결과가 상태에 따라 달라져요.',
      forms: [],
    },
    stateful: {
      term: '상태 유지',
      inSecondLanguage: 'stateful',
      meaning: '앞의 요청을 기억해야 다음 요청을 이해할 수 있어요. 상태가 사라지면 요청을 이해할 수 없어요.',
      forms: ['상태 유지'],
    },
    stateless: {
      term: '무상태',
      inSecondLanguage: 'stateless',
      meaning: '요청 하나하나를 따로 이해할 수 있어요. 앞의 요청을 기억하지 않아도 돼요.',
      forms: ['무상태'],
    },
    session: {
      term: '세션',
      inSecondLanguage: 'session',
      meaning:
        '서버 쪽이 방문자 한 명에 대해 기억하는 것이에요. 첫 요청부터 로그아웃이나 타임아웃까지 이어져요.',
      forms: ['세션'],
    },
    'session-id': {
      term: '세션 ID',
      inSecondLanguage: 'session ID',
      meaning:
        '서버가 세션을 찾을 때 쓰는, 아무 뜻 없는 무작위 값이에요. 클라이언트가 보통 쿠키에 담아 보내요.',
      forms: ['세션 ID'],
    },
    'session-store': {
      term: '세션 저장소',
      inSecondLanguage: 'session store',
      meaning: '모든 서버가 함께 쓰는 세션 전용 저장소예요.',
      forms: ['세션 저장소', '공유 저장소', '저장소'],
    },
    'sticky-session': {
      term: '스티키 세션',
      inSecondLanguage: 'sticky session',
      meaning: '로드 밸런서가 클라이언트를 처음 서버로 계속 보내는 방식이에요. 세션을 복제하지는 않아요.',
      forms: ['스티키 세션'],
    },
    'session-fixation': {
      term: '세션 고정 공격',
      inSecondLanguage: 'session fixation',
      meaning:
        '공격자가 자기가 아는 세션 ID를 심어 두고 피해자의 로그인을 기다리는 공격이에요. 로그인할 때 새 ID를 만들면 막을 수 있어요.',
      forms: ['세션 고정 공격'],
    },
    cookie: {
      term: '쿠키',
      inSecondLanguage: 'cookie',
      meaning:
        '서버가 브라우저에 저장시키는 짧은 텍스트예요. 브라우저는 그 사이트와 경로로 요청할 때 함께 보내요.',
      forms: ['쿠키'],
    },
    token: {
      term: '토큰',
      inSecondLanguage: 'token',
      meaning:
        '사용자가 누구이고 무엇을 해도 되는지 증명하는 데이터예요. 서명된 토큰이면 서버가 따로 조회하지 않아도 돼요.',
      forms: ['토큰', '서명된 토큰'],
    },
    signature: {
      term: '서명',
      inSecondLanguage: 'signature',
      meaning:
        '텍스트와 키로 계산한 값이에요. 텍스트가 위변조되지 않았는지 확인할 수 있지만, 내용을 숨기지는 않아요.',
      forms: ['서명'],
    },
    'signing-key': {
      term: '서명 키',
      inSecondLanguage: 'signing key',
      meaning:
        '서버가 토큰에 서명할 때 쓰는 비밀 키예요. 서명은 같은 키로 확인하거나, 서명할 수는 없는 공개 키로 확인해요.',
      forms: ['서명 키'],
    },
    tampering: {
      term: '위변조',
      inSecondLanguage: 'tampering',
      meaning: '메시지나 토큰을 권한 없이 고치는 일이에요. 서명을 확인하면 알아낼 수 있어요.',
      forms: ['위변조'],
    },
    expiry: {
      term: '만료',
      inSecondLanguage: 'expiry',
      meaning: '유효 기간이 끝나는 것이에요. 만료된 세션이나 토큰은 받지 않아요.',
      forms: ['만료'],
    },
    revocation: {
      term: '폐기',
      inSecondLanguage: 'revocation',
      meaning: '만료되기 전에 토큰을 무효로 만드는 일이에요.',
      forms: ['폐기'],
    },
    'deny-list': {
      term: '차단 목록',
      inSecondLanguage: 'deny list',
      meaning: '폐기한 토큰을 적어 둔 목록이에요. 모든 서버가 조회해야 하므로 다시 상태가 생겨요.',
      forms: ['차단 목록'],
    },
    'refresh-token': {
      term: '리프레시 토큰',
      inSecondLanguage: 'refresh token',
      meaning:
        '토큰이 만료됐을 때 새 토큰을 받는 데 써요. 폐기하거나 한 번만 쓰이게 하려면 서버 쪽에 기록을 남겨야 하므로 다시 상태가 생겨요.',
      forms: ['리프레시 토큰'],
    },
    'load-balancer': {
      term: '로드 밸런서',
      inSecondLanguage: 'load balancer',
      meaning: '요청을 모두 받아서 서버 한 대를 골라 전달해요.',
      forms: ['로드 밸런서'],
    },
    'health-check': {
      term: '헬스 체크',
      inSecondLanguage: 'health check',
      meaning:
        '로드 밸런서가 서버마다 살아 있는지 주기적으로 확인하는 일이에요. 응답하지 않는 서버에는 요청을 보내지 않아요.',
      forms: ['헬스 체크'],
    },
    'round-robin': {
      term: '라운드 로빈',
      inSecondLanguage: 'round robin',
      meaning: '요청을 서버마다 차례대로 돌아가며 보내는 방식이에요.',
      forms: ['라운드 로빈'],
    },
    replica: {
      term: '복제본',
      inSecondLanguage: 'replica',
      meaning: '다른 머신에 둔 사본이에요. 주 저장소를 대신할 수 있어요.',
      forms: ['복제본'],
    },
    replication: {
      term: '복제',
      inSecondLanguage: 'replication',
      meaning:
        '한 곳에 저장한 것을 다른 곳에도 저장하는 일이에요. 아직 복제하지 않은 것은 장애가 나면 사라져요.',
      forms: ['복제', '세션 복제'],
    },
    failover: {
      term: '장애 조치',
      inSecondLanguage: 'failover',
      meaning: '장애가 난 머신의 일을 다른 머신이 이어받는 일이에요.',
      forms: ['장애 조치'],
    },
    'scale-out': {
      term: '수평 확장(스케일 아웃)',
      inSecondLanguage: 'scaling out',
      meaning: '서버 한 대의 성능을 높이는 대신 서버 수를 늘리는 일이에요.',
      forms: ['수평 확장', '스케일 아웃'],
    },
    ttl: {
      term: 'TTL',
      inSecondLanguage: 'TTL (time to live)',
      meaning: '항목을 저장해 두는 시간이에요. 지나면 저장소가 자동으로 지워요.',
      forms: ['TTL'],
    },
    eviction: {
      term: '축출',
      inSecondLanguage: 'eviction',
      meaning: '저장소가 가득 찼을 때 공간을 만들려고 항목을 지우는 일이에요.',
      forms: ['축출'],
    },
    timeout: {
      term: '타임아웃',
      inSecondLanguage: 'timeout',
      meaning: '정해진 시간이 지나면 응답이나 다음 요청을 더 기다리지 않는 것이에요.',
      forms: ['타임아웃'],
    },
    database: {
      term: '데이터베이스',
      inSecondLanguage: 'database',
      meaning: '계정, 가격, 주문, 결제처럼 세션보다 오래 남길 데이터를 저장해요.',
      forms: ['데이터베이스'],
    },
    idempotence: {
      term: '멱등성',
      inSecondLanguage: 'idempotence',
      meaning:
        '여러 번 요청해도 결과가 한 번 요청한 것과 같은 성질이에요. 멱등한 요청만 자동으로 재시도할 수 있어요.',
      forms: ['멱등성'],
    },
    'idempotency-key': {
      term: '멱등성 키',
      inSecondLanguage: 'idempotency key',
      meaning:
        '요청 하나에 붙인 고유한 키예요. 이미 처리한 키라면 서버는 다시 처리하지 않고 첫 번째 결과를 돌려줘요.',
      forms: ['멱등성 키'],
    },
    connection: {
      term: '연결',
      inSecondLanguage: 'connection',
      meaning: 'TCP 통신의 양 끝이 서로에 대해 기억하는 정보예요. IP 주소, 포트, 순서 번호 등이 들어 있어요.',
      forms: ['연결'],
    },
    'persistent-connection': {
      term: '지속 연결',
      inSecondLanguage: 'persistent connection',
      meaning: '다음 요청을 위해 열어 두는 TCP 연결이에요. 그래도 HTTP는 무상태예요.',
      forms: ['지속 연결'],
    },
    connectionless: {
      term: '비연결성',
      inSecondLanguage: 'connectionless',
      meaning: '보내기 전에 연결을 만들지 않는 성질이에요. 무상태와 같은 말은 아니에요.',
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
      meaning: 'TCP의 양 끝이 각각 FIN을 보내고 ACK를 받아 연결을 닫는 일이에요.',
      forms: ['4방향 종료', 'FIN'],
    },
    segment: {
      term: '세그먼트',
      inSecondLanguage: 'segment',
      meaning: 'TCP가 보내는 단위예요. 순서 번호가 있는 헤더와 바이트 흐름의 일부로 되어 있어요.',
      forms: ['세그먼트'],
    },
    'sequence-number': {
      term: '순서 번호',
      inSecondLanguage: 'sequence number',
      meaning:
        'TCP로 보내는 바이트마다 매기는 번호예요. 상대는 순서 번호를 보고 순서를 맞추고 빠진 데이터를 알아내요.',
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
      meaning: '제때 ACK를 받지 못한 데이터를 같은 순서 번호로 다시 보내는 일이에요.',
      forms: ['재전송'],
    },
    reset: {
      term: '재설정(RST)',
      inSecondLanguage: 'reset (RST)',
      meaning: '그런 연결이 없거나, 연결을 중단했다고 알려 주는 세그먼트예요. 받은 쪽은 바로 연결을 끊어요.',
      forms: ['RST'],
    },
    datagram: {
      term: '데이터그램',
      inSecondLanguage: 'datagram',
      meaning: 'UDP가 보내는 단위예요. 서로 이어지지 않는 메시지이고, UDP는 도착했는지 알려 주지 않아요.',
      forms: ['데이터그램'],
    },
    nat: {
      term: 'NAT(네트워크 주소 변환)',
      inSecondLanguage: 'NAT (network address translation)',
      meaning: '공유기를 함께 쓰는 기기들이 밖에서는 IP 주소 하나로 보여요.',
      forms: ['NAT'],
    },
  },
};
