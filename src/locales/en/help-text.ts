/** Help in English. */
import type { HelpText } from '../../features/keyboard/help-text.ts';
import type { KeyAction } from '../../features/keyboard/key-table.ts';

const keyActions: Record<KeyAction, string> = {
  'next-step': 'Next step; if a message is moving, finish it',
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
  'toggle-future': 'Show upcoming steps in grey, or hide them',
  'toggle-transit': 'Draw overlapping messages slanted or level',
  'toggle-compare': 'Compare two strategies, or stop comparing',
  'go-to-digit': 'In a diagram: choose that branch where one begins, or type the number of a step',
  'toggle-power': 'Crash or restart that server',
  operate: 'Open the command menu: crash, cut, drop, say, and more',
  predict: 'Turn predictions on or off: stop and ask before a deciding step',
  'choose-option': 'During a question: choose that answer',
  'type-digit': 'While predicting: enter the votes for the chosen answer',
  reveal: 'During a question: reveal the answer',
  'skip-question': 'During a question: skip it',
  'inspect-earlier': 'Inspect the previous step without leaving the current one',
  'inspect-later': 'Inspect the next step; Escape stops inspecting',
  'next-branch': 'Switch to another future that you tried',
  undo: 'Undo the last command, or bring a removed future back',
  redo: 'Redo it',
  slower: 'Slower',
  faster: 'Faster',
  present: 'Present in full screen, or stop presenting',
  blank: 'Blank the screen; any key brings it back',
  laser: 'Laser pointer, while presenting',
  sound: 'Sound on or off',
  help: 'This list',
};

export const helpText: HelpText = {
  introduction:
    'A customer shops at a small cluster that runs in this page. Step through it, crash a server, and see what’s lost. Then choose where the state lives, and watch the same run again.',
  keys: 'Keys',
  keyActions,
  keysOn: 'Use keyboard shortcuts with letters, digits and symbols',
  soundOn: 'Play a sound for each step',
  licences: 'Licences:',
  packages: 'packages',
};
