/** Every key and its action. The keyboard handler and the list of keys in Help both come from this table. */

import type { Action } from '../../player/state.ts';
import { serverId } from '../../simulation/cluster.ts';

export type KeyAction =
  | 'next-step'
  | 'previous-step'
  | 'toggle-play'
  | 'first-step'
  | 'last-step'
  | 'next-request'
  | 'previous-request'
  | 'next-scene'
  | 'previous-scene'
  | 'other-mode'
  | 'toggle-compare'
  | 'toggle-detail'
  | 'toggle-future'
  | 'toggle-transit'
  | 'predict'
  | 'choose-option'
  | 'type-digit'
  | 'reveal'
  | 'skip-question'
  | 'go-to-digit'
  | 'toggle-power'
  | 'operate'
  | 'inspect-earlier'
  | 'inspect-later'
  | 'undo'
  | 'redo'
  | 'next-branch'
  | 'slower'
  | 'faster'
  | 'present'
  | 'blank'
  | 'laser'
  | 'sound'
  | 'help';

export interface KeyBinding {
  readonly action: KeyAction;
  /** Values of `KeyboardEvent.code`: the key's position, independent of the input method. */
  readonly codes: readonly string[];
  readonly shift?: boolean;
  /** Key labels, for people. */
  readonly shown: readonly string[];
  /** A key that types a character can be turned off (WCAG 2.1.4). */
  readonly isCharacter: boolean;
  /** Repeats while it's held down. */
  readonly repeats?: boolean;
  /** Works even while a slider or a radio has the focus, because a clicker sends these keys. */
  readonly always?: boolean;
  /**
   * Applies only while predicting, or only while a question is open, before any other binding of the same key.
   * Default: at any time.
   */
  readonly during?: 'predicting' | 'question' | 'diagram';
}

/** What the player does, as far as it decides what a key means. */
export type KeySituation = 'free' | NonNullable<KeyBinding['during']>;

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export const keyTable: readonly KeyBinding[] = [
  {
    action: 'next-step',
    codes: ['PageDown'],
    shown: ['PageDown'],
    isCharacter: false,
    repeats: true,
    always: true,
  },
  {
    action: 'previous-step',
    codes: ['PageUp'],
    shown: ['PageUp'],
    isCharacter: false,
    repeats: true,
    always: true,
  },
  { action: 'next-request', codes: ['ArrowRight'], shift: true, shown: ['Shift', '→'], isCharacter: false },
  {
    action: 'previous-request',
    codes: ['ArrowLeft'],
    shift: true,
    shown: ['Shift', '←'],
    isCharacter: false,
  },
  { action: 'next-step', codes: ['ArrowRight'], shown: ['→'], isCharacter: false, repeats: true },
  { action: 'previous-step', codes: ['ArrowLeft'], shown: ['←'], isCharacter: false, repeats: true },
  { action: 'next-scene', codes: ['KeyN'], shown: ['N'], isCharacter: true },
  { action: 'previous-scene', codes: ['KeyN'], shift: true, shown: ['Shift', 'N'], isCharacter: true },
  { action: 'toggle-play', codes: ['Space'], shown: ['Space'], isCharacter: false },
  { action: 'first-step', codes: ['Home'], shown: ['Home'], isCharacter: false },
  { action: 'last-step', codes: ['End'], shown: ['End'], isCharacter: false },
  { action: 'other-mode', codes: ['KeyM'], shown: ['M'], isCharacter: true },
  { action: 'toggle-compare', codes: ['KeyV'], shown: ['V'], isCharacter: true },
  { action: 'toggle-detail', codes: ['KeyD'], shown: ['D'], isCharacter: true },
  { action: 'toggle-future', codes: ['KeyG'], shown: ['G'], isCharacter: true },
  { action: 'toggle-transit', codes: ['KeyT'], shown: ['T'], isCharacter: true },
  {
    action: 'toggle-power',
    // Not the number pad's: without NumLock those are arrows, Home and End.
    codes: digits.map((digit) => `Digit${digit}`),
    shown: ['1 … 9'],
    isCharacter: true,
  },
  {
    action: 'go-to-digit',
    codes: ['Digit0', ...digits.map((digit) => `Digit${digit}`)],
    shown: ['0 … 9'],
    isCharacter: true,
    during: 'diagram',
  },
  { action: 'operate', codes: ['KeyC'], shown: ['C'], isCharacter: true },
  { action: 'predict', codes: ['KeyP'], shown: ['P'], isCharacter: true },
  // Not B alone: it's the blank button of a clicker, whatever is on the screen.
  {
    action: 'choose-option',
    codes: ['KeyA', 'KeyC', 'KeyD'],
    shown: ['A, C, D'],
    isCharacter: true,
    during: 'question',
  },
  {
    action: 'choose-option',
    codes: ['KeyA', 'KeyB', 'KeyC', 'KeyD'],
    shift: true,
    shown: ['Shift', 'A … D'],
    isCharacter: true,
    during: 'question',
  },
  // Between two questions too: a digit that comes late must not crash a server.
  {
    action: 'type-digit',
    codes: ['Digit0', ...digits.map((digit) => `Digit${digit}`)],
    shown: ['0 … 9'],
    isCharacter: true,
    during: 'predicting',
  },
  { action: 'reveal', codes: ['KeyR'], shown: ['R'], isCharacter: true, during: 'question' },
  { action: 'skip-question', codes: ['KeyX'], shown: ['X'], isCharacter: true, during: 'question' },
  { action: 'inspect-earlier', codes: ['KeyJ'], shown: ['J'], isCharacter: true, repeats: true },
  { action: 'inspect-later', codes: ['KeyK'], shown: ['K'], isCharacter: true, repeats: true },
  { action: 'next-branch', codes: ['KeyO'], shown: ['O'], isCharacter: true },
  { action: 'undo', codes: ['KeyZ'], shown: ['Z'], isCharacter: true },
  { action: 'redo', codes: ['KeyZ'], shift: true, shown: ['Shift', 'Z'], isCharacter: true },
  { action: 'slower', codes: ['BracketLeft'], shown: ['['], isCharacter: true },
  { action: 'faster', codes: ['BracketRight'], shown: [']'], isCharacter: true },
  { action: 'present', codes: ['KeyF'], shown: ['F'], isCharacter: true },
  { action: 'blank', codes: ['KeyB'], shown: ['B'], isCharacter: true },
  { action: 'blank', codes: ['Period'], shown: ['.'], isCharacter: true },
  { action: 'laser', codes: ['KeyL'], shown: ['L'], isCharacter: true },
  { action: 'sound', codes: ['KeyS'], shown: ['S'], isCharacter: true },
  { action: 'help', codes: ['Slash'], shift: true, shown: ['?'], isCharacter: true },
];

type Press = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** The binding of a key press, or undefined. Modifiers that a binding doesn't name belong to the browser. */
export function bindingOf(event: Press, situation: KeySituation = 'free'): KeyBinding | undefined {
  const subject = situation === 'diagram' ? 'diagram' : 'run';
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const bindings = keyTable.filter(
    (binding) =>
      binding.codes.includes(event.code) &&
      (binding.shift ?? false) === event.shiftKey &&
      actsOn(subject, binding),
  );
  return (
    bindings.find(({ during }) => during !== undefined && applies(during, situation)) ??
    bindings.find(({ during }) => during === undefined)
  );
}

/** A question is open only while predicting. */
function applies(during: NonNullable<KeyBinding['during']>, situation: KeySituation): boolean {
  if (during === 'diagram' || situation === 'diagram') return during === situation;
  return during === situation || (during === 'predicting' && situation === 'question');
}

/** What has a meaning for an imported diagram. It has no lesson, no cluster and no other strategy. */
const diagramActions: ReadonlySet<KeyAction> = new Set<KeyAction>([
  ...(['next-step', 'previous-step', 'toggle-play', 'first-step', 'last-step'] as const),
  ...(['next-request', 'previous-request', 'toggle-detail', 'toggle-future', 'toggle-transit'] as const),
  ...(['go-to-digit', 'undo', 'slower', 'faster'] as const),
  ...(['present', 'blank', 'laser', 'sound', 'help'] as const),
]);

/** Whether a binding can act on what is on the stage: a run, or an imported diagram. */
export function actsOn(subject: 'run' | 'diagram', { action }: KeyBinding): boolean {
  return subject === 'run' || diagramActions.has(action);
}

/** Actions of the page rather than the player. */
const pageActions = ['help', 'operate', 'present', 'blank', 'laser', 'sound', 'predict'] as const;
export type PageAction = (typeof pageActions)[number];

export function isPageAction(action: KeyAction): action is PageAction {
  return pageActions.some((each) => each === action);
}

/** A key's action on the player. */
export function actionOf(action: Exclude<KeyAction, PageAction | 'go-to-digit'>, code: string): Action {
  switch (action) {
    case 'toggle-power':
      return { kind: action, node: serverId(Number(code.at(-1))) };
    case 'type-digit':
      return { kind: action, digit: Number(code.at(-1)) };
    case 'choose-option':
      return { kind: action, option: 'ABCD'.indexOf(code.at(-1) ?? '') };
    default:
      return { kind: action };
  }
}
