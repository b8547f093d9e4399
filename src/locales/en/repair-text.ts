/** The challenges' page, in English. */
import { type ChallengeWords, wordsByChallenge } from '../../challenges/challenge-words.ts';
import type { RepairText } from '../../features/lab/repair/repair-text.ts';
import type { FaultRule, PatternKind } from '../../lab/repair/fault-rule.ts';
import { findLossText } from './find-loss-text.ts';
import { settingNames, settingValue } from './repair-settings.ts';
import { number, plural } from './words.ts';

const count = (value: number) => number.format(value);
const many = (value: number, one: string, other: string) =>
  `${count(value)} ${plural.select(value) === 'one' ? one : other}`;

const kinds: Record<PatternKind, string> = {
  crash: 'a process crashes',
  machine: 'a machine loses power',
  restart: 'a machine crashes and restarts',
  deploy: 'a server is replaced',
  freeze: 'a process freezes for two seconds',
  drop: 'a message is lost',
  flush: 'the store is emptied',
};
const targets = { servers: 'a server', stores: 'a store', machines: 'a server or a store' } as const;

function faultsOf({ kinds: chosen, on, most }: FaultRule): string {
  const named = chosen.map((kind) => kinds[kind].replace(/^a (process|machine)/, targets[on]));
  const what = new Intl.ListFormat('en', { type: 'disjunction' }).format(named);
  return most === 1 ? `At any moment, once: ${what}` : `At any moment, up to ${most} times: ${what}`;
}

export const repairText: RepairText = {
  words: wordsByChallenge(
    import.meta.glob<ChallengeWords>('../../challenges/*/en.ts', { eager: true, import: 'default' }),
  ),
  list: 'Challenges',
  solvedOf: (solved, all, stars, starsMax) =>
    `${count(solved)} of ${count(all)} solved, ${count(stars)} of ${count(starsMax)} stars`,
  stars: (stars) => many(stars, 'star', 'stars'),
  unsolved: 'Not solved yet',
  toList: 'All challenges',
  challengeNumber: (each) => `Challenge ${each}`,
  ownChallenge: 'A challenge of your own',
  unknownChallenge: 'This link contains no challenge that this version knows. Here’s the first one.',

  budget: 'Budget',
  changesMax: (changes) =>
    changes === null ? 'Change anything below' : `You may change ${many(changes, 'thing', 'things')}`,
  bans: { store: 'No shared store', stateless: 'State stays with the servers or the store' },
  faultsOf,

  cluster: 'The cluster',
  changesUsed: (changes, max) =>
    max === null
      ? many(changes, 'change', 'changes')
      : `${changes} of ${many(max, 'change', 'changes')} used`,
  settings: settingNames,
  settingValue,
  otherValue: 'As it is',
  was: (value) => `was: ${value}`,
  undo: (setting) => `Undo the change of “${setting}”`,
  undoAll: 'Undo all changes',
  noEffect: 'Has no effect with the other settings',
  problems: {
    'too-many-changes': 'These are more changes than the budget allows.',
    store: 'This cluster has a store, which the budget doesn’t allow.',
    stateless: 'The budget doesn’t allow clients to carry the state.',
  },

  test: (schedules) => `Test with ${count(schedules)} fault schedules`,
  testAgain: 'Test again',
  cancel: 'Cancel',
  result: 'Verdict',
  progress: 'Progress of the test',
  tested: (done, planned) => `${count(done)} of ${count(planned)} schedules`,
  howTested:
    'The judge runs the cluster 40 times without faults. Then it tries each single fault at each moment. Then come random faults at random moments, each time with another seed. Any repair that holds is accepted.',
  refused: (breaks, tried) =>
    `${count(breaks)} of ${many(tried, 'schedule breaks', 'schedules break')} the goal`,
  accepted: (tried) => `It holds in all ${count(tried)} schedules`,
  passes: (schedules) => `${count(schedules)} pass`,
  fails: (schedules) => `${count(schedules)} fail`,
  stopped: 'Stopped before the end, so there’s no verdict.',
  workersDied:
    'The workers ended, so there’s no verdict. Test again, or reload the page if that doesn’t help.',
  failedRuns: (runs) => `${many(runs, 'run', 'runs')} failed, so there’s no verdict.`,
  outdated: 'You’ve changed the cluster since this test.',
  shortest: 'This one breaks it',
  others: 'All that breaks it',
  troubles: {
    ...findLossText.properties,
    'request-failed': 'a failed request',
    'too-many-bytes': 'a request with too many bytes',
  },
  causes: findLossText.causes,
  noFault: 'Without any fault',
  faultAfter: findLossText.faultAfter,
  play: 'Play it',
  playKind: (kind) => `Play: ${kind}`,

  starsTitle: 'Stars',
  starHolds: { title: 'It holds', text: 'All schedules pass' },
  starChanges: (changes) => ({
    title: changes === 1 ? 'In one change' : `In ${many(changes, 'change', 'changes')}`,
    text: 'Or fewer',
  }),
  starCost: (points) => ({ title: 'And it stays light', text: `At most ${count(points)} points a request` }),
  gotIt: 'Achieved',
  costIs: ({ points, bytes, roundTrips, memory }) =>
    `Cost: ${count(points)} points a request (${count(Math.round(bytes))} bytes sent, ${roundTrips.toFixed(1)} round trips to a store, ${count(Math.round(memory))} bytes kept).`,
  costMeans:
    'Points are what a request costs: bytes sent, bytes of users’ state kept, and 200 for each round trip to a store. They’re measured in a run without faults.',
  kept: {
    forbidden:
      'This browser doesn’t store data for this page, so what you solve is gone when you leave it. Take the code for your lecturer first.',
    full: 'This browser’s storage is full, so the latest solution isn’t kept. Delete a saved run.',
    'later-version':
      'A later version of Statescope has stored your solutions. They’re left unchanged, and new ones aren’t kept.',
  },

  lecturer: {
    open: 'Code for your lecturer',
    title: 'Code for your lecturer',
    about:
      'The code says what you’ve solved, how and when. Your lecturer pastes it on this page, where every repair is judged again.',
    name: 'Your name (optional)',
    code: 'Code',
    nothing: 'You haven’t solved a challenge yet.',
    empty: 'This code has no solved challenge.',
    copy: 'Copy the code',
    checkOpen: 'Check a code',
    checkTitle: 'Check a code',
    checkAbout: 'Paste a student’s code. This browser judges every repair in it again.',
    pasted: 'Code to check',
    check: 'Check',
    problems: {
      'not-a-code': 'This isn’t a code of this page. Codes begin with “repaired1-”.',
      mistyped: 'The checksum doesn’t match: part of the code is missing or was changed.',
      'later-version': 'A later version of Statescope made this code. Reload the page to get it.',
      'too-many': 'This code has more challenges than this page checks at once (200).',
    },
    by: (name) => `Solved by ${name}`,
    noName: 'Without a name',
    ownTitle: (title) => `Own challenge: “${title}”`,
    ownHint:
      'An own challenge isn’t one of this page. Its maker chose its goal, its faults and what its stars take.',
    columns: ['Challenge', 'How', 'When', 'Verdict'],
    when: (minutes) =>
      new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(minutes * 60_000),
    holds: 'Holds',
    fails: 'Doesn’t hold',
    checking: 'Checking…',
    unknown: 'Couldn’t be checked. Check the code again.',
    noSuch: 'No such challenge here',
    notAllowed: 'Not within the budget',
  },

  make: {
    open: 'Make one from a run',
    title: 'Make a challenge from the run on the stage',
    about:
      'The run’s cluster, clients and commands become the broken cluster. Choose what must not happen, which faults come, and what may be changed. The link contains all of it.',
    noRun: 'There’s no cluster on the stage. Open a lesson or an incident first.',
    name: 'Title',
    goal: 'Must not happen',
    bytesMax: 'At most this many bytes a request',
    faults: 'Faults',
    kinds: {
      crash: 'Crash of a process',
      machine: 'A machine goes dark',
      restart: 'Crash and restart',
      deploy: 'A server is replaced',
      freeze: 'A process freezes',
      drop: 'A lost message',
      flush: 'The store is emptied',
    },
    on: 'Faults hit',
    targets: { servers: 'Servers', stores: 'Stores', machines: 'Servers and stores' },
    most: 'Faults in a schedule, at most',
    changes: 'Changes, at most',
    anyNumber: 'Any number',
    bans: 'Conditions',
    settings: 'What may be changed',
    link: 'Link to the challenge',
    copy: 'Copy the link',
    tryIt: 'Open the challenge',
    incomplete: 'Choose at least one goal, one kind of fault, and one thing that may be changed.',
    untitled: 'Repair this cluster',
    draft: {
      kept: 'This tab keeps what you chose for this run.',
      discard: 'Discard it',
      other: (title) => `You began a challenge from another run: “${title}”`,
      takeOther: 'Go on with it for this run',
    },
  },
};
