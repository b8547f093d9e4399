/** The marked rows of a side: the selected one, and its causes. */
import { useMemo } from 'react';
import { isPending } from '../player/pending-run.ts';
import { type Recording, rowsShown, wholeOf, wholeRow } from '../player/recording.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { usePlayer, useShown, useSide } from './player-context.ts';

export interface Marks {
  /** The selected step, if it isn't the present one. */
  readonly selected: number | null;
  readonly causes: ReadonlySet<number>;
}

type EvidenceOf = typeof import('../trace/evidence.ts').evidenceOf;

const none: ReadonlySet<number> = new Set();

const loadEvidence = async () => (await import('../trace/evidence.ts')).evidenceOf;
const loadNothing = async () => null;

/** The same object while nothing changes. Causes are read from the run only on request. */
export function useMarks(): Marks {
  const side = useSide();
  const selected = usePlayer(({ selection }) =>
    selection?.kind === 'step' && selection.side === side ? selection.step : null,
  );
  const recording = useShown((shown) => shown.recording);
  const explained = useShown(({ step }) => selected ?? step);
  const showsCauses = usePlayer((player) => player.showsCauses);
  const asked = showsCauses ? explained : null;
  const isThere = usePlayer((player) => !isPending(player));
  const evidenceOf = useLoaded<EvidenceOf | null>(showsCauses && isThere ? loadEvidence : loadNothing);
  return useMemo(
    () => ({
      selected,
      causes: asked === null || evidenceOf === null ? none : causesIn(recording, asked, evidenceOf),
    }),
    [selected, asked, recording, evidenceOf],
  );
}

/** Causes that are hidden have no row to mark. */
function causesIn(recording: Recording, step: number, evidenceOf: EvidenceOf): ReadonlySet<number> {
  const { run } = wholeOf(recording);
  if (run === null) return none;
  return new Set(rowsShown(recording, evidenceOf(run, wholeRow(recording, step))));
}
