/** The glossary in English. */
import type { GlossaryWords } from '../../features/guide/glossary/glossary-words.ts';
import { number } from './words.ts';

export const glossaryWords: GlossaryWords = {
  secondLanguage: 'ko',
  search: 'Search the glossary',
  count: (terms) => (terms === 1 ? '1 term' : `${number.format(terms)} terms`),
  nothingFound: (query) => `There is no term for “${query}”. Try another word, or a shorter one.`,
  inGlossary: 'In the glossary',
  endings: '',
  terms: {
    state: {
      term: 'state',
      inSecondLanguage: '상태',
      meaning: 'What is kept from what happened before, and changes what happens next.',
      forms: [],
    },
    stateful: {
      term: 'stateful',
      inSecondLanguage: '상태 유지',
      meaning:
        'Leans on what was remembered from before. Once the memory is gone, a request is no longer understood.',
      forms: ['stateful'],
    },
    stateless: {
      term: 'stateless',
      inSecondLanguage: '무상태',
      meaning: 'Every request can be understood on its own: nothing remembered is needed for it.',
      forms: ['stateless'],
    },
    session: {
      term: 'session',
      inSecondLanguage: '세션',
      meaning: 'What the servers remember of one visitor, from a first request until logout or a timeout.',
      forms: ['session', 'sessions'],
    },
    'session-id': {
      term: 'session ID',
      inSecondLanguage: '세션 ID',
      meaning:
        'A random value without a meaning, by which a server finds a session. The client sends it along, mostly in a cookie.',
      forms: ['session ID', 'session IDs'],
    },
    'session-store': {
      term: 'session store',
      inSecondLanguage: '세션 저장소',
      meaning: 'A machine beside the servers that keeps sessions for all of them.',
      forms: ['session store', 'the store'],
    },
    'sticky-session': {
      term: 'sticky session',
      inSecondLanguage: '스티키 세션',
      meaning:
        'The load balancer keeps sending a client to the server that it was first sent to. Nothing is copied.',
      forms: ['sticky session', 'sticky sessions'],
    },
    'session-fixation': {
      term: 'session fixation',
      inSecondLanguage: '세션 고정 공격',
      meaning:
        'An attacker plants a session ID that they know, and waits until the victim logs in with it. A new ID at login prevents it.',
      forms: ['session fixation'],
    },
    cookie: {
      term: 'cookie',
      inSecondLanguage: '쿠키',
      meaning:
        'A small text that a server gives a browser, and that the browser sends back with each later request.',
      forms: ['cookie', 'cookies'],
    },
    token: {
      term: 'token',
      inSecondLanguage: '토큰',
      meaning:
        'What a client shows to prove who it is and what it may do. A signed token says so itself, and nothing has to be looked up.',
      forms: ['token', 'tokens', 'signed token', 'signed tokens'],
    },
    signature: {
      term: 'signature',
      inSecondLanguage: '서명',
      meaning:
        'Computed from a text with a key. It shows that nobody without the key has changed the text, and hides nothing of it.',
      forms: ['signature', 'signatures'],
    },
    'signing-key': {
      term: 'signing key',
      inSecondLanguage: '서명 키',
      meaning: 'The secret with which servers sign tokens and check their signatures.',
      forms: ['signing key', 'signing keys'],
    },
    tampering: {
      term: 'tampering',
      inSecondLanguage: '위변조',
      meaning: 'Changing a message or a token that one has no right to change. A signature gives it away.',
      forms: ['tampering'],
    },
    expiry: {
      term: 'expiry',
      inSecondLanguage: '만료',
      meaning: 'From this moment on a session or a token is no longer accepted.',
      forms: ['expiry', 'expires', 'expired'],
    },
    revocation: {
      term: 'revocation',
      inSecondLanguage: '폐기',
      meaning: 'Making a token worthless before it expires.',
      forms: ['revocation', 'revoked'],
    },
    'deny-list': {
      term: 'deny-list',
      inSecondLanguage: '차단 목록',
      meaning: 'The tokens that were revoked. Every server has to look there, so it is state again.',
      forms: ['deny-list'],
    },
    'refresh-token': {
      term: 'refresh token',
      inSecondLanguage: '리프레시 토큰',
      meaning:
        'With it a client gets a new token when the old one has expired. The servers keep it, so it is state again.',
      forms: ['refresh token', 'refresh tokens'],
    },
    'load-balancer': {
      term: 'load balancer',
      inSecondLanguage: '로드 밸런서',
      meaning: 'Takes all requests and passes each on to one of the servers.',
      forms: ['load balancer'],
    },
    'health-check': {
      term: 'health check',
      inSecondLanguage: '헬스 체크',
      meaning:
        'The load balancer asks every server again and again whether it is there. One that fails to answer gets no more requests.',
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
      meaning: 'A copy on another machine, which can stand in for the first.',
      forms: ['replica', 'replicas'],
    },
    replication: {
      term: 'replication',
      inSecondLanguage: '복제',
      meaning:
        'What is written in one place is copied to others. What has not been copied yet goes with the first.',
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
      meaning: 'Adding servers instead of making one larger.',
      forms: ['scaling out', 'scale out'],
    },
    ttl: {
      term: 'TTL (time to live)',
      inSecondLanguage: 'TTL',
      meaning: 'How long an entry is kept. After that the store drops it by itself.',
      forms: ['TTL'],
    },
    eviction: {
      term: 'eviction',
      inSecondLanguage: '축출',
      meaning: 'A store that is full drops an entry to make room for another.',
      forms: ['eviction'],
    },
    timeout: {
      term: 'timeout',
      inSecondLanguage: '시간 제한',
      meaning: 'After this long nobody waits any more: for an answer, or for a visitor to come back.',
      forms: ['timeout', 'timeouts'],
    },
    database: {
      term: 'database',
      inSecondLanguage: '데이터베이스',
      meaning: 'Keeps what outlasts every session: accounts, prices, orders and payments.',
      forms: ['database'],
    },
    idempotence: {
      term: 'idempotence',
      inSecondLanguage: '멱등성',
      meaning:
        'Doing it several times comes to the same as doing it once. Only then may a request be sent again by itself.',
      forms: ['idempotence', 'idempotent'],
    },
    'idempotency-key': {
      term: 'idempotency key',
      inSecondLanguage: '멱등성 키',
      meaning:
        'A name for one request. A server that has seen it before does nothing again, and gives the first answer.',
      forms: ['idempotency key'],
    },
    connection: {
      term: 'connection',
      inSecondLanguage: '연결',
      meaning:
        'What the two ends of a conversation over TCP remember of each other: addresses, ports, sequence numbers.',
      forms: ['connection', 'connections'],
    },
    'persistent-connection': {
      term: 'persistent connection',
      inSecondLanguage: '지속 연결',
      meaning: 'It stays open for more requests. HTTP is stateless all the same.',
      forms: ['persistent connection'],
    },
    connectionless: {
      term: 'connectionless',
      inSecondLanguage: '비연결성',
      meaning: 'Nothing is agreed on before something is sent. That is not the same as stateless.',
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
        'Each end of a TCP connection says FIN when it has nothing more to send, and the other acknowledges it.',
      forms: ['four-way close', 'FIN'],
    },
    segment: {
      term: 'segment',
      inSecondLanguage: '세그먼트',
      meaning: 'What TCP sends: a header with sequence numbers, and a piece of the stream of bytes.',
      forms: ['segment', 'segments'],
    },
    'sequence-number': {
      term: 'sequence number',
      inSecondLanguage: '순서 번호',
      meaning:
        'Counts the bytes that are sent over TCP, so that the other end can order them and see what is missing.',
      forms: ['sequence number', 'sequence numbers'],
    },
    acknowledgment: {
      term: 'acknowledgment (ACK)',
      inSecondLanguage: '확인 응답(ACK)',
      meaning: 'Says which byte is expected next: all before it have arrived.',
      forms: ['acknowledgment', 'acknowledges', 'acknowledged', 'ACK'],
    },
    retransmission: {
      term: 'retransmission',
      inSecondLanguage: '재전송',
      meaning: 'What was not acknowledged in time is sent again, under the same sequence number.',
      forms: ['retransmission'],
    },
    reset: {
      term: 'reset (RST)',
      inSecondLanguage: '재설정(RST)',
      meaning: 'Says that there is no such connection. Whoever gets it gives the connection up at once.',
      forms: ['RST'],
    },
    datagram: {
      term: 'datagram',
      inSecondLanguage: '데이터그램',
      meaning: 'What UDP sends: a message by itself. Nobody says whether it has arrived.',
      forms: ['datagram', 'datagrams'],
    },
    nat: {
      term: 'NAT (network address translation)',
      inSecondLanguage: 'NAT(네트워크 주소 변환)',
      meaning: 'Everybody behind one router is seen from outside under a single address.',
      forms: ['NAT'],
    },
  },
};
