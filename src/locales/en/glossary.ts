/** The glossary in English. */
import type { GlossaryWords } from '../../features/guide/glossary/glossary-words.ts';
import { number } from './words.ts';

export const glossaryWords: GlossaryWords = {
  secondLanguage: 'ko',
  search: 'Search the glossary',
  count: (terms) => (terms === 1 ? '1 term' : `${number.format(terms)} terms`),
  nothingFound: (query) => `No term matches “${query}”. Try another word, or a shorter one.`,
  inGlossary: 'In the glossary',
  endings: '',
  terms: {
    state: {
      term: 'state',
      inSecondLanguage: '상태',
      meaning: 'What a system keeps from earlier events and uses later.',
      forms: [],
    },
    stateful: {
      term: 'stateful',
      inSecondLanguage: '상태 유지',
      meaning:
        'Depends on what was remembered from earlier requests. If that memory is lost, the next request can’t be understood.',
      forms: ['stateful'],
    },
    stateless: {
      term: 'stateless',
      inSecondLanguage: '무상태',
      meaning: 'Every request can be understood on its own, without earlier requests.',
      forms: ['stateless'],
    },
    session: {
      term: 'session',
      inSecondLanguage: '세션',
      meaning: 'What the servers remember of one visitor, from the first request until logout or a timeout.',
      forms: ['session', 'sessions'],
    },
    'session-id': {
      term: 'session ID',
      inSecondLanguage: '세션 ID',
      meaning:
        'A random value that names a session. The client sends it with its requests, usually in a cookie.',
      forms: ['session ID', 'session IDs'],
    },
    'session-store': {
      term: 'session store',
      inSecondLanguage: '세션 저장소',
      meaning: 'A machine that keeps sessions for all servers.',
      forms: ['session store', 'the store'],
    },
    'sticky-session': {
      term: 'sticky session',
      inSecondLanguage: '스티키 세션',
      meaning: 'The load balancer sends a client to the same server every time. Nothing is copied.',
      forms: ['sticky session', 'sticky sessions'],
    },
    'session-fixation': {
      term: 'session fixation',
      inSecondLanguage: '세션 고정 공격',
      meaning:
        'An attacker plants a known session ID and waits until the victim logs in with it. A new ID at login prevents it.',
      forms: ['session fixation'],
    },
    cookie: {
      term: 'cookie',
      inSecondLanguage: '쿠키',
      meaning:
        'A small text that a server gives a browser. The browser sends it back with later requests to that site.',
      forms: ['cookie', 'cookies'],
    },
    token: {
      term: 'token',
      inSecondLanguage: '토큰',
      meaning:
        'Proof of who a client is and what it may do. A signed token says that itself, without a lookup.',
      forms: ['token', 'tokens', 'signed token', 'signed tokens'],
    },
    signature: {
      term: 'signature',
      inSecondLanguage: '서명',
      meaning:
        'Computed from a text with a key. It shows that no one without the key has changed the text, and hides nothing.',
      forms: ['signature', 'signatures'],
    },
    'signing-key': {
      term: 'signing key',
      inSecondLanguage: '서명 키',
      meaning:
        'The secret that a server signs tokens with. The same key checks signatures, or a public key that can’t sign.',
      forms: ['signing key', 'signing keys'],
    },
    tampering: {
      term: 'tampering',
      inSecondLanguage: '위변조',
      meaning: 'Changing a message or a token without permission. A signature reveals it.',
      forms: ['tampering'],
    },
    expiry: {
      term: 'expiry',
      inSecondLanguage: '만료',
      meaning: 'The time after which a session or a token is no longer accepted.',
      forms: ['expiry', 'expires', 'expired'],
    },
    revocation: {
      term: 'revocation',
      inSecondLanguage: '폐기',
      meaning: 'Making a token invalid before it expires.',
      forms: ['revocation', 'revoked'],
    },
    'deny-list': {
      term: 'deny list',
      inSecondLanguage: '차단 목록',
      meaning: 'A list of revoked tokens. Every server has to look there, so it’s state again.',
      forms: ['deny list', 'deny-list'],
    },
    'refresh-token': {
      term: 'refresh token',
      inSecondLanguage: '리프레시 토큰',
      meaning:
        'Gets a new token when the old one has expired. To revoke it or allow it only once, servers keep a record, so it’s state again.',
      forms: ['refresh token', 'refresh tokens'],
    },
    'load-balancer': {
      term: 'load balancer',
      inSecondLanguage: '로드 밸런서',
      meaning: 'Receives all requests and forwards each one to a server.',
      forms: ['load balancer'],
    },
    'health-check': {
      term: 'health check',
      inSecondLanguage: '헬스 체크',
      meaning:
        'The load balancer regularly checks every server. A server that doesn’t answer gets no more requests.',
      forms: ['health check', 'health checks'],
    },
    'round-robin': {
      term: 'round robin',
      inSecondLanguage: '라운드 로빈',
      meaning: 'Requests go to the servers in turn.',
      forms: ['round robin'],
    },
    replica: {
      term: 'replica',
      inSecondLanguage: '복제본',
      meaning: 'A copy on another machine that can take over from the first.',
      forms: ['replica', 'replicas'],
    },
    replication: {
      term: 'replication',
      inSecondLanguage: '복제',
      meaning: 'Each write is copied to other machines. A crash loses what hasn’t been copied yet.',
      forms: ['replication'],
    },
    failover: {
      term: 'failover',
      inSecondLanguage: '장애 조치',
      meaning: 'Another machine takes over from one that has failed.',
      forms: ['failover'],
    },
    'scale-out': {
      term: 'scaling out',
      inSecondLanguage: '수평 확장(스케일 아웃)',
      meaning: 'Adding servers instead of making one server larger.',
      forms: ['scaling out', 'scale out'],
    },
    ttl: {
      term: 'TTL (time to live)',
      inSecondLanguage: 'TTL',
      meaning: 'How long an entry is kept. After that, the store deletes it automatically.',
      forms: ['TTL'],
    },
    eviction: {
      term: 'eviction',
      inSecondLanguage: '축출',
      meaning: 'A full store deletes an entry to make space for another.',
      forms: ['eviction'],
    },
    timeout: {
      term: 'timeout',
      inSecondLanguage: '타임아웃',
      meaning: 'How long a machine waits for an answer, or keeps a session without use.',
      forms: ['timeout', 'timeouts'],
    },
    database: {
      term: 'database',
      inSecondLanguage: '데이터베이스',
      meaning: 'Keeps what outlives every session: accounts, prices, orders and payments.',
      forms: ['database'],
    },
    idempotence: {
      term: 'idempotence',
      inSecondLanguage: '멱등성',
      meaning:
        'Doing it several times has the same effect as doing it once. Only then is a request safe to retry automatically.',
      forms: ['idempotence', 'idempotent'],
    },
    'idempotency-key': {
      term: 'idempotency key',
      inSecondLanguage: '멱등성 키',
      meaning:
        'A name for one operation, sent with every attempt. A server that knows it repeats the first answer instead of the work.',
      forms: ['idempotency key'],
    },
    connection: {
      term: 'connection',
      inSecondLanguage: '연결',
      meaning: 'What both ends of a TCP connection remember: addresses, ports and sequence numbers.',
      forms: ['connection', 'connections'],
    },
    'persistent-connection': {
      term: 'persistent connection',
      inSecondLanguage: '지속 연결',
      meaning: 'Stays open for more requests. HTTP is still stateless.',
      forms: ['persistent connection'],
    },
    connectionless: {
      term: 'connectionless',
      inSecondLanguage: '비연결성',
      meaning: 'Nothing is set up before data is sent. That’s not the same as stateless.',
      forms: ['connectionless'],
    },
    handshake: {
      term: 'three-way handshake',
      inSecondLanguage: '3방향 핸드셰이크',
      meaning: 'Three segments open a TCP connection: SYN, then SYN,ACK, then ACK.',
      forms: ['three-way handshake', 'handshake', 'SYN'],
    },
    'four-way-close': {
      term: 'four-way close',
      inSecondLanguage: '4방향 종료',
      meaning:
        'Each end of a TCP connection sends FIN when it has nothing more to send, and the other end acknowledges it.',
      forms: ['four-way close', 'FIN'],
    },
    segment: {
      term: 'segment',
      inSecondLanguage: '세그먼트',
      meaning: 'What TCP sends: a header with sequence numbers, and part of the byte stream.',
      forms: ['segment', 'segments'],
    },
    'sequence-number': {
      term: 'sequence number',
      inSecondLanguage: '순서 번호',
      meaning: 'Counts the bytes sent over TCP. The other end uses it to order them and to find gaps.',
      forms: ['sequence number', 'sequence numbers'],
    },
    acknowledgment: {
      term: 'acknowledgment (ACK)',
      inSecondLanguage: '확인 응답(ACK)',
      meaning: 'Says which byte is expected next: everything before it has arrived.',
      forms: ['acknowledgment', 'acknowledges', 'acknowledged', 'ACK'],
    },
    retransmission: {
      term: 'retransmission',
      inSecondLanguage: '재전송',
      meaning: 'A segment that isn’t acknowledged in time is sent again, with the same sequence number.',
      forms: ['retransmission'],
    },
    reset: {
      term: 'reset (RST)',
      inSecondLanguage: '재설정(RST)',
      meaning: 'Says that the connection doesn’t exist, or was broken off. The receiver closes it at once.',
      forms: ['RST'],
    },
    datagram: {
      term: 'datagram',
      inSecondLanguage: '데이터그램',
      meaning: 'What UDP sends: a message on its own. UDP doesn’t report whether it arrived.',
      forms: ['datagram', 'datagrams'],
    },
    nat: {
      term: 'NAT (network address translation)',
      inSecondLanguage: 'NAT(네트워크 주소 변환)',
      meaning: 'From outside, all machines behind one router have a single address.',
      forms: ['NAT'],
    },
  },
};
