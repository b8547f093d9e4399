/** Activation bars of an imported diagram that are still to come, in grey. */
import { useMemo } from 'react';
import { barShape } from '../../sequence/geometry/spans.ts';
import { indexSpans, spansTouching } from '../../sequence/spans.ts';
import type { Reach } from './imported-spans.tsx';
import { ActivationBar, participantOf, type SpansProps } from './spans.tsx';

interface FutureBarsProps extends Pick<SpansProps, 'diagram' | 'layout' | 'near'> {
  readonly reach: Reach;
}

/** Bars of an imported diagram that begin after the last row that has been reached. */
export function FutureBars({ diagram, layout, near, reach }: FutureBarsProps) {
  const activations = useMemo(() => indexSpans(diagram.activations, participantOf), [diagram]);
  const touching = new Set(
    near.flatMap(({ first, last }) => spansTouching(activations, first, Math.min(last, reach.to))),
  );
  return [...touching]
    .filter(({ from }) => from > reach.reached)
    .map((activation) => {
      const { participant, from, level } = activation;
      const { x, y, width, height } = barShape(activation, layout, reach.to);
      return (
        <ActivationBar
          key={`${participant} ${from} ${level}`}
          tone="future"
          x={x}
          top={y}
          width={width}
          height={height}
        />
      );
    });
}
