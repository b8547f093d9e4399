/** Hands the player to the views; a view selects what it shows, and values are not passed down. */
import { createContext, useContext, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Player, PlayerStore } from '../player/player.ts';
import type { Recording } from '../player/recording.ts';
import type { Side } from '../player/selection.ts';
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

const SideContext = createContext<Side>('own');

export const SideProvider = SideContext.Provider;

export function useSide(): Side {
  return useContext(SideContext);
}

/** What one side of the stage shows. */
export interface Shown {
  readonly recording: Recording;
  readonly step: number;
  /** Whether this side's message is on its way: while comparing, one of the sides may be waiting. */
  readonly isMoving: boolean;
}

/** @param select Returns something that stays the same object while it does not change. */
export function useShown<Selected>(select: (shown: Shown) => Selected): Selected {
  const side = useSide();
  return usePlayer((player) => select(shownOn(side, player)));
}

function shownOn(side: Side, player: Player): Shown {
  const { comparison } = player;
  if (comparison === null) return player;
  const { recording, step } = side === 'own' ? player : comparison;
  const hasMoved = comparison.pairs[comparison.position - 1]?.[side] !== step;
  return { recording, step, isMoving: player.isMoving && hasMoved };
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
