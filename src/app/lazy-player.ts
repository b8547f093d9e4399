/** A player that can be stepped through at once, and gets the simulation later. */
import { isNavigation, navigate } from '../player/navigate.ts';
import { createPlayer, type PlayerStore, type Reducer } from '../player/player.ts';
import type { Action, PlayerState } from '../player/state.ts';

export interface LazyPlayer {
  readonly player: PlayerStore;
  /** Loads the reducer before an action needs it. A failure is no one's concern yet: the first such action tries again. */
  preload(): Promise<void>;
  /**
   * Calls back when an action was dropped because the reducer could not be loaded.
   *
   * @returns Stops listening.
   */
  whenDropped(listener: () => void): () => void;
}

/**
 * Actions are carried out in the order in which they were dispatched. While one waits for the reducer, those after it
 * wait as well.
 *
 * @param state One in which nothing is compared and nobody predicts.
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
  const { dispatch: carryOut } = player.getState();

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
    // The clock's own actions are among them: without them, a run that plays would stop for good.
    for (const action of takeWaiting().filter(isNavigation)) dispatch(action);
    for (const listener of listeners) listener();
  };

  player.setState({ dispatch });
  return {
    player,
    preload: () => load().catch(() => {}),
    whenDropped: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
