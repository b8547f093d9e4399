/** The marked rows of a side: the selected one, and its causes. */
import { useMemo } from 'react';
import { useLoaded } from '../ui/use-loaded.ts';
import { usePlayer, useShown, useSide } from './player-context.ts';

export interface Marks {
  /** The selected step, if it isn't the present one. */
  readonly selected: number | null;
  readonly causes: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

const loadEvidence = async () => (await import('../trace/evidence.ts')).evidenceOf;
const loadNothing = async () => null;

/** The same object while nothing changes. Causes are read from the run only on request. */
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
