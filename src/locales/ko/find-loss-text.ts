/** The search for a loss, in Korean. */
import type { FindLossText } from '../../features/lab/search/find-loss-text.ts';
import { number } from './words.ts';

const count = (value: number) => number.format(value);

export const findLossText: FindLossText = {
  title: '문제 찾기',
  close: '문제 찾기 닫기',
  lookingFor: '찾을 문제',
  properties: {
    'session-lost': '세션이 사라져요',
    'asked-again': '손님에게 다시 물어요',
    'charged-twice': '두 번 결제돼요',
    'logged-out-works': '로그아웃한 세션으로 접근할 수 있어요',
  },
  faults: '장애',
  kinds: {
    crash: '프로세스 종료',
    machine: '머신 전원 끄기',
    freeze: '프로세스 정지',
    cut: '링크 끊김',
    partition: '서버 고립',
    drop: '메시지 유실',
    flush: '저장소 비움',
  },
  search: '찾기',
  cancel: '취소',
  progress: '찾기 진행률',
  faultsAt: (faults, moments) =>
    `이 시뮬레이션의 순간 ${count(moments)}개에 장애 ${count(faults)}개를 넣을 수 있어요.`,
  noFaults: '이 시뮬레이션에는 넣을 수 있는 장애가 없어요.',
  noRun: '찾아볼 시뮬레이션이 없어요.',
  onlyShown: '예측이 켜져 있어서 지금 보이는 단계까지만 찾아요. 전체에서 찾으려면 예측을 끄세요.',
  isBroken: {
    'session-lost': '장애를 더 넣지 않아도 세션이 사라져요.',
    'asked-again': '장애를 더 넣지 않아도 손님에게 다시 물어요.',
    'charged-twice': '장애를 더 넣지 않아도 두 번 결제돼요.',
    'logged-out-works': '장애를 더 넣지 않아도 로그아웃한 세션으로 접근할 수 있어요.',
  },
  tried: {
    singles: ({ tried, planned, moments }) =>
      tried === planned
        ? `순간 ${count(moments)}개에 장애 ${count(planned)}개를 하나씩 모두 넣었어요.`
        : `장애 ${count(planned)}개 중 ${count(tried)}개를 하나씩 넣었어요.`,
    pairs: ({ tried, planned, total, enoughAlone, withoutEffect }) => {
      const done =
        tried === total
          ? `장애 두 개씩 ${count(total)}쌍을 모두 넣었어요.`
          : `장애 두 개씩 ${count(total)}쌍 중 ${tried === planned ? '나머지 ' : ''}${count(tried)}쌍을 넣었어요.`;
      const alone = enoughAlone === 0 ? '' : ` ${count(enoughAlone)}쌍은 하나로 충분해요.`;
      const idle = withoutEffect === 0 ? '' : ` ${count(withoutEffect)}쌍은 하나가 효과를 내지 못해요.`;
      return `${done}${alone}${idle}`;
    },
    random: ({ tried, planned }) =>
      tried === planned
        ? `장애 3~6개를 무작위로 ${count(planned)}번 넣었어요.`
        : `장애 3~6개를 무작위로 ${count(planned)}번 중 ${count(tried)}번 넣었어요.`,
  },
  found: {
    'session-lost': (lists) => `${count(lists)}가지 경우에 세션이 사라져요.`,
    'asked-again': (lists) => `${count(lists)}가지 경우에 손님에게 다시 물어요.`,
    'charged-twice': (lists) => `${count(lists)}가지 경우에 두 번 결제돼요.`,
    'logged-out-works': (lists) => `${count(lists)}가지 경우에 로그아웃한 세션으로 접근할 수 있어요.`,
  },
  foundNone: (tried) => `${count(tried)}번 시도했지만 찾지 못했어요.`,
  failed: (runs) => `${count(runs)}번은 시뮬레이션에 실패했어요.`,
  stopped: '취소했어요.',
  workersDied: '워커가 종료되어 찾기를 멈췄어요. 다시 찾아 보고, 안 되면 페이지를 새로 고치세요.',
  notSearched: (next) => {
    switch (next) {
      case 'singles':
        return '나머지 장애는 찾아보지 않았어요.';
      case 'pairs':
        return '장애 두 개씩은 찾아보지 않았어요.';
      case 'random':
        return '장애 세 개 이상은 찾아보지 않았어요.';
      default:
        return '그 밖의 장애 세 개 이상은 찾아보지 않았어요.';
    }
  },
  next: {
    singles: (lists) => `하나씩 찾기 · ${count(lists)}개`,
    pairs: (lists) => `두 개씩 찾기 · ${count(lists)}쌍`,
    random: (lists) => `무작위로 찾기 · ${count(lists)}번`,
  },
  list: '찾은 장애',
  causes: {
    crashed: '유일한 사본이 장애나 재시작으로 사라짐',
    left: '유일한 사본이 서버와 함께 빠짐',
    'change-crashed': '마지막 변경이 장애나 재시작으로 사라짐',
    evicted: '가득 찬 저장소가 축출함',
    'not-stored': '저장되지 않음',
    diverged: '다른 저장소의 데이터로 바뀜',
    stale: '오래된 데이터로 응답함',
    flushed: '조작으로 삭제됨',
    overwritten: '다른 요청이 덮어씀',
    revived: '다른 요청이 로그아웃을 되돌림',
    replaced: '새 세션으로 바뀜',
  },
  noCause: '사라진 세션 없음',
  faultAfter: (fault, step) => `${fault}, ${count(step)}단계 뒤`,
  more: (lists) => `${count(lists)}개 더 보기`,
  noReturn: {
    open: '되돌릴 수 없는 지점 찾기',
    strip: '단계별로 그래도 문제가 생기는 비율',
    how: (perStep) => `단계마다 시드와 이후 장애의 순간을 바꿔 ${count(perStep)}번씩 다시 돌렸어요.`,
    point: (step, perStep) =>
      `${count(step)}단계가 되돌릴 수 없는 지점이에요. 여기서부터는 ${count(perStep)}번 모두 문제가 생겨요.`,
    none: '마지막 단계에서 다시 돌려도 문제가 생기지 않을 때가 있어요.',
    share: (step, percent) =>
      percent === null ? `${count(step)}단계: 아직 돌리지 않음` : `${count(step)}단계: ${percent}%`,
  },
};
