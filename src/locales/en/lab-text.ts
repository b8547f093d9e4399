/** The lab, in English. */
import type { LabText, StudyProblemWords } from '../../features/lab/lab-text.ts';
import type { Wording } from '../../features/wording.ts';
import type { MeasureUnit } from '../../lab/measures.ts';
import { number, plural } from './words.ts';

const precise = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
/** Three digits say enough of a measured value; whole numbers keep all of theirs. */
const measured = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

const units: Record<MeasureUnit, string> = {
  per1000: '',
  percent: '%',
  milliseconds: ' ms',
  bytes: ' B',
  count: '',
};

const problems: Wording<StudyProblemWords> = {
  'not-a-study': 'This study can’t be read: it’s incomplete, or made by another version of Statescope.',
  'bad-field': ({ field }) => `In this study, “${field}” is missing or has the wrong type.`,
  'unknown-name': ({ field, name }) => `In this study, “${field}” has “${name}”, which doesn’t exist.`,
  'same-strategy': ({ name }) => `This study has the strategy “${name}” twice.`,
  'no-strategy': 'Choose at least one strategy.',
  'no-values': ({ parameter }) =>
    `“${parameter}” has no values. Check where it begins, where it ends, and the step.`,
  'too-many-values': ({ parameter, max }) =>
    `“${parameter}” can have up to ${number.format(max)} values. Use a larger step.`,
  'same-axis': ({ parameter }) => `“${parameter}” is on both axes. Choose another one for the second.`,
  'out-of-range': ({ parameter, isWhole, min, max }) =>
    `“${parameter}” can be ${isWhole ? 'a whole number' : 'a number'} from ${precise.format(min)} to ${precise.format(max)}.`,
  'unknown-choice': ({ parameter }) => `“${parameter}” doesn’t have this choice.`,
  'bad-runs': ({ max }) => `Runs per point can be a whole number from 1 to ${number.format(max)}.`,
  'bad-seed': ({ max }) => `The seed can be a whole number from 0 to ${number.format(max)}.`,
  'too-many-runs': ({ runs, max }) =>
    `This study has ${number.format(runs)} runs. A page does up to ${number.format(max)}: use fewer values or runs, or npm run lab.`,
  'too-many-servers': ({ max }) => `With the added ones, there can be up to ${number.format(max)} servers.`,
  'too-many-crashes': ({ max }) =>
    `One run would have more than ${number.format(max)} crashes. Use fewer crashes a minute, fewer requests or a shorter think time.`,
};

const manyRuns = (count: number) =>
  `${number.format(count)} ${plural.select(count) === 'one' ? 'run' : 'runs'}`;

export const labText: LabText = {
  findLossHint: 'A study measures how often it happens. A search finds faults that cause it:',
  findLoss: 'Find a loss in the present run…',
  readyMade: 'Ready-made studies',
  studies: {
    'login-storm': {
      title: 'Login storm',
      hint: 'How long until everyone is back in?',
      about:
        'After ten seconds the session store is emptied, and all customers log in again at the same time. Each login occupies a worker while the password is hashed.',
      question: 'How long can a hash take before the slowest requests take longer than a second?',
    },
    'retry-storm': {
      title: 'Retry storm',
      hint: 'When do retries keep the outage alive?',
      about:
        'All servers are down for three seconds, and clients give up after half a second. Each failed request is sent again, so the servers have more to do when they come back.',
      question: 'With up to three retries, how many times does one request reach a server on average?',
    },
    autoscaling: {
      title: 'Sticky sessions and autoscaling',
      hint: 'Do new servers help old sessions?',
      about:
        'Servers are added while customers are busy. A load balancer that binds each customer to a server gives the new servers only new customers.',
      question:
        'With sticky sessions and six more servers, what share of the requests does the busiest one get?',
      asked: 'sticky sessions',
    },
    replication: {
      title: 'Cost of replication',
      hint: 'What does the ninth server cost?',
      about:
        'Each server sends every session it changes to all the others. So the number of copies grows with the number of servers.',
      question:
        'When nine servers replicate sessions, how many bytes does one request cost inside the cluster?',
      asked: 'replicate sessions',
    },
    'token-bytes': {
      title: 'What a token costs in bytes',
      hint: 'How much does each request carry?',
      about:
        'A session ID is short, and a signed token is long, and both travel with every request. The login itself is spread over the requests that follow.',
      question: 'With 32 requests per client, how many bytes does each one cost with a signed token?',
      asked: 'signed token',
    },
    'rolling-deploy': {
      title: 'Rolling deploy',
      hint: 'Which logins survive the release?',
      about:
        'One server after the other is drained and replaced by a new one. A server that holds sessions takes them with it.',
      question:
        'With sticky sessions and a new server every ten seconds, how many of 1,000 requests are asked to log in again?',
      asked: 'sticky sessions',
    },
    'health-checks': {
      title: 'Health-check interval',
      hint: 'How long do requests wait for it?',
      about:
        'About six times a minute, a server’s machine goes dark. Until its health checks fail, the load balancer still sends it requests, and they wait.',
      question:
        'With a health check every five seconds and a shared store, how long do the slowest five percent take?',
      asked: 'shared store',
    },
    eviction: {
      title: 'Eviction',
      hint: 'Who is logged out as the store fills?',
      about:
        'Forty customers share a session store with room for a limited number of sessions. When it’s full, it evicts the session that was used the longest time ago.',
      question: 'How many entries does the shared store need until no one is asked to log in again?',
      asked: 'shared store',
    },
  },
  ownStudy: 'Crashes and lost sessions',
  study: 'Study',
  across: 'Across',
  secondAxis: 'Second axis',
  noSecondAxis: 'None: draw lines',
  from: 'from',
  to: 'to',
  step: 'step',
  values: 'Values',
  statefulLines: 'Lines: stateful',
  statelessLines: 'Lines: stateless',
  script: 'Clients',
  scripts: {
    account: 'log in and use their account',
    shop: 'buy in the shop',
    payment: 'pay',
    visit: 'visit the public page',
  },
  measure: 'Measure',
  measures: {
    sessionsLost: 'Sessions lost, per 1,000',
    requestsFailed: 'Requests failed, per 1,000',
    askedAgain: 'Asked again, per 1,000 requests',
    duplicateCharges: 'Charged twice, per 1,000 payments',
    latencyMedian: 'Latency, median (ms)',
    latency95: 'Latency, 95th percentile (ms)',
    latency99: 'Latency, 99th percentile (ms)',
    attempts: 'Attempts that reach a server, per request',
    busiestServer: 'Requests on the busiest server (%)',
    clientBytes: 'Bytes between client and cluster, per request',
    clusterBytes: 'Bytes within the cluster, per request',
    serverMemory: 'Server memory at the end (bytes)',
    storeMemory: 'Store memory at the end (bytes)',
    storeRoundTrips: 'Store round trips, per request',
    'lost-crashed': 'Lost in a crash or restart, per 1,000',
    'lost-left': 'Removed with a server, per 1,000',
    'lost-change-crashed': 'Latest change lost in a crash or restart, per 1,000',
    'lost-evicted': 'Evicted by a full store, per 1,000',
    'lost-not-stored': 'Never stored, per 1,000',
    'lost-diverged': 'Replaced by the other store’s data, per 1,000',
    'lost-stale': 'Answered from old data, per 1,000',
    'lost-flushed': 'Deleted by a command, per 1,000',
    'lost-overwritten': 'Overwritten by another request, per 1,000',
    'lost-revived': 'Logout undone by another request, per 1,000',
    'lost-replaced': 'Replaced by a new session, per 1,000',
  },
  runsPerPoint: 'Runs per point',
  seed: 'Seed',
  fixed: 'Everything else',
  parameters: {
    servers: 'Servers',
    clients: 'Clients',
    requests: 'Requests per client',
    balancing: 'Load balancing',
    arrivals: 'Arrivals',
    arrivalRate: 'Arrivals per second',
    thinkMs: 'Think time (ms)',
    crashesPerMinute: 'Crashes per minute',
    storeCrashesToo: 'The store crashes, too',
    crashHow: 'What crashes',
    downS: 'Down after a crash (s)',
    outageAtS: 'All servers crash after (s, 0: never)',
    flushAtS: 'Store is emptied after (s, 0: never)',
    deployEveryS: 'Deploy replaces a server every (s, 0: no deploy)',
    addedServers: 'Servers added',
    latencyMs: 'Latency to clients (ms)',
    lossPercent: 'Loss (%)',
    storeCapacity: 'Store capacity (entries, 0: unlimited)',
    storeIsPersistent: 'Store writes to disk',
    storeHasReplica: 'Store has a replica',
    workers: 'Workers per server',
    queueMax: 'Queue limit per server',
    serviceMs: 'Work per request (ms)',
    passwordHashMs: 'Password hash (ms)',
    retries: 'Retries',
    retryDelayMs: 'Delay before a retry (ms)',
    backoff: 'Back-off: each delay times',
    jitter: 'Jitter',
    retryBudgetPercent: 'Retry budget (% of requests, 100: none)',
    clientTimeoutMs: 'Client timeout (ms)',
    serverTimeoutMs: 'Load balancer timeout (ms)',
    healthIntervalMs: 'Health-check interval (ms)',
    idempotencyKeys: 'Idempotency keys',
  },
  choices: {
    no: 'No',
    yes: 'Yes',
    within: 'Spread evenly',
    poisson: 'Poisson',
    burst: 'All at once',
    ramp: 'Faster and faster',
    process: 'The process dies',
    machine: 'The machine goes dark',
  },
  units: { one: '', seconds: 's', milliseconds: 'ms', percent: '%', perMinute: '/min', perSecond: '/s' },
  run: 'Run',
  resume: 'Resume',
  cancel: 'Cancel',
  progress: 'Progress',
  runsOf: (done, total) => `${number.format(done)} of ${number.format(total)} runs`,
  timeLeft: (seconds) => `${number.format(seconds)} s left`,
  roundsOf: (rounds, all, points) =>
    `${number.format(rounds)} of ${number.format(all)} runs at each of ${number.format(points)} points`,
  cancelled: 'Cancelled. The runs so far are kept.',
  failed:
    'The workers stopped. The runs so far are kept. Run it again, or reload the page if that doesn’t help.',
  failedRuns: (count) =>
    `${manyRuns(count)} failed and ${plural.select(count) === 'one' ? 'is' : 'are'} left out.`,
  noThreads: 'Web workers aren’t available, so the runs share the page’s main thread.',
  plot: 'Plot',
  plotHint: 'Arrow keys move along a line and between lines. Enter opens the run.',
  onePlot: 'One plot',
  byStrategy: 'By strategy',
  look: 'Layout',
  bandOf: (runs, isRunning) =>
    isRunning
      ? `Line: median of the ${manyRuns(runs)} so far. Band: 10th to 90th percentile.`
      : `Line: median of ${manyRuns(runs)}. Band: 10th to 90th percentile.`,
  heatOf: (runs) => `Each cell: median of ${manyRuns(runs)}.`,
  empty: 'No runs yet. Press Run.',
  zeroInEveryRun: '0 in every run',
  value: (value, unit) =>
    `${value >= 100 ? number.format(Math.round(value)) : measured.format(value)}${units[unit]}`,
  between: (low, high) => `${low}–${high}`,
  at: (parameter, value) => `${parameter}: ${value}`,
  ranges: (low, high, runs) =>
    `10–90%: ${low} to ${high}, ${number.format(runs)} ${plural.select(runs) === 'one' ? 'run' : 'runs'}`,
  openRun: 'Open this run',
  openRunAt: {
    loss: 'Open this run at its first loss',
    failure: 'Open this run at its first failed request',
    'asked-again': 'Open this run at the first repeated question',
  },
  sameNumbers: 'The same numbers',
  sameNumbersHint: 'Median and 10–90%. Every run is in the CSV.',
  csv: 'CSV',
  svg: 'SVG',
  png: 'PNG',
  copyLink: 'Copy link',
  copied: 'Copied',
  notCopied: 'Copy it from the address bar.',
  notSaved: 'This file can’t be made. It may be too large for this browser.',
  saveRuns: 'Save runs',
  openRuns: 'Open runs',
  openingRuns: 'Reading the file…',
  cutFile: 'The last line of this file is incomplete and is left out.',
  unreadableFile: 'This file can’t be read. It may have changed, or be too large for this device.',
  question: 'Question',
  predictFirst: 'Predict first',
  reveal: 'Reveal',
  answers: 'Answers to choose from',
  answerIs: (letter, words) => `Answer: ${letter}, ${words}`,
  strategy: 'Strategy',
  problems,
  fileProblems: {
    'bad-line': ({ line }) => `Line ${line} of this file can’t be read.`,
    'other-study': ({ line }) => `Line ${line} begins the runs of another study.`,
    'other-measures': 'This file was made by another version of Statescope.',
    'no-study': 'This file has no study in its first line.',
  },
};
