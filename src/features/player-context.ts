/** Provides the player to the views. A view selects what it shows; values aren't passed down. */
import { createContext, useCallback, useContext, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { OTHER_SIDE } from '../lessons/lesson.ts';
import { comparedSide, ownSide } from '../player/fix.ts';
import type { Player, PlayerStore } from '../player/player.ts';
import type { Recording } from '../player/recording.ts';
import type { Side } from '../player/selection.ts';
import type { Action } from '../player/state.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { useProvided } from '../ui/use-provided.ts';
import { useStageText } from './text-context.ts';

const PlayerContext = createContext<PlayerStore | null>(null);

export const PlayerProvider = PlayerContext.Provider;

export function usePlayerStore(): PlayerStore {
  return useProvided(PlayerContext, 'player');
}

/** @param select Returns the same object while nothing changes. */
export function usePlayer<Selected>(select: (player: Player) => Selected): Selected {
  return useStore(usePlayerStore(), select);
}

const SideContext = createContext<Side>('own');

export const SideProvider = SideContext.Provider;

export function useSide(): Side {
  return useContext(SideContext);
}

/** The name of a compared side: its strategy, or its side of the fix. Null while not comparing. */
export function useSideName(side: Side): string | null {
  const text = useStageText();
  const fixSide = usePlayer(side === 'own' ? ownSide : comparedSide);
  const variant = usePlayer(({ comparison, recording: { run } }) => {
    if (comparison === null || run === null || comparison.variant === OTHER_SIDE) return null;
    return side === 'own' ? variantOf(run.scenario) : comparison.variant;
  });
  if (fixSide !== null) return text.fixSides[fixSide];
  return variant === null ? null : text.variants[variant];
}

/** The contents of one side of the stage. */
export interface Shown {
  readonly recording: Recording;
  readonly step: number;
  /** Whether this side's message is on its way. While comparing, one side can be waiting. */
  readonly isMoving: boolean;
}

/** @param select Returns the same object while nothing changes. */
export function useShown<Selected>(select: (shown: Shown) => Selected): Selected {
  const side = useSide();
  return usePlayer((player) => select(shownOn(side, player)));
}

/** For views that read what is shown now and don't follow it. */
export function useShownNow(): () => Shown {
  const player = usePlayerStore();
  const side = useSide();
  return useCallback(() => shownOn(side, player.getState()), [player, side]);
}

function shownOn(side: Side, player: Player): Shown {
  const { comparison } = player;
  if (comparison === null) return player;
  const { recording, step } = side === 'own' ? player : comparison;
  const hasMoved = comparison.pairs[comparison.position - 1]?.[side] !== step;
  return { recording, step, isMoving: player.isMoving && hasMoved };
}

/**
 * Recording and position for views that can lag behind the stage: rendered after it, and skipped while keys come
 * faster.
 */
export function useDeferredStep(): Pick<Player, 'recording' | 'step'> {
  const recording = usePlayer((player) => player.recording);
  const step = usePlayer((player) => player.step);
  return useDeferredValue(useMemo(() => ({ recording, step }), [recording, step]));
}

/** Whether the views of the deferred step still show another one. */
export function useIsStepDeferred(): boolean {
  const deferred = useDeferredStep();
  const isCurrent = usePlayer(
    (player) => player.recording === deferred.recording && player.step === deferred.step,
  );
  return !isCurrent;
}

export function useDispatch(): (action: Action) => void {
  return usePlayer((player) => player.dispatch);
}
