/** Along the scrubber: from each step, the share of re-runs that still break, and the point of no return. */
import { useMemo } from 'react';
import type { NoReturnResult } from '../../player/no-return-result.ts';
import { shownStepAtOrAfter, wholeOf, wholeRow } from '../../player/recording.ts';
import type { PlayerState } from '../../player/state.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { shapeOf } from './no-return-shape.ts';
import styles from './no-return-track.module.css';

interface NoReturnTrackProps {
  readonly result: NoReturnResult;
}

export function NoReturnTrack({ result }: NoReturnTrackProps) {
  const words = useLoaded(useText().loadFindLossText);
  const recording = usePlayer((player) => player.recording);
  const pairs = usePlayer((player) => player.comparison?.pairs);
  const { run, shares, point, perStep } = result;
  const rows = useMemo(() => rowsOfTrack({ recording, pairs }), [recording, pairs]);
  const shape = useMemo(
    () => shapeOf(rows.map((row) => shares[wholeRow(recording, row)] ?? null)),
    [rows, recording, shares],
  );
  const last = rows.length - 1;
  if (words === null || wholeOf(recording).run !== run || last < 1) return null;
  const { strip, point: pointText } = words.noReturn;
  const step = point === null ? null : shownStepAtOrAfter(recording, point);
  const at = step === null ? -1 : rows.indexOf(step);
  const label = step === null ? strip : `${strip}. ${pointText(step + 1, perStep)}`;
  return (
    <div className={styles.strip} role="img" aria-label={label} data-no-return>
      <svg viewBox={`0 0 ${last} 1`} preserveAspectRatio="none" aria-hidden="true">
        <path d={shape} />
      </svg>
      {at >= 0 && (
        <span
          className={styles.point}
          data-no-return-point
          style={{ insetInlineStart: `${(at / last) * 100}%` }}
        />
      )}
    </div>
  );
}

interface Shown extends Pick<PlayerState, 'recording'> {
  readonly pairs: readonly { readonly own: number }[] | undefined;
}

/** The run's own step at each position of the track. */
function rowsOfTrack({ recording, pairs }: Shown): readonly number[] {
  return pairs?.map(({ own }) => own) ?? [...recording.diagram.steps.keys()];
}
