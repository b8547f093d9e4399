/** Spans of an imported diagram: frames, backgrounds and absences. Only those near the viewport. */
import { memo, useMemo } from 'react';
import { absenceStripe, lifeEnd } from '../../sequence/geometry/absences.ts';
import { edgesOfFrame } from '../../sequence/geometry/frame-edges.ts';
import { LIFE_END_EM } from '../../sequence/geometry/sizes.ts';
import type { LaidFrame, Layout } from '../../sequence/layout-model.ts';
import type { SequenceDiagram, Span } from '../../sequence/model.ts';
import { indexSpans, spansTouching } from '../../sequence/spans.ts';
import styles from './canvas.module.css';
import { Shape } from './shape.tsx';
import type { Stretch } from './use-camera.ts';

/** How far a diagram is drawn. */
export interface Reach {
  /** The last row that is drawn. */
  readonly to: number;
  /** The last row that has been reached. What comes after it is grey. */
  readonly reached: number;
}

interface ImportedSpansProps {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly reach: Reach;
  readonly near: readonly Stretch[];
  /** Lower end of the diagram, in pixels. */
  readonly bottom: number;
}

export function ImportedSpans({ diagram, layout, reach, near, bottom }: ImportedSpansProps) {
  const { reached: step, to } = reach;
  const absences = useMemo(() => indexSpans(diagram.absences, ({ participant }) => participant), [diagram]);
  const frames = useMemo(() => {
    const spans = layout.frames.map((laid) => ({ laid, from: laid.frame.from, to: laid.frame.to }));
    return indexSpans(spans, ({ laid }) => laid.frame.depth);
  }, [layout]);
  // A range of rendered rows. A lifeline's cover continues below the last of them.
  const seen = new Set(near.flatMap(({ first, last }) => spansTouching(absences, first, last)));
  const enclosing = new Set(
    near.flatMap(({ first, last }) => spansTouching(frames, first, Math.min(last, to))),
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
        <FrameBox key={`${laid.frame.from} ${laid.frame.depth}`} laid={laid} layout={layout} reach={reach} />
      ))}
    </>
  );
}

interface AbsenceProps extends Pick<ImportedSpansProps, 'layout' | 'bottom'> {
  readonly step: number;
  readonly absence: Span;
}

/** Covers the lifeline. A cross marks its final end. */
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

interface FrameBoxProps extends Pick<ImportedSpansProps, 'layout' | 'reach'> {
  readonly laid: LaidFrame;
}

function FrameBox({ laid, layout: { rows }, reach }: FrameBoxProps) {
  const { frame, left, right } = laid;
  const edges = edgesOfFrame(laid, rows, reach.to);
  if (edges === null) return null;
  return (
    <Enclosure
      kind={frame.kind}
      isFuture={frame.from > reach.reached}
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
  readonly isFuture: boolean;
  readonly tint: string | undefined;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const Enclosure = memo(function Enclosure({ kind, isFuture, tint, ...box }: EnclosureProps) {
  const className = kind === 'ground' ? styles.ground : styles.frame;
  const style = { ...box, ...(tint !== undefined && { '--tint': tint }) };
  return (
    <div className={className} data-enclosure={kind} data-future={isFuture ? '' : undefined} style={style} />
  );
});
