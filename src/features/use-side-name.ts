/** The name of a compared side: its strategy, or its side of the fix. */
import { OTHER_SIDE } from '../lessons/lesson.ts';
import { comparedSide, ownSide } from '../player/fix.ts';
import type { Side } from '../player/selection.ts';
import { variantOf } from '../simulation/variants.ts';
import { usePlayer } from './player-context.ts';
import { useText } from './text-context.ts';

/** @returns Null while not comparing. */
export function useSideName(side: Side): string | null {
  const text = useText();
  const fixSide = usePlayer(side === 'own' ? ownSide : comparedSide);
  const variant = usePlayer(({ comparison, recording: { run } }) => {
    if (comparison === null || run === null || comparison.variant === OTHER_SIDE) return null;
    return side === 'own' ? variantOf(run.scenario) : comparison.variant;
  });
  if (fixSide !== null) return text.fixSides[fixSide];
  return variant === null ? null : text.variants[variant];
}
