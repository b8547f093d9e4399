/** The challenges' page, in Korean. */
import { type ChallengeWords, wordsByChallenge } from '../../challenges/challenge-words.ts';
import type { RepairText } from '../../features/lab/repair/repair-text.ts';
import type { FaultRule, PatternKind } from '../../lab/repair/fault-rule.ts';
import { findLossText } from './find-loss-text.ts';
import { settingNames, settingValue } from './repair-settings.ts';
import { number } from './words.ts';

const count = (value: number) => number.format(value);

const kinds: Record<PatternKind, string> = {
  crash: '프로세스 종료',
  machine: '머신 전원 끄기',
  restart: '장애 후 재시작',
  deploy: '서버 교체',
  freeze: '2초 동안 정지',
  drop: '메시지 유실',
  flush: '저장소 비움',
};
const targets = { servers: '서버', stores: '저장소', machines: '서버나 저장소' } as const;

function faultsOf({ kinds: chosen, on, most }: FaultRule): string {
  const what = chosen.map((kind) => kinds[kind]).join(', ');
  const times = most === 1 ? '한 번' : `최대 ${most}번`;
  return `${targets[on]}의 장애, 아무 때나 ${times}: ${what}`;
}

export const repairText: RepairText = {
  words: wordsByChallenge(
    import.meta.glob<ChallengeWords>('../../challenges/*/ko.ts', { eager: true, import: 'default' }),
  ),
  list: '도전 과제',
  solvedOf: (solved, all, stars, starsMax) =>
    `${count(all)}개 중 ${count(solved)}개 해결, 별 ${count(starsMax)}개 중 ${count(stars)}개`,
  stars: (stars) => `별 ${count(stars)}개`,
  unsolved: '아직 풀지 않음',
  toList: '모든 과제',
  challengeNumber: (each) => `과제 ${each}`,
  ownChallenge: '직접 만든 과제',
  unknownChallenge: '이 링크에는 이 버전이 아는 과제가 없어요. 첫 번째 과제를 열었어요.',

  budget: '조건',
  changesMax: (changes) =>
    changes === null ? '아래 항목을 마음대로 바꿔요' : `${count(changes)}가지만 바꿀 수 있어요`,
  bans: { store: '공유 저장소 없이', stateless: '상태는 서버나 저장소에' },
  faultsOf,

  cluster: '클러스터',
  changesUsed: (changes, max) =>
    max === null ? `${count(changes)}가지 바꿈` : `${count(max)}가지 중 ${count(changes)}가지 바꿈`,
  settings: settingNames,
  settingValue,
  otherValue: '지금 그대로',
  was: (value) => `원래 값: ${value}`,
  undo: (setting) => `‘${setting}’ 되돌리기`,
  undoAll: '모두 되돌리기',
  noEffect: '지금 설정에서는 효과가 없어요',
  problems: {
    'too-many-changes': '조건보다 많이 바꿨어요.',
    store: '이 클러스터에는 저장소가 있어서 조건에 맞지 않아요.',
    stateless: '클라이언트가 상태를 가지고 다니면 조건에 맞지 않아요.',
  },

  test: (schedules) => `장애 조합 ${count(schedules)}가지로 시험하기`,
  testAgain: '다시 시험하기',
  cancel: '취소',
  result: '판정',
  progress: '시험 진행률',
  tested: (done, planned) => `조합 ${count(planned)}가지 중 ${count(done)}가지`,
  howTested:
    '먼저 장애 없이 40번 돌려 봐요. 다음에는 순간마다 장애를 하나씩 넣어요. 마지막에는 아무 때나 아무 장애를 넣어요. 무작위일 때는 시드도 매번 달라요. 제대로 고쳤다면 방법과 상관없이 통과해요.',
  refused: (breaks, tried) => `${count(tried)}가지 중 ${count(breaks)}가지에서 목표를 지키지 못해요`,
  accepted: (tried) => `조합 ${count(tried)}가지를 모두 통과했어요`,
  passes: (schedules) => `${count(schedules)}가지 통과`,
  fails: (schedules) => `${count(schedules)}가지 실패`,
  stopped: '끝나기 전에 멈춰서 판정이 없어요.',
  workersDied: '워커가 종료되어 판정이 없어요. 다시 시험해 보고, 안 되면 페이지를 새로 고치세요.',
  failedRuns: (runs) => `${count(runs)}번은 시뮬레이션에 실패해서 판정이 없어요.`,
  outdated: '시험한 뒤에 클러스터를 바꿨어요.',
  shortest: '이렇게 하면 실패해요',
  others: '목표를 지키지 못하는 경우',
  troubles: {
    ...findLossText.properties,
    'request-failed': '요청이 실패해요',
    'too-many-bytes': '요청 하나가 너무 커요',
  },
  causes: findLossText.causes,
  noFault: '장애 없이도',
  faultAfter: findLossText.faultAfter,
  play: '재생하기',
  playKind: (kind) => `재생: ${kind}`,

  starsTitle: '별',
  starHolds: { title: '통과', text: '모든 장애 조합에서' },
  starChanges: (changes) => ({ title: `${count(changes)}가지만 바꿈`, text: '더 적어도 돼요' }),
  starCost: (points) => ({ title: '가벼움', text: `요청 하나에 최대 ${count(points)}점` }),
  gotIt: '달성',
  costIs: ({ points, bytes, roundTrips, memory }) =>
    `비용: 요청 하나에 ${count(points)}점 (보낸 바이트 ${count(Math.round(bytes))}, 저장소 왕복 ${roundTrips.toFixed(1)}번, 기억한 바이트 ${count(Math.round(memory))})`,
  costMeans:
    '점수는 요청 하나의 비용이에요. 보낸 바이트와 기억한 바이트에 저장소 왕복 한 번마다 200점을 더해요. 장애 없이 한 번 돌려서 재요.',
  kept: {
    forbidden:
      '이 브라우저가 저장을 막아서 페이지를 떠나면 푼 과제가 사라져요. 먼저 교수님께 낼 코드를 복사하세요.',
    full: '저장 공간이 부족해서 방금 푼 것을 저장하지 못했어요. 저장된 시뮬레이션을 삭제하세요.',
    'later-version':
      '더 새로운 버전의 Statescope에서 저장한 풀이가 있어요. 그대로 두고 새 풀이는 저장하지 않을게요.',
  },

  lecturer: {
    open: '제출 코드',
    title: '교수님께 낼 코드',
    about:
      '무엇을 언제 어떻게 풀었는지 담은 코드예요. 교수님이 이 페이지에 붙여 넣으면 모든 풀이를 다시 판정해요.',
    name: '이름(선택)',
    code: '코드',
    nothing: '아직 푼 과제가 없어요.',
    empty: '이 코드에는 푼 과제가 없어요.',
    copy: '코드 복사',
    checkOpen: '코드 확인',
    checkTitle: '코드 확인',
    checkAbout: '학생의 코드를 붙여 넣으세요. 안에 든 모든 풀이를 이 브라우저에서 다시 판정해요.',
    pasted: '확인할 코드',
    check: '확인',
    problems: {
      'not-a-code': '이 페이지의 코드가 아니에요. 코드는 ‘repaired1-’로 시작해요.',
      mistyped: '검사합이 맞지 않아요. 코드 일부가 빠졌거나 바뀌었어요.',
      'later-version': '더 새로운 버전의 Statescope에서 만든 코드예요. 페이지를 새로 고치세요.',
      'too-many': '이 코드에는 한 번에 확인할 수 있는 200개보다 많은 과제가 들어 있어요.',
    },
    by: (name) => `${name}의 풀이`,
    noName: '이름 없음',
    ownTitle: (title) => `직접 만든 과제: ‘${title}’`,
    ownHint: '직접 만든 과제는 이 페이지의 과제가 아니에요. 목표와 장애와 별의 기준을 만든 사람이 정했어요.',
    columns: ['과제', '방법', '때', '판정'],
    when: (minutes) =>
      new Intl.DateTimeFormat('ko', { dateStyle: 'medium', timeStyle: 'short' }).format(minutes * 60_000),
    holds: '통과',
    fails: '실패',
    checking: '확인하는 중…',
    unknown: '확인하지 못했어요. 코드를 다시 확인해 주세요.',
    noSuch: '여기에 없는 과제',
    notAllowed: '조건에 맞지 않음',
  },

  make: {
    open: '과제 만들기',
    title: '지금 시뮬레이션으로 과제 만들기',
    about:
      '지금 시뮬레이션의 클러스터와 클라이언트와 조작이 고쳐야 할 클러스터가 돼요. 생기면 안 되는 일, 넣을 장애, 바꿀 수 있는 것을 고르세요. 모두 링크에 담겨요.',
    noRun: '지금 클러스터 시뮬레이션이 없어요. 먼저 수업이나 실제 사례를 여세요.',
    name: '제목',
    goal: '생기면 안 되는 일',
    bytesMax: '요청 하나의 최대 바이트',
    faults: '장애',
    kinds: {
      crash: '프로세스 종료',
      machine: '머신 전원 끄기',
      restart: '장애 후 재시작',
      deploy: '서버 교체',
      freeze: '프로세스 정지',
      drop: '메시지 유실',
      flush: '저장소 비움',
    },
    on: '장애가 나는 곳',
    targets: { servers: '서버', stores: '저장소', machines: '서버와 저장소' },
    most: '조합 하나의 최대 장애 수',
    changes: '최대 변경 수',
    anyNumber: '제한 없음',
    bans: '조건',
    settings: '바꿀 수 있는 것',
    link: '과제 링크',
    copy: '링크 복사',
    tryIt: '과제 열기',
    incomplete: '목표와 장애와 바꿀 수 있는 것을 하나 이상씩 고르세요.',
    untitled: '이 클러스터를 고치세요',
    draft: {
      kept: '이 시뮬레이션에서 고른 것이 이 탭에 남아 있어요.',
      discard: '지우기',
      other: (title) => `다른 시뮬레이션으로 만들던 과제가 있어요: “${title}”`,
      takeOther: '이 시뮬레이션으로 이어서 만들기',
    },
  },
};
