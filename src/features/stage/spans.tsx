/** What lasts for several steps: who is at work, and whose lifeline is dotted because it is down. Only what is near the screen. */
import { memo, useMemo } from 'react';
import { BAR_EM, type Layout } from '../../sequence/layout-model.ts';
import type { Activation, SequenceDiagram, Span } from '../../sequence/model.ts';
import { indexSpans, spansTouching } from '../../sequence/spans.ts';
import styles from './canvas.module.css';
import type { Stretch } from './use-camera.ts';

interface SpansProps {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly near: readonly Stretch[];
  /** To where the imported reaches, in pixels. */
  readonly bottom: number;
}

const participantOf = ({ participant }: Span) => participant;

export function Spans({ diagram, layout, step, near, bottom }: SpansProps) {
  const outages = useMemo(() => indexSpans(diagram.outages, participantOf), [diagram]);
  const activations = useMemo(() => indexSpans(diagram.activations, participantOf), [diagram]);
  const touching = <Each extends Span>(index: ReturnType<typeof indexSpans<Each>>) =>
    new Set(near.flatMap(({ first, last }) => spansTouching(index, first, Math.min(last, step))));
  const barWidth = BAR_EM * layout.metrics.fontPx;
  return (
    <>
      {[...touching(outages)].map(({ participant, from, to }) => {
        const top = layout.rows[from]?.y ?? 0;
        const restart = to !== null && to <= step ? layout.rows[to]?.y : undefined;
        return (
          <Outage
            key={`${participant} ${from}`}
            participant={participant}
            x={layout.columns.get(participant) ?? 0}
            top={top}
            height={(restart ?? bottom) - top}
            ends={restart !== undefined}
          />
        );
      })}
      {[...touching(activations)].map((activation) => {
        const { participant, from, tone, level } = activation;
        const top = layout.rows[from]?.y ?? 0;
        return (
          <ActivationBar
            key={`${participant} ${from} ${level}`}
            tone={tone}
            x={(layout.columns.get(participant) ?? 0) + ((level - 1) * barWidth) / 2}
            top={top}
            width={barWidth}
            height={Math.max(barWidth, bottomOf(activation, layout, step) - top)}
          />
        );
      })}
    </>
  );
}

/** Ends at the arrow with which the work ends; until then it goes on to the lower edge of the present row. */
function bottomOf({ to }: Span, { rows }: Layout, step: number): number {
  const last = rows[Math.min(to ?? step, step)];
  if (last === undefined) return 0;
  return to === null || to > step ? last.top + last.height : last.y;
}

interface OutageProps {
  readonly participant: string;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly ends: boolean;
}

const Outage = memo(function Outage({ participant, x, top, height, ends }: OutageProps) {
  return (
    <div
      className={styles.outage}
      data-outage={participant}
      data-ends={ends}
      style={{ left: x, top, height }}
    />
  );
});

interface ActivationBarProps {
  readonly tone: Activation['tone'];
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const ActivationBar = memo(function ActivationBar({ tone, x, top, width, height }: ActivationBarProps) {
  return <div className={styles.activation} data-tone={tone} style={{ left: x, top, width, height }} />;
});
