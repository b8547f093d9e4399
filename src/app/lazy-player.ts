/** A player that can be stepped through at once, and loads the simulation later. */
import { isNavigation, navigate } from '../player/navigate.ts';
import { createPlayer, type PlayerStore, type Reducer } from '../player/player.ts';
import type { Action, PlayerState } from '../player/state.ts';

/** Sees an action before it's applied, and decides whether it is. */
export type Middleware = (action: Action, apply: (action: Action) => void) => void;

export interface LazyPlayer {
  readonly player: PlayerStore;
  /** Actions that wait for the reducer. */
  waitingActions(): readonly Action[];
  setMiddleware(middleware: Middleware): void;
  /** Loads the reducer before an action needs it. A failure is ignored here: the first such action retries. */
  preload(): Promise<void>;
  /**
   * Calls back when an action was dropped because the reducer couldn't be loaded.
   *
   * @returns Unsubscribes.
   */
  whenDropped(listener: () => void): () => void;
}

/**
 * Actions apply in dispatch order. While one waits for the reducer, later ones wait as well.
 *
 * @param state A state without a comparison or a prediction.
 */
export function createLazyPlayer(state: PlayerState, loadReducer: () => Promise<Reducer>): LazyPlayer {
  let reduce: Reducer | null = null;
  /** Null while no action waits. */
  let waiting: Action[] | null = null;
  const listeners = new Set<() => void>();
  const player = createPlayer(state, (before, action) => {
    if (reduce !== null) return reduce(before, action);
    if (isNavigation(action)) return navigate(before, action);
    throw new Error(`The action ${action.kind} needs the simulation.`);
  });
  const { dispatch: apply } = player.getState();
  let middleware: Middleware = (action, then) => then(action);
  const carryOut = (action: Action) => middleware(action, apply);

  const dispatch = (action: Action) => {
    if (waiting !== null) {
      waiting.push(action);
    } else if (reduce !== null || isNavigation(action)) {
      carryOut(action);
    } else {
      waiting = [action];
      load().then(goOn, giveUp);
    }
  };
  const load = async () => {
    reduce ??= await loadReducer();
  };
  const takeWaiting = () => {
    const actions = waiting ?? [];
    waiting = null;
    return actions;
  };
  const goOn = () => {
    for (const action of takeWaiting()) dispatch(action);
  };
  const giveUp = () => {
    // Includes the clock's own actions: without them, a playing run would stop for good.
    for (const action of takeWaiting().filter(isNavigation)) dispatch(action);
    for (const listener of listeners) listener();
  };

  player.setState({ dispatch });
  return {
    player,
    waitingActions: () => waiting ?? [],
    setMiddleware: (next) => {
      middleware = next;
    },
    preload: () => load().catch(() => {}),
    whenDropped: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
