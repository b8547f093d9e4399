/** The player's store: state, and one way to change it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { fetchParts } from '../simulation/fetch-parts.ts';
import { PartsMissing } from '../simulation/parts.ts';
import { reduce } from './reduce.ts';
import { type Action, type Opening, openingState, type PlayerState } from './state.ts';

export interface Player extends PlayerState {
  /** What cannot be simulated yet waits until it can, and what comes after it waits as well: nothing is lost or overtaken. */
  dispatch(action: Action): void;
  /** How often what an action needs could not be fetched: it was not done then. */
  readonly failures: number;
}

export type PlayerStore = StoreApi<Player>;

export function createPlayer(opening: Opening): PlayerStore {
  return createStore<Player>()((set) => {
    /** Null while nothing has to wait. */
    let waiting: Action[] | null = null;
    const dispatch = (action: Action) => {
      if (waiting !== null) {
        waiting.push(action);
        return;
      }
      try {
        set((state) => reduce(state, action));
      } catch (error) {
        if (!(error instanceof PartsMissing)) throw error;
        waiting = [action];
        fetchParts().then(goOn, giveUp);
      }
    };
    const goOn = () => {
      const actions = waiting ?? [];
      waiting = null;
      for (const action of actions) dispatch(action);
    };
    const giveUp = () => {
      waiting = null;
      set(({ failures }) => ({ failures: failures + 1 }));
    };
    return { ...openingState(opening), dispatch, failures: 0 };
  });
}
