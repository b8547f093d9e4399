/** The player's store: state, and one way to change it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Action, PlayerState } from './state.ts';

export interface Player extends PlayerState {
  /** @param onDone Called once the action was applied or dropped, which can be later. */
  dispatch(action: Action, onDone?: () => void): void;
}

export type PlayerStore = StoreApi<Player>;

export type Reducer = (state: PlayerState, action: Action) => PlayerState;

export function createPlayer(initial: PlayerState, reduce: Reducer): PlayerStore {
  return createStore<Player>()((set) => ({
    ...initial,
    dispatch: (action, onDone) => {
      set((state) => reduce(state, action));
      onDone?.();
    },
  }));
}
