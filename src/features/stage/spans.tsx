/** Spans over several steps: activations, and outages as dotted lifelines. Only those near the viewport. */
import { memo, useMemo } from 'react';
import { barShape, outageStripe } from '../../sequence/geometry/spans.ts';
import type { Layout } from '../../sequence/layout-model.ts';
import type { Activation, Outage as OutageSpan, SequenceDiagram, Span } from '../../sequence/model.ts';
import { indexSpans, spansTouching } from '../../sequence/spans.ts';
import styles from './canvas.module.css';
import type { Stretch } from './use-camera.ts';

export interface SpansProps {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly near: readonly Stretch[];
  /** Lower end of the diagram, in pixels. */
  readonly bottom: number;
}

export const participantOf = ({ participant }: Span) => participant;

export function Spans({ diagram, layout, step, near, bottom }: SpansProps) {
  const outages = useMemo(() => indexSpans(diagram.outages, participantOf), [diagram]);
  const activations = useMemo(() => indexSpans(diagram.activations, participantOf), [diagram]);
  const touching = <Each extends Span>(index: ReturnType<typeof indexSpans<Each>>) =>
    new Set(near.flatMap(({ first, last }) => spansTouching(index, first, Math.min(last, step))));
  return (
    <>
      {[...touching(outages)].map((outage) => {
        const { ground, isOver } = outageStripe(outage, layout, step, bottom);
        return (
          <Outage
            key={`${outage.participant} ${outage.from}`}
            kind={outage.kind}
            participant={outage.participant}
            x={layout.columns.get(outage.participant) ?? 0}
            top={ground.y}
            height={ground.height}
            ends={isOver}
          />
        );
      })}
      {[...touching(activations)].map((activation) => {
        const { participant, from, tone, level } = activation;
        const { x, y, width, height } = barShape(activation, layout, step);
        return (
          <ActivationBar
            key={`${participant} ${from} ${level}`}
            tone={tone}
            x={x}
            top={y}
            width={width}
            height={height}
          />
        );
      })}
    </>
  );
}

interface OutageProps {
  readonly kind: OutageSpan['kind'];
  readonly participant: string;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly ends: boolean;
}

const Outage = memo(function Outage({ kind, participant, x, top, height, ends }: OutageProps) {
  return (
    <div
      className={styles.outage}
      data-outage={participant}
      data-kind={kind}
      data-ends={ends}
      style={{ left: x, top, height }}
    />
  );
});

interface ActivationBarProps {
  readonly tone: Activation['tone'] | 'future';
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const ActivationBar = memo(function ActivationBar({
  tone,
  x,
  top,
  width,
  height,
}: ActivationBarProps) {
  return <div className={styles.activation} data-tone={tone} style={{ left: x, top, width, height }} />;
});
