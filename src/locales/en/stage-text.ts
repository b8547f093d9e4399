/** What is loaded first of the interface in English. */

import type { StageText } from '../../features/view-text.ts';
import type { BalancingPolicy } from '../../simulation/actors/balancing.ts';
import type { Mode } from '../../simulation/strategies/strategy-traits.ts';
import type { VariantId } from '../../simulation/variants.ts';

const number = new Intl.NumberFormat('en');
const modes: Record<Mode, string> = { stateful: 'Stateful', stateless: 'Stateless' };
const variants: Record<VariantId, string> = {
  'server-memory': 'Server memory',
  sticky: 'Sticky sessions',
  replicated: 'Replicated sessions',
  'shared-store': 'Shared store',
  'client-state': 'Client carries it',
  'signed-token': 'Signed token',
  'sealed-cookie': 'Sealed cookie',
  tcp: 'TCP',
  udp: 'UDP',
};
const balancingPolicies: Record<BalancingPolicy, string> = {
  first: 'First healthy',
  'round-robin': 'Round robin',
  'least-connections': 'Least connections',
  cookie: 'By cookie',
  'source-address': 'By address',
};
const fractions: Partial<Record<number, string>> = { 0.25: '¼', 0.5: '½' };

export const stageText: StageText = {
  language: 'en',
  lesson: 'Lesson',

  state: 'State',
  modes,
  whereStateLives: 'Where the state lives',
  variants,
  balancing: 'Balancing',
  balancingPolicies,

  fullDetail: 'Full detail',

  compare: 'Compare',
  firstDifference: '≠ First difference.',
  diagram: 'Diagram',
  memoryOf: (name) => `Memory of ${name}`,
  crash: (name) => `Crash ${name}`,
  restart: (name) => `Restart ${name}`,
  operate: 'Operate',
  operateNode: (name) => `${name}: operate`,
  addServer: 'Add server',
  lost: 'lost',
  bytes: (count) => `${number.format(count)} B`,

  playback: 'Playback',
  firstStep: 'First step',
  previousStep: 'Previous step',
  play: 'Play',
  pause: 'Pause',
  nextStep: 'Next step',
  lastStep: 'Last step',
  step: 'Step',
  speed: 'Speed',
  speedValue: (speed) => `${fractions[speed] ?? speed}×`,
  startOver: 'Start over',
  moreControls: 'More controls',
  showFuture: 'Show upcoming steps',
  captions: {
    otherBranch: 'Futures',
    removeBranch: 'Remove',
    showFuture: 'Upcoming',
    startOver: 'Start over',
  },
  cutOff: 'This run is too long for a page, so it stops here. Use fewer clients or shorter scripts.',
  atTheEnd: 'The end.',
  endOfDiagram: 'The end.',
  whatNext: 'What next',
  stepOf: (step, steps) => `Step ${step} of ${steps}`,
  stepSentence: (step, sentence) => `Step ${step}: ${sentence}`,

  steps: 'Steps',
  earlierSteps: (count) => `Show the ${number.format(count)} steps before these`,
  details: 'Details',
  view: 'View',
  cause: 'cause',
  inspectStep: (step) => `Inspect step ${step}`,
  trends: 'Trends so far',
  help: 'Help',
  present: 'Present',
  loadHelpText: async () => (await import('./help-text.ts')).helpText,
  close: 'Close',
  predict: 'Predict',
  loadPredictText: async () => (await import('./predict-text.ts')).predictText,
  fixSides: { before: 'Before the fix', after: 'After the fix' },
  build: 'Build',
  dismiss: 'Dismiss',
  whyReload: {
    'newer-version': 'A newer version of Statescope is available. It keeps your run.',
    'failure-kept': 'Part of the page couldn’t be loaded. A reload fetches it and keeps your run.',
  },
  reload: 'Reload',
  panelBroken: (panel) => `“${panel}” failed. The rest of the page still works.`,
  tryAgain: 'Try again',
};
