/** A player that can be stepped through at once, and loads the simulation and the phrasebook later. */
import { isNavigation, navigate } from '../player/navigate.ts';
import { createPlayer, type PlayerStore, type Reducer } from '../player/player.ts';
import type { Action, PlayerState } from '../player/state.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';

/** Sees an action before it's applied, and decides whether it is. */
export type Middleware = (action: Action, apply: (action: Action) => void) => void;

/** What takes over from `navigate`. */
export interface PlayerParts {
  readonly reduce: Reducer;
  /** Brings the lesson to the scene that the reader has stepped to meanwhile, which `navigate` doesn't do. */
  readonly atReachedScene: (opened: PlayerState, state: PlayerState) => PlayerState;
  /** Replaces the pending one of the opening run. */
  readonly phrasebook: Phrasebook;
}

export interface LazyPlayer {
  readonly player: PlayerStore;
  /** Actions that wait for the parts. */
  waitingActions(): readonly Action[];
  setMiddleware(middleware: Middleware): void;
  /**
   * Loads the parts, once. The same promise while they load.
   *
   * @throws If they can't be fetched. The next call retries.
   */
  load(): Promise<PlayerParts>;
  /**
   * Calls back when an action was dropped because the parts couldn't be loaded.
   *
   * @returns Unsubscribes.
   */
  whenDropped(listener: () => void): () => void;
}

interface Waiting {
  readonly action: Action;
  readonly onDone: (() => void) | undefined;
}

/**
 * Actions apply in dispatch order. While one waits for the parts, later ones wait as well.
 *
 * @param state A state without a comparison or a prediction.
 */
export function createLazyPlayer(state: PlayerState, loadParts: () => Promise<PlayerParts>): LazyPlayer {
  let reduce: Reducer | null = null;
  let loading: Promise<PlayerParts> | null = null;
  /** Null while no action waits. */
  let waiting: Waiting[] | null = null;
  const listeners = new Set<() => void>();
  const player = createPlayer(state, (before, action) => {
    if (reduce !== null) return reduce(before, action);
    if (isNavigation(action)) return navigate(before, action);
    throw new Error(`The action ${action.kind} needs the simulation.`);
  });
  const { dispatch: apply } = player.getState();
  let middleware: Middleware = (action, then) => then(action);
  const carryOut = (action: Action) => middleware(action, apply);

  const dispatch = (action: Action, onDone?: () => void) => {
    if (waiting !== null) {
      waiting.push({ action, onDone });
    } else if (reduce !== null || isNavigation(action)) {
      carryOut(action);
      onDone?.();
    } else {
      waiting = [{ action, onDone }];
      load().then(goOn, giveUp);
    }
  };
  const load = () => {
    loading ??= loadParts().then(
      (parts) => {
        reduce = parts.reduce;
        const { phrasebook } = parts;
        player.setState((present) => parts.atReachedScene(state, { ...present, phrasebook }));
        return parts;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  const takeWaiting = () => {
    const actions = waiting ?? [];
    waiting = null;
    return actions;
  };
  const goOn = () => {
    for (const { action, onDone } of takeWaiting()) dispatch(action, onDone);
  };
  const giveUp = () => {
    for (const { action, onDone } of takeWaiting()) {
      // Includes the clock's own actions: without them, a playing run would stop for good.
      if (isNavigation(action)) dispatch(action, onDone);
      else onDone?.();
    }
    for (const listener of listeners) listener();
  };

  player.setState({ dispatch });
  return {
    player,
    waitingActions: () => waiting?.map(({ action }) => action) ?? [],
    setMiddleware: (next) => {
      middleware = next;
    },
    load,
    whenDropped: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
