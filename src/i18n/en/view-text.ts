/** The interface in English. */
import type { KeyAction } from '../../views/keyboard/key-table.ts';
import type { ViewText } from '../../views/view-text.ts';

const number = new Intl.NumberFormat('en');

const keyActions: Record<KeyAction, string> = {
  'next-step': 'Next step; while a message is on its way, let it arrive',
  'previous-step': 'Previous step',
  'next-request': 'To the end of the next request',
  'previous-request': 'To the end of the previous request',
  'toggle-play': 'Play or pause',
  'first-step': 'First step',
  'last-step': 'Last step',
  'other-mode': 'The other mode: stateful or stateless',
  'toggle-power': 'Crash or restart that server',
  slower: 'Slower',
  faster: 'Faster',
  present: 'Present on the full screen, or leave it',
  help: 'This list',
};

export const viewText: ViewText = {
  language: 'en',
  lesson: 'Lesson',
  lessonTitle: (id) => (id === 'clerk' ? 'Shopping: the clerk changes' : id),

  state: 'State',
  mode: (mode) => (mode === 'stateful' ? 'Stateful' : 'Stateless'),
  whereStateLives: 'Where the state lives',
  strategy: (strategy) => (strategy === 'server-memory' ? 'Server memory' : 'Client carries it'),
  product: 'Product',
  productName: (product) => (product === 'laptop' ? 'Laptop' : 'Americano'),
  balancing: 'Balancing',
  balancingPolicy: (policy) => (policy === 'first' ? 'First healthy' : 'Round robin'),

  diagram: 'Diagram',
  memoryOf: (name) => `Memory of ${name}`,
  crash: (name) => `Crash ${name}`,
  restart: (name) => `Restart ${name}`,
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
  speedValue: (speed) => `${({ 0.25: '¼', 0.5: '½' } as Record<number, string>)[speed] ?? speed}×`,
  startOver: 'Start over',
  atTheEnd: 'The end. Change the mode, or step back and crash a server.',
  stepOf: (step, steps) => `Step ${step} of ${steps}`,
  stepSentence: (step, sentence) => `Step ${step}: ${sentence}`,

  steps: 'Steps',
  details: 'Details',
  view: 'View',
  message: 'Message',
  noMessage: 'No message travels in this step.',
  scoreboard: 'Scoreboard',
  sessionsLost: 'Sessions lost',
  questionsAsked: 'Asked again',
  requestsFailed: 'Requests failed',
  bytesPerRequest: 'Bytes a request',
  serverMemory: 'Server memory',

  otherLanguage: '한국어',
  themeButton: (next) => (next === 'dark' ? 'Dark theme' : 'Light theme'),
  help: 'Help',
  present: 'Present',
  helpIntroduction:
    'A customer shops at a small cluster that runs in this page. Step through it, crash a server, and watch what is forgotten. Then choose where the state lives, and watch the same story again.',
  keys: 'Keys',
  keyAction: (action) => keyActions[action],
  keysOn: 'Keys that are letters, digits or signs',
  close: 'Close',

  problem(problem) {
    switch (problem.kind) {
      case 'unknown-lesson':
        return `There is no lesson “${problem.value}”. This is the first one.`;
      case 'unknown-strategy':
        return `There is no strategy “${problem.value}”. This is the lesson’s own.`;
      case 'unknown-language':
        return `Statescope does not speak “${problem.value}”. It speaks ko and en.`;
      case 'unknown-theme':
        return `There is no theme “${problem.value}”. There are light and dark.`;
      case 'bad-step':
        return `“${problem.value}” is not a step. Steps are numbers from 1.`;
      case 'step-out-of-range':
        return `There is no step ${problem.value} in this run. This is step ${problem.shown}.`;
      case 'bad-run':
        return 'The run in this link cannot be read: it was cut off or changed. This is the lesson without it.';
      case 'later-version':
        return 'The run in this link was made by a later version of Statescope. This is the lesson without it.';
      default:
        throw new Error(`Unknown problem ${problem satisfies never}`);
    }
  },
  dismiss: 'Dismiss',
  panelBroken: (panel) => `“${panel}” failed. The rest of the page goes on.`,
  tryAgain: 'Try again',
  number: (value) => number.format(value),
};
