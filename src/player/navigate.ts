/**
 * Navigation and selection within a recording. Doesn't simulate, so the page can do it before the simulation has
 * loaded.
 */
import { seek, timelineIndex, timelineLength, timelineStep } from './comparison.ts';
import { selectStep, withoutStaleSelection } from './selection.ts';
import { type Action, type PlayerState, speeds } from './state.ts';

/** Navigation that any recording has, with or without a run behind it. */
export const travelKinds = [
  'next-step',
  'previous-step',
  'first-step',
  'last-step',
  'next-request',
  'previous-request',
  'go-to',
  'toggle-play',
  'advance',
  'finish-motion',
  'faster',
  'slower',
  'set-speed',
  'toggle-future',
  'allow-motion',
] as const satisfies readonly Action['kind'][];

const kinds = [
  ...travelKinds,
  'select',
  'inspect-earlier',
  'inspect-later',
  'toggle-causes',
] as const satisfies readonly Action['kind'][];

export type NavigationAction = Extract<Action, { readonly kind: (typeof kinds)[number] }>;

const navigationKinds: ReadonlySet<Action['kind']> = new Set(kinds);

export function isNavigation(action: Action): action is NavigationAction {
  return navigationKinds.has(action.kind);
}

/**
 * Leaves the lesson's position as it is, because that is read from the run's trace.
 *
 * @param state A state without a prediction.
 */
export function navigate(state: PlayerState, action: NavigationAction): PlayerState {
  return withoutStaleSelection(state, move(state, action));
}

/** The move alone. `reduce` does the rest once for all actions. */
export function move(state: PlayerState, action: NavigationAction): PlayerState {
  const last = timelineLength(state) - 1;
  const place = timelineIndex(state);
  switch (action.kind) {
    case 'next-step':
      // A press during the motion completes it. The next press steps.
      if (state.isMoving) return { ...state, isMoving: false, isPlaying: false };
      return step(state, place + 1, { moving: true });
    case 'previous-step':
      return step(state, place - 1);
    case 'first-step':
      return step(state, 0);
    case 'last-step':
      return step(state, last);
    case 'next-request':
      return step(state, requestEnd(state, 1));
    case 'previous-request':
      return step(state, requestEnd(state, -1));
    case 'go-to':
      return step(state, action.step);
    case 'toggle-play': {
      if (state.isPlaying) return { ...state, isPlaying: false };
      return place === last
        ? { ...step(state, 0, { moving: true }), isPlaying: true }
        : { ...state, isPlaying: true };
    }
    case 'advance':
      return { ...step(state, place + 1, { moving: true }), isPlaying: place + 1 < last };
    case 'finish-motion':
      return { ...state, isMoving: false };
    case 'faster':
      return { ...state, speed: neighbourSpeed(state, 1) };
    case 'slower':
      return { ...state, speed: neighbourSpeed(state, -1) };
    case 'set-speed':
      return { ...state, speed: action.speed };
    case 'select':
      return { ...state, selection: action.selection, isPlaying: false };
    case 'inspect-earlier':
      return { ...state, selection: selectStep(state, -1), isPlaying: false };
    case 'inspect-later':
      return { ...state, selection: selectStep(state, 1), isPlaying: false };
    case 'toggle-causes':
      return { ...state, showsCauses: !state.showsCauses, isPlaying: false };
    case 'toggle-future':
      return { ...state, showsFuture: !state.showsFuture };
    case 'allow-motion':
      return { ...state, allowsMotion: action.allowed, isMoving: state.isMoving && action.allowed };
    default:
      throw new Error(`Unknown action ${action satisfies never}`);
  }
}

/** A person's own step pauses. Clamped at either end. */
function step(state: PlayerState, target: number, { moving = false } = {}): PlayerState {
  const next = seek(state, target);
  const hasMoved = timelineIndex(next) !== timelineIndex(state);
  const isMoving = moving && hasMoved && state.allowsMotion;
  return { ...next, isMoving, isPlaying: false, stepBeforeHiding: hasMoved ? null : state.stepBeforeHiding };
}

/** The last step of the next or previous request, which shows its outcome. */
function requestEnd(state: PlayerState, direction: 1 | -1): number {
  const last = timelineLength(state) - 1;
  const requestAt = (place: number) => timelineStep(state, place)?.request;
  let place = timelineIndex(state) + direction;
  while (place > 0 && place < last && requestAt(place) === requestAt(place + 1)) place += direction;
  return place;
}

function neighbourSpeed({ speed }: PlayerState, direction: 1 | -1) {
  return speeds[speeds.indexOf(speed) + direction] ?? speed;
}
