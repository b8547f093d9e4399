/** The search for a loss, in English. */
import type { FindLossText } from '../../features/lab/search/find-loss-text.ts';
import { number, plural } from './words.ts';

const count = (value: number) => number.format(value);

export const findLossText: FindLossText = {
  title: 'Find a loss',
  close: 'Close the search',
  lookingFor: 'Look for',
  properties: {
    'session-lost': 'a lost session',
    'asked-again': 'a customer who is asked again',
    'charged-twice': 'a payment charged twice',
    'logged-out-works': 'a logged-out session that still works',
  },
  faults: 'Faults',
  kinds: {
    crash: 'Process dies',
    machine: 'Machine goes dark',
    freeze: 'Process freezes',
    cut: 'Link is cut',
    partition: 'Server is cut off',
    drop: 'Message is dropped',
    flush: 'Store is emptied',
  },
  search: 'Search',
  cancel: 'Cancel',
  progress: 'Progress of the search',
  faultsAt: (faults, moments) =>
    `${count(faults)} ${one(faults, 'fault', 'faults')} at ${count(moments)} ${one(moments, 'moment', 'moments')} of this run.`,
  noFaults: 'None of these faults is possible in this run.',
  noRun: 'There’s no run to search.',
  onlyShown:
    'While Predict is on, only the steps that are shown are searched. Turn it off to search the whole run.',
  isBroken: {
    'session-lost': 'This run already loses a session, without another fault.',
    'asked-again': 'This run already asks a customer again, without another fault.',
    'charged-twice': 'This run already charges a payment twice, without another fault.',
    'logged-out-works': 'In this run, a session still works after its logout, even without another fault.',
  },
  tried: {
    singles: ({ tried, planned, moments }) =>
      tried === planned
        ? `Tried all ${count(planned)} single faults at all ${count(moments)} moments.`
        : `Tried ${count(tried)} of ${count(planned)} single faults.`,
    pairs: ({ tried, planned, total, enoughAlone, withoutEffect }) => {
      const done =
        tried === total
          ? `Tried all ${count(total)} pairs.`
          : `Tried ${tried === planned ? 'the other ' : ''}${count(tried)} of ${count(total)} pairs.`;
      const alone = enoughAlone === 0 ? '' : ` In ${count(enoughAlone)} pairs, one fault is enough.`;
      const idle =
        withoutEffect === 0 ? '' : ` In ${count(withoutEffect)} pairs, one fault can’t take effect.`;
      return `${done}${alone}${idle}`;
    },
    random: ({ tried, planned }) =>
      tried === planned
        ? `Tried ${count(planned)} random lists of 3 to 6 faults.`
        : `Tried ${count(tried)} of ${count(planned)} random lists of 3 to 6 faults.`,
  },
  found: {
    'session-lost': (lists) => `Found ${listsOf(lists)} that ${one(lists, 'loses', 'lose')} a session.`,
    'asked-again': (lists) => `Found ${listsOf(lists)} after which a customer is asked again.`,
    'charged-twice': (lists) => `Found ${listsOf(lists)} after which a payment is charged twice.`,
    'logged-out-works': (lists) => `Found ${listsOf(lists)} after which a logged-out session works.`,
  },
  foundNone: (tried) => `Tried ${count(tried)}, found none.`,
  failed: (runs) => `${count(runs)} ${one(runs, 'run', 'runs')} failed.`,
  stopped: 'Cancelled.',
  workersDied:
    'The search stopped because its workers ended. Search again, or reload the page if that doesn’t help.',
  notSearched: (next) => {
    switch (next) {
      case 'singles':
        return 'The other faults weren’t searched.';
      case 'pairs':
        return 'Pairs of faults weren’t searched.';
      case 'random':
        return 'Lists of three and more faults weren’t searched.';
      default:
        return 'Other lists of three and more faults weren’t searched.';
    }
  },
  next: {
    singles: (lists) => `Search single faults · ${count(lists)}`,
    pairs: (lists) => `Search pairs · ${count(lists)}`,
    random: (lists) => `Try random lists · ${count(lists)}`,
  },
  list: 'Found faults',
  causes: {
    crashed: 'The only copy was lost in a crash or restart',
    left: 'The only copy left with its server',
    'change-crashed': 'The latest change was lost in a crash or restart',
    evicted: 'Evicted by a full store',
    'not-stored': 'Never stored',
    diverged: 'Replaced by the other store’s data',
    stale: 'Answered from old data',
    flushed: 'Deleted by a command',
    overwritten: 'Overwritten by another request',
    revived: 'Logout undone by another request',
    replaced: 'Replaced by a new session',
  },
  noCause: 'No session lost',
  faultAfter: (fault, step) => `${fault}, after step ${count(step)}`,
  more: (lists) => `${count(lists)} more`,
  noReturn: {
    open: 'Find the point of no return',
    strip: 'Share of re-runs that still break, by step',
    how: (perStep) =>
      `Each step was re-run ${count(perStep)} times, with other seeds and the later faults at other moments.`,
    point: (step, perStep) =>
      `Point of no return: step ${count(step)}. From there on, ${count(perStep)} of ${count(perStep)} re-runs break.`,
    none: 'Some re-runs don’t break, even from the last step.',
    share: (step, percent) =>
      percent === null ? `Step ${count(step)}: not re-run yet` : `Step ${count(step)}: ${percent}%`,
  },
};

function one(value: number, singular: string, others: string): string {
  return plural.select(value) === 'one' ? singular : others;
}

function listsOf(lists: number): string {
  return `${count(lists)} ${one(lists, 'way', 'ways')}`;
}
