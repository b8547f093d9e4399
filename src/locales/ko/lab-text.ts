/** The lab, in Korean. */
import type { LabText, StudyProblemWords } from '../../features/lab/lab-text.ts';
import type { Wording } from '../../features/wording.ts';
import type { MeasureUnit } from '../../lab/measures.ts';
import { number } from './words.ts';

const precise = new Intl.NumberFormat('ko', { maximumFractionDigits: 2 });
/** Three digits say enough of a measured value; whole numbers keep all of theirs. */
const measured = new Intl.NumberFormat('ko', { maximumSignificantDigits: 3 });

const units: Record<MeasureUnit, string> = {
  per1000: '',
  percent: '%',
  milliseconds: 'ms',
  bytes: ' B',
  count: '',
};

const problems: Wording<StudyProblemWords> = {
  'not-a-study': '이 실험을 읽을 수 없어요. 내용이 빠졌거나 다른 버전에서 만들었어요.',
  'no-strategy': '방식을 하나 이상 고르세요.',
  'no-values': ({ parameter }) => `‘${parameter}’에 값이 없어요. 시작, 끝, 간격을 확인하세요.`,
  'too-many-values': ({ parameter, max }) =>
    `‘${parameter}’의 값은 ${number.format(max)}개까지예요. 간격을 더 크게 하세요.`,
  'same-axis': ({ parameter }) =>
    `두 축에 같은 항목(${parameter})을 골랐어요. 둘째 축은 다른 것으로 고르세요.`,
  'out-of-range': ({ parameter, min, max }) =>
    `‘${parameter}’의 값은 ${precise.format(min)}부터 ${precise.format(max)}까지예요.`,
  'unknown-choice': ({ parameter }) => `‘${parameter}’에 없는 값이에요.`,
  'bad-runs': ({ max }) => `점마다 시뮬레이션 횟수는 1부터 ${number.format(max)}까지예요.`,
  'bad-seed': ({ max }) => `시드는 0부터 ${number.format(max)}까지예요.`,
  'too-many-runs': ({ runs, max }) =>
    `이 실험에는 시뮬레이션 ${number.format(runs)}번이 필요해요. 이 페이지에서는 ${number.format(max)}번까지 할 수 있으니 값이나 횟수를 줄이거나 npm run lab을 쓰세요.`,
  'too-many-servers': ({ max }) => `추가한 서버까지 합해 ${number.format(max)}대까지예요.`,
  'too-many-crashes': ({ max }) =>
    `시뮬레이션 한 번에 장애가 ${number.format(max)}번 넘게 나요. 1분에 나는 장애 수나 요청 수, 생각하는 시간을 줄이세요.`,
};

export const labText: LabText = {
  findLossHint: '실험은 문제가 얼마나 자주 생기는지 보여 줘요. 어떤 장애로 생기는지도 찾아볼 수 있어요.',
  findLoss: '지금 시뮬레이션에서 문제 찾기…',
  readyMade: '준비된 실험',
  studies: {
    'login-storm': {
      title: '로그인 폭주',
      hint: '모두 다시 로그인하려면 얼마나 걸릴까요?',
      about:
        '10초 뒤에 세션 저장소가 비워지고, 모든 손님이 한꺼번에 다시 로그인해요. 비밀번호를 해시하는 동안 로그인 하나가 워커 하나를 차지해요.',
      question: '해시 시간이 얼마부터 가장 느린 요청이 1초를 넘을까요?',
    },
    'retry-storm': {
      title: '재시도 폭주',
      hint: '재시도가 장애를 더 길게 만들까요?',
      about:
        '모든 서버에 3초 동안 장애가 나고, 클라이언트는 0.5초만 기다려요. 실패한 요청을 다시 보내므로, 돌아온 서버는 할 일이 더 많아요.',
      question: '세 번까지 재시도하면 요청 하나를 평균 몇 번 보낼까요?',
    },
    autoscaling: {
      title: '스티키 세션과 오토스케일링',
      hint: '새 서버가 기존 세션에 도움이 될까요?',
      about:
        '손님이 많을 때 서버를 더해요. 손님을 서버 하나에 묶어 두는 로드 밸런서는 새 서버에 새 손님만 보내요.',
      question: '가장 바쁜 서버는 여전히 요청의 몇 %를 받을까요?',
    },
    replication: {
      title: '복제 비용',
      hint: '서버가 늘면 비용이 얼마나 늘까요?',
      about: '서버마다 바뀐 세션을 다른 모든 서버에 보내요. 그래서 사본의 수가 서버 수에 따라 늘어요.',
      question: '서버가 아홉 대면 요청 하나에 클러스터 안에서 몇 바이트가 오갈까요?',
    },
    'token-bytes': {
      title: '토큰의 바이트 비용',
      hint: '요청마다 몇 바이트가 실릴까요?',
      about:
        '세션 ID는 짧고 서명된 토큰은 길며, 둘 다 모든 요청에 실려요. 로그인 비용은 뒤따르는 요청들에 나뉘어요.',
      question: '서명된 토큰은 세션 쿠키보다 요청마다 몇 바이트가 더 들까요?',
    },
    'rolling-deploy': {
      title: '롤링 배포',
      hint: '배포 뒤에도 로그인이 유지될까요?',
      about: '서버를 한 대씩 비우고 새 서버로 바꿔요. 세션을 가진 서버가 나가면 그 세션도 함께 사라져요.',
      question: '어떤 방식에서 배포를 해도 아무도 로그아웃되지 않을까요?',
    },
    'health-checks': {
      title: '헬스 체크 간격',
      hint: '요청은 얼마나 기다릴까요?',
      about:
        '서버에 1분에 여섯 번쯤 장애가 나요. 헬스 체크가 실패할 때까지 로드 밸런서는 장애가 난 서버에도 요청을 보내요.',
      question: '간격을 줄이면 가장 느린 요청이 빨라질까요?',
    },
    eviction: {
      title: '저장소 축출',
      hint: '저장소가 차면 누가 로그아웃될까요?',
      about:
        '손님 40명이 세션 수에 한도가 있는 저장소를 함께 써요. 저장소가 가득 차면 가장 오래 쓰지 않은 세션을 축출해요.',
      question: '아무도 다시 로그인하지 않으려면 항목이 몇 개 들어가야 할까요?',
    },
  },
  ownStudy: '장애와 사라진 세션',
  study: '실험',
  across: '가로축',
  secondAxis: '둘째 축',
  noSecondAxis: '없음: 선으로 그리기',
  from: '부터',
  to: '까지',
  step: '간격',
  values: '값',
  statefulLines: '선: 상태 유지',
  statelessLines: '선: 무상태',
  script: '클라이언트가 하는 일',
  scripts: {
    account: '로그인해서 계정 쓰기',
    shop: '가게에서 사기',
    payment: '결제하기',
    visit: '공개 페이지 방문하기',
  },
  measure: '측정값',
  measures: {
    sessionsLost: '세션 1,000개 중 사라진 수',
    requestsFailed: '요청 1,000개 중 실패한 수',
    askedAgain: '요청 1,000개 중 다시 물은 수',
    duplicateCharges: '결제 1,000건 중 중복 결제된 수',
    latencyMedian: '지연 시간, 중앙값(ms)',
    latency95: '지연 시간, 95백분위수(ms)',
    latency99: '지연 시간, 99백분위수(ms)',
    attempts: '요청 하나가 서버에 도착한 횟수',
    busiestServer: '가장 바쁜 서버가 받은 요청(%)',
    clientBytes: '클라이언트와 오간 바이트, 요청마다',
    clusterBytes: '클러스터 안에서 오간 바이트, 요청마다',
    serverMemory: '끝났을 때 서버 메모리(바이트)',
    storeMemory: '끝났을 때 저장소 메모리(바이트)',
    storeRoundTrips: '저장소 왕복 횟수, 요청마다',
    'lost-crashed': '세션 1,000개 중 장애로 사라진 수',
    'lost-left': '세션 1,000개 중 서버와 함께 빠진 수',
    'lost-change-crashed': '세션 1,000개 중 장애로 마지막 변경만 사라진 수',
    'lost-evicted': '세션 1,000개 중 가득 찬 저장소가 축출한 수',
    'lost-not-stored': '세션 1,000개 중 저장되지 않은 수',
    'lost-diverged': '세션 1,000개 중 다른 저장소의 데이터로 바뀐 수',
    'lost-stale': '세션 1,000개 중 오래된 데이터로 응답한 수',
    'lost-flushed': '세션 1,000개 중 조작으로 삭제된 수',
    'lost-overwritten': '세션 1,000개 중 다른 요청이 덮어쓴 수',
    'lost-revived': '세션 1,000개 중 다른 요청이 로그아웃을 되돌린 수',
  },
  runsPerPoint: '점마다 횟수',
  seed: '시드',
  fixed: '나머지 설정',
  parameters: {
    servers: '서버 수',
    clients: '클라이언트 수',
    requests: '클라이언트마다 요청 수',
    balancing: '부하 분산 방식',
    arrivals: '도착 방식',
    arrivalRate: '1초에 도착하는 수',
    thinkMs: '생각하는 시간(ms)',
    crashesPerMinute: '1분에 나는 장애 수',
    storeCrashesToo: '저장소에도 장애',
    downS: '장애 뒤 재시작까지(초)',
    outageAtS: '모든 서버에 장애가 나는 때(초, 0: 없음)',
    flushAtS: '저장소가 비워지는 때(초, 0: 없음)',
    deployEveryS: '롤링 배포, 서버마다 초(0: 없음)',
    addedServers: '추가한 서버 수',
    latencyMs: '클라이언트까지 지연 시간(ms)',
    lossPercent: '유실률(%)',
    storeCapacity: '저장소 용량(항목, 0: 무제한)',
    storeIsPersistent: '저장소가 디스크에 기록',
    storeHasReplica: '저장소 복제본',
    workers: '서버마다 워커 수',
    queueMax: '서버마다 대기열 한도',
    serviceMs: '요청마다 하는 일(ms)',
    passwordHashMs: '비밀번호 해시(ms)',
    retries: '재시도 횟수',
    retryDelayMs: '재시도 전 대기(ms)',
    backoff: '백오프: 대기를 몇 배로',
    jitter: '지터',
    retryBudgetPercent: '재시도 예산(요청의 %, 100: 없음)',
    clientTimeoutMs: '클라이언트 타임아웃(ms)',
    serverTimeoutMs: '로드 밸런서 타임아웃(ms)',
    healthIntervalMs: '헬스 체크 간격(ms)',
    idempotencyKeys: '멱등성 키',
  },
  choices: {
    no: '아니요',
    yes: '예',
    within: '고르게',
    poisson: '푸아송',
    burst: '한꺼번에',
    ramp: '점점 빠르게',
  },
  units: { one: '', seconds: '초', milliseconds: 'ms', percent: '%', perMinute: '/분', perSecond: '/초' },
  run: '시뮬레이션 시작',
  cancel: '취소',
  progress: '진행',
  runsOf: (done, total) => `${number.format(total)}번 중 ${number.format(done)}번`,
  timeLeft: (seconds) => `${number.format(seconds)}초 남음`,
  roundsOf: (rounds, all, points) =>
    `점 ${number.format(points)}개마다 ${number.format(all)}번 중 ${number.format(rounds)}번`,
  cancelled: '취소했어요. 지금까지의 결과는 남아 있어요.',
  failed:
    '워커에 문제가 생겼어요. 지금까지의 결과는 남아 있어요. 다시 시도해 보고, 안 되면 페이지를 새로 고치세요.',
  failedRuns: (count) => `${number.format(count)}번은 실패해서 뺐어요.`,
  noThreads: '웹 워커를 쓸 수 없어서 페이지의 메인 스레드에서 시뮬레이션해요.',
  plot: '그래프',
  plotHint: '화살표 키로 선을 따라가거나 다른 선으로 옮겨요. Enter를 누르면 그 시뮬레이션을 열어요.',
  onePlot: '한 그래프',
  byStrategy: '방식별로',
  look: '배치',
  bandOf: (runs, isRunning) =>
    isRunning
      ? `선은 지금까지 ${number.format(runs)}번 돌린 중앙값, 띠는 10~90%`
      : `선은 ${number.format(runs)}번 돌린 중앙값, 띠는 10~90%`,
  heatOf: (runs) => `칸마다 ${number.format(runs)}번 돌린 중앙값`,
  empty: '아직 결과가 없어요. 시작 버튼을 누르세요.',
  zeroInEveryRun: '언제나 0',
  value: (value, unit) =>
    `${value >= 100 ? number.format(Math.round(value)) : measured.format(value)}${units[unit]}`,
  between: (low, high) => `${low}~${high}`,
  at: (parameter, value) => `${parameter}: ${value}`,
  ranges: (low, high, runs) => `10~90%: ${low}~${high}, ${number.format(runs)}번`,
  openRun: '이 시뮬레이션 열기',
  openRunAtLoss: '처음 잃는 단계에서 이 시뮬레이션 열기',
  sameNumbers: '같은 수치',
  sameNumbersHint: '중앙값과 10~90%예요. 모든 시뮬레이션은 CSV에 있어요.',
  csv: 'CSV',
  svg: 'SVG',
  png: 'PNG',
  copyLink: '링크 복사',
  copied: '복사했어요',
  notCopied: '주소창에서 복사하세요.',
  saveRuns: '결과 저장',
  openRuns: '결과 열기',
  question: '질문',
  strategy: '방식',
  problems,
  fileProblems: {
    'bad-line': ({ line }) => `이 파일의 ${line}번째 줄을 읽을 수 없어요.`,
    'other-study': ({ line }) => `이 파일의 ${line}번째 줄부터 다른 실험의 결과예요.`,
    'other-measures': '다른 버전에서 만든 파일이에요.',
    'no-study': '이 파일의 첫 줄에 실험이 없어요.',
  },
};
