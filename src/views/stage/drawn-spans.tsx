/** What lasts for several steps in somebody's own diagram: frames, and lifelines that are not there yet or no longer. */
import { memo } from 'react';
import { FRAME_INSET_EM, type Layout } from '../../diagram/layout-model.ts';
import type { Frame, SequenceDiagram, Span } from '../../diagram/model.ts';
import styles from './drawing.module.css';

interface DrawnSpansProps {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  /** To where the drawing reaches, in pixels. */
  readonly bottom: number;
}

export const DrawnSpans = memo(function DrawnSpans({ diagram, layout, step, bottom }: DrawnSpansProps) {
  return (
    <>
      {diagram.absences.map((absence) => (
        <Absence
          key={`${absence.participant} ${absence.from}`}
          absence={absence}
          layout={layout}
          step={step}
          bottom={bottom}
        />
      ))}
      {diagram.frames.map((frame) => (
        <FrameBox key={`${frame.from} ${frame.depth}`} frame={frame} layout={layout} step={step} />
      ))}
    </>
  );
});

interface AbsenceProps extends Omit<DrawnSpansProps, 'diagram'> {
  readonly absence: Span;
}

/** Covers the lifeline; where it ends for good, a cross says so. */
function Absence({ absence: { participant, from, to }, layout, step, bottom }: AbsenceProps) {
  const left = layout.columns.get(participant) ?? 0;
  if (to === null && from > step) return null;
  const top = to === null ? (layout.rows[from]?.y ?? 0) : 0;
  const until = to !== null && to <= step ? (layout.rows[to]?.y ?? bottom) : bottom;
  return (
    <>
      <div className={styles.absence} style={{ left, top, height: Math.max(0, until - top) }} />
      {to === null && (
        <svg className={styles.lifeEnd} style={{ left, top }} viewBox="0 0 10 10" aria-hidden="true">
          <path d="M0 0L10 10M10 0L0 10" />
        </svg>
      )}
    </>
  );
}

interface FrameBoxProps extends Pick<DrawnSpansProps, 'layout' | 'step'> {
  readonly frame: Frame;
}

/** As far as it has been stepped through. */
function FrameBox({ frame: { from, to, depth }, layout: { rows, metrics }, step }: FrameBoxProps) {
  const first = rows[from];
  const last = rows[Math.min(to, step)];
  if (from > step || first === undefined || last === undefined) return null;
  const { width, fontPx } = metrics;
  const inset = (depth + 1) * FRAME_INSET_EM * fontPx;
  const bottom = last.top + last.height - 0.3 * inset;
  const top = first.top + 0.25 * fontPx;
  const size = { width: Math.max(0, width - 2 * inset), height: Math.max(0, bottom - top) };
  return <div className={styles.frame} style={{ left: inset, top, ...size }} />;
}
