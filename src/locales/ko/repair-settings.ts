/** What can be changed in a challenge, in Korean. */
import type { SettingId, SettingValue } from '../../lab/repair/settings.ts';
import { number } from './words.ts';

export const settingNames: Record<SettingId, string> = {
  strategy: '상태를 두는 곳',
  copyDelay: '사본을 보내는 때',
  sessionWrites: '한 세션에 겹친 쓰기',
  sessionIdle: '쓰지 않는 세션의 수명',
  storePersistent: '저장 위치',
  storeReplica: '두 번째 저장소',
  readsFrom: '서버가 읽는 곳',
  resyncs: '돌아온 저장소',
  storeEntries: '저장소 용량',
  whenFull: '가득 찬 저장소',
  storeWriteError: '저장소가 쓰기를 거절하면',
  storeClient: '저장소가 답하지 않으면',
  keys: '키',
  tokenLifetime: '토큰 유효 기간',
  denyList: '토큰 차단 목록',
  leeway: '시계 오차 허용',
  refreshReuse: '두 번 쓴 리프레시 토큰',
  servers: '서버 수',
  balancing: '부하 분산 방식',
  balancer: '로드 밸런서',
  healthInterval: '헬스 체크 간격',
  keepAlive: '유휴 연결 타임아웃',
  versions: '서버의 코드',
  idempotencyKey: '결제의 멱등성 키',
  retries: '실패한 요청의 재시도',
  resendsOnReset: '연결이 닫히면 브라우저는',
  sharesAddress: '클라이언트의 주소',
};

const onOff = { true: '사용', false: '사용 안 함' };

const values: Partial<Record<SettingId, Readonly<Record<string, string>>>> = {
  copyDelay: { 0: '응답과 함께', 50000: '50ms 뒤', 500000: '500ms 뒤' },
  sessionWrites: {
    'if-exists': '나중 쓰기가 남음',
    'last-write-wins': '로그아웃 뒤에도 나중 쓰기가 남음',
    'if-unchanged': '그대로면 저장',
    lock: '세션 잠그기',
  },
  storePersistent: { false: '메모리만', true: '응답 전에 디스크' },
  storeReplica: { none: '없음', later: '500ms 뒤 복제', 'at-once': '바로 복제' },
  readsFrom: { primary: '첫 번째 저장소', replica: '두 번째 저장소' },
  resyncs: { false: '자기 데이터로 계속', true: '다른 저장소에서 받기' },
  storeEntries: { null: '제한 없음' },
  whenFull: { evict: '가장 오래 쓰지 않은 것을 축출', refuse: '모든 쓰기를 거절함' },
  storeWriteError: { fail: '503으로 답하기', ignore: '그냥 진행하기' },
  storeClient: { fails: '바로 실패', waits: '기다렸다 다시 시도' },
  keys: { shared: '모든 서버가 같은 키', own: '서버마다 자기 키', 'in-store': '저장소의 키' },
  denyList: onOff,
  refreshReuse: { revoke: '로그인을 끝냄', refuse: '거절함', grace: '10초 동안 받아 줌' },
  balancer: {
    ideal: '이상적',
    haproxy: 'HAProxy',
    'haproxy-redispatch': 'HAProxy(재배정)',
    nginx: 'nginx',
  },
  keepAlive: { null: '닫지 않음' },
  versions: { mixed: '이전 코드와 새 코드', one: '모두 새 코드' },
  idempotencyKey: onOff,
  resendsOnReset: { false: '포기', true: '다시 보내기' },
  sharesAddress: { false: '저마다 다름', true: '모두 같음' },
};

export function settingValue(id: SettingId, value: SettingValue): string | null {
  const worded = values[id]?.[String(value)];
  if (worded !== undefined) return worded;
  if (typeof value !== 'number') return null;
  switch (id) {
    case 'storeEntries':
      return `세션 ${number.format(value)}개`;
    case 'servers':
      return `${number.format(value)}대`;
    case 'retries':
      return `${number.format(value)}번`;
    default:
      return `${number.format(value / 1_000_000)}초`;
  }
}
