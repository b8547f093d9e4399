/** Help in English. */
import type { HelpText } from '../../features/keyboard/help-text.ts';
import type { KeyAction } from '../../features/keyboard/key-table.ts';

const keyActions: Record<KeyAction, string> = {
  'next-step': 'Next step; while a message is on its way, let it arrive',
  'previous-step': 'Previous step',
  'next-request': 'To the end of the next request',
  'previous-request': 'To the end of the previous request',
  'next-scene': 'Next scene of the lesson',
  'previous-scene': 'Previous scene',
  'toggle-play': 'Play or pause',
  'first-step': 'First step',
  'last-step': 'Last step',
  'other-mode': 'The other mode: stateful or stateless',
  'toggle-detail': 'Full or essential detail',
  'toggle-future': 'Show what is to come, in grey, or hide it',
  'toggle-compare': 'Compare two strategies, or stop it',
  'toggle-power': 'Crash or restart that server',
  operate: 'What an operator can do: crash, cut, drop, say, and more',
  predict: 'Predict: stop and ask before what decides, or not',
  'choose-option': 'While a question is open: choose that answer',
  'type-digit': 'While predicting: count hands for the chosen answer',
  reveal: 'While a question is open: reveal the answer',
  'skip-question': 'While a question is open: skip it',
  'inspect-earlier': 'Look at the step before, without going there',
  'inspect-later': 'Look at the step after it; Escape ends looking',
  'next-branch': 'To another of the futures that were tried',
  undo: 'Undo the last command, or bring a removed future back',
  redo: 'Redo it',
  slower: 'Slower',
  faster: 'Faster',
  present: 'Present in full screen, or leave it',
  blank: 'Blank the screen; any key brings it back',
  laser: 'Laser pointer, while presenting',
  sound: 'Sound on or off',
  help: 'This list',
};

export const helpText: HelpText = {
  introduction:
    'A customer shops at a small cluster that runs in this page. Step through it, crash a server, and watch what is forgotten. Then choose where the state lives, and watch the same story again.',
  keys: 'Keys',
  keyActions,
  keysOn: 'Use keys that are letters, digits or symbols',
  soundOn: 'Let steps be heard, too',
};
