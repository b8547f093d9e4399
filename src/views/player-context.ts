/** Hands the player to the views; a view selects what it shows, and values are not passed down. */
import { createContext, useContext, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Player, PlayerStore } from '../player/player.ts';
import type { Action } from '../player/state.ts';

const PlayerContext = createContext<PlayerStore | null>(null);

export const PlayerProvider = PlayerContext.Provider;

export function usePlayerStore(): PlayerStore {
  const store = useContext(PlayerContext);
  if (store === null) throw new Error('There is no PlayerProvider around this view.');
  return store;
}

/** @param select Returns something that stays the same object while it does not change. */
export function usePlayer<Selected>(select: (player: Player) => Selected): Selected {
  return useStore(usePlayerStore(), select);
}

/**
 * What is played and where, for what may follow a moment after the stage: it is drawn once the stage is on the screen,
 * and left out while keys come faster than that.
 */
export function useDeferredPlace(): Pick<Player, 'recording' | 'step'> {
  const recording = usePlayer((player) => player.recording);
  const step = usePlayer((player) => player.step);
  return useDeferredValue(useMemo(() => ({ recording, step }), [recording, step]));
}

export function useDispatch(): (action: Action) => void {
  return usePlayer((player) => player.dispatch);
}
