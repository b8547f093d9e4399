/** The link to what the player shows: a run, or an imported diagram. */
import type { PlayerState } from '../player/state.ts';
import { linkToDiagram } from './diagram-link.ts';
import { linkTo } from './link-to.ts';

interface ShownLink extends Pick<PlayerState, 'lesson' | 'recording' | 'step'> {
  /** The other branches, which are in the link while it stays short. */
  readonly history?: PlayerState['history'];
}

/** @returns null for a diagram without an address. */
export function linkToShown(search: string, shown: ShownLink, codeLengthMax?: number): string | null {
  const { lesson, recording, step, history } = shown;
  if (recording.run === null) return linkToDiagram(search, recording, step);
  return linkTo(search, lesson, recording.run, step, history, codeLengthMax);
}
