/** The player's store: state, and one way to change it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { reduce } from './reduce.ts';
import { type Action, type Opening, openingState, type PlayerState } from './state.ts';

export interface Player extends PlayerState {
  dispatch(action: Action): void;
}

export type PlayerStore = StoreApi<Player>;

export function createPlayer(opening: Opening): PlayerStore {
  return createStore<Player>()((set) => ({
    ...openingState(opening),
    dispatch: (action) => set((state) => reduce(state, action)),
  }));
}
