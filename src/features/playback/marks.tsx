/** Signs on the slider's track: crashes, restarts and failures up to the present step. */
import { RotateCw, X, Zap } from 'lucide-react';
import { type CSSProperties, memo, type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { DiagramStep } from '../../sequence/model.ts';
import { groupMarks, type Mark, type MarkGroup } from './group-marks.ts';
import styles from './scrubber.module.css';

/** Of a sign with a count, and some room. */
const SIGN_EM = 2.4;
/** Until the track has been measured. */
const SIGNS_DEFAULT = 24;

/** The groups of marks that have been reached. Later ones would give away what happens. */
export function useMarkGroups(
  steps: readonly DiagramStep[],
  step: number,
  track: RefObject<HTMLElement | null>,
): readonly MarkGroup[] {
  const signs = useSigns(track);
  const marks = useMemo(() => marksOf(steps), [steps]);
  const reached = marks.filter(({ index }) => index <= step).length;
  return useMemo(
    () => groupMarks(marks.slice(0, reached), (steps.length - 1) / signs),
    [marks, reached, steps.length, signs],
  );
}

function marksOf(steps: readonly DiagramStep[]): readonly Mark[] {
  return steps.flatMap(({ mark }, index) => (mark === null ? [] : [{ index, kind: mark }]));
}

/** How many signs fit beside each other. */
function useSigns(track: RefObject<HTMLElement | null>): number {
  const [signs, setSigns] = useState(SIGNS_DEFAULT);
  useLayoutEffect(() => {
    const element = track.current;
    if (element === null) return;
    const measure = () => {
      const em = Number.parseFloat(getComputedStyle(element).fontSize) || 16;
      const width = element.clientWidth;
      setSigns(width === 0 ? SIGNS_DEFAULT : Math.max(1, width / (SIGN_EM * em)));
    };
    // It measures at once as well, after the layout of the frame.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [track]);
  return signs;
}

interface MarksProps {
  readonly groups: readonly MarkGroup[];
  readonly count: number;
}

export function Marks({ groups, count }: MarksProps) {
  return groups.map(({ kind, indices }) => (
    <MarkSign
      key={indices[0]}
      kind={kind}
      marks={indices.length}
      position={count === 1 ? 0 : indices[0] / (count - 1)}
    />
  ));
}

interface MarkSignProps {
  readonly kind: Mark['kind'];
  /** How many steps it stands for. */
  readonly marks: number;
  readonly position: number;
}

const MarkSign = memo(function MarkSign({ kind, marks, position }: MarkSignProps) {
  return (
    <span className={styles.mark} data-mark={kind} style={at(position)}>
      {kind === 'crash' ? <Zap /> : kind === 'restart' ? <RotateCw /> : <X />}
      {marks > 1 && (
        <span className={styles.markCount} data-mark-count>
          {marks}
        </span>
      )}
    </span>
  );
});

function at(position: number): CSSProperties {
  return { insetInlineStart: `${position * 100}%` };
}
