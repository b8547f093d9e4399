/**
 * What lasts for several steps in somebody's own diagram: frames and grounds, and lifelines that are not there yet or no
 * longer. Only what is near the screen.
 */
import { memo, useMemo } from 'react';
import { edgesOfFrame } from '../../sequence/geometry/enclosures.ts';
import { LIFE_END_EM } from '../../sequence/geometry/sizes.ts';
import { absenceStripe, lifeEnd } from '../../sequence/geometry/spans.ts';
import type { LaidFrame, Layout } from '../../sequence/layout-model.ts';
import type { SequenceDiagram, Span } from '../../sequence/model.ts';
import { indexSpans, spansTouching } from '../../sequence/spans.ts';
import styles from './canvas.module.css';
import { Shape } from './shape.tsx';
import type { Stretch } from './use-camera.ts';

interface ImportedSpansProps {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly near: readonly Stretch[];
  /** To where the imported reaches, in pixels. */
  readonly bottom: number;
}

export function ImportedSpans({ diagram, layout, step, near, bottom }: ImportedSpansProps) {
  const absences = useMemo(() => indexSpans(diagram.absences, ({ participant }) => participant), [diagram]);
  const frames = useMemo(() => {
    const spans = layout.frames.map((laid) => ({ laid, from: laid.frame.from, to: laid.frame.to }));
    return indexSpans(spans, ({ laid }) => laid.frame.depth);
  }, [layout]);
  // A stretch is of rows that are drawn: a lifeline's cover goes on below the last of them.
  const seen = new Set(near.flatMap(({ first, last }) => spansTouching(absences, first, last)));
  const enclosing = new Set(
    near.flatMap(({ first, last }) => spansTouching(frames, first, Math.min(last, step))),
  );
  return (
    <>
      {[...seen].map((absence) => (
        <Absence
          key={`${absence.participant} ${absence.from}`}
          absence={absence}
          layout={layout}
          step={step}
          bottom={bottom}
        />
      ))}
      {[...enclosing].map(({ laid }) => (
        <FrameBox key={`${laid.frame.from} ${laid.frame.depth}`} laid={laid} layout={layout} step={step} />
      ))}
    </>
  );
}

interface AbsenceProps extends Pick<ImportedSpansProps, 'layout' | 'step' | 'bottom'> {
  readonly absence: Span;
}

/** Covers the lifeline; where it ends for good, a cross says so. */
function Absence({ absence, layout, step, bottom }: AbsenceProps) {
  const ground = absenceStripe(absence, layout, step, bottom);
  if (ground === null) return null;
  const left = layout.columns.get(absence.participant) ?? 0;
  const { y: top, height } = ground;
  const side = LIFE_END_EM * layout.metrics.fontPx;
  return (
    <>
      <div className={styles.absence} style={{ left, top, height }} />
      {absence.to === null && (
        <svg
          className={styles.lifeEnd}
          style={{ left, top }}
          viewBox={`0 0 ${side} ${side}`}
          aria-hidden="true"
        >
          <Shape shape={lifeEnd(side / 2, side / 2, layout.metrics.fontPx)} />
        </svg>
      )}
    </>
  );
}

interface FrameBoxProps extends Pick<ImportedSpansProps, 'layout' | 'step'> {
  readonly laid: LaidFrame;
}

function FrameBox({ laid, layout: { rows }, step }: FrameBoxProps) {
  const { frame, left, right } = laid;
  const edges = edgesOfFrame(laid, rows, step);
  if (edges === null) return null;
  return (
    <Enclosure
      kind={frame.kind}
      tint={frame.kind === 'ground' ? frame.tint : undefined}
      left={left}
      top={edges.top}
      width={right - left}
      height={edges.bottom - edges.top}
    />
  );
}

interface EnclosureProps {
  readonly kind: LaidFrame['frame']['kind'];
  readonly tint: string | undefined;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const Enclosure = memo(function Enclosure({ kind, tint, ...box }: EnclosureProps) {
  const className = kind === 'ground' ? styles.ground : styles.frame;
  const style = { ...box, ...(tint !== undefined && { '--tint': tint }) };
  return <div className={className} data-enclosure={kind} style={style} />;
});
