/** Which rows of a side are marked: the one that is looked at, and those that brought it about. */
import { useMemo } from 'react';
import { useLoaded } from '../ui/use-loaded.ts';
import { usePlayer, useShown, useSide } from './player-context.ts';

export interface Marks {
  /** The step that is looked at, where that is not the present one. */
  readonly selected: number | null;
  readonly causes: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

const loadEvidence = async () => (await import('../trace/evidence.ts')).evidenceOf;
const loadNothing = async () => null;

/** The same object while nothing changes; nothing is read from the run before somebody asks for its causes. */
export function useMarks(): Marks {
  const side = useSide();
  const selected = usePlayer(({ selection }) =>
    selection?.kind === 'step' && selection.side === side ? selection.step : null,
  );
  const run = useShown(({ recording }) => recording.run);
  const explained = useShown(({ step }) => selected ?? step);
  const showsCauses = usePlayer((player) => player.showsCauses);
  const asked = showsCauses ? explained : null;
  const evidenceOf = useLoaded<typeof import('../trace/evidence.ts').evidenceOf | null>(
    showsCauses ? loadEvidence : loadNothing,
  );
  return useMemo(
    () => ({
      selected,
      causes: asked === null || run === null || evidenceOf === null ? none : new Set(evidenceOf(run, asked)),
    }),
    [selected, asked, run, evidenceOf],
  );
}
