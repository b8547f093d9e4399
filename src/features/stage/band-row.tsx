/** A crash or a restart: a band across the diagram, with its sign on the affected lifeline. */
import { type BandShapes, bandShapes } from '../../sequence/geometry/band.ts';
import type { LaidBand, Metrics } from '../../sequence/layout-model.ts';
import { useMoving } from '../../ui/motion/motion-context.ts';
import styles from './canvas.module.css';
import { Shape } from './shape.tsx';
import { useTravelSeconds } from './use-arrival.ts';

interface BandRowProps {
  readonly laid: LaidBand;
  readonly metrics: Metrics;
  readonly isMoving: boolean;
}

export function BandRow({ laid, metrics, isMoving }: BandRowProps) {
  const shapes = bandShapes(laid, metrics);
  return (
    <>
      <Shape className={styles.bandGround} shape={shapes.ground} />
      {isMoving ? <StrikingSign shapes={shapes} /> : <Sign shapes={shapes} />}
      <Shape className={styles.bandTitle} shape={shapes.title} />
      <Shape className={styles.bandDetail} shape={shapes.detail} />
    </>
  );
}

interface SignProps {
  readonly shapes: BandShapes;
}

function StrikingSign({ shapes }: SignProps) {
  const { Group } = useMoving();
  const duration = useTravelSeconds();
  return (
    <Group
      initial={{ transform: 'scale(1.7)' }}
      animate={{ transform: 'scale(1)', transition: { duration, type: 'spring', bounce: 0.4 } }}
    >
      <Sign shapes={shapes} />
    </Group>
  );
}

function Sign({ shapes: { disc, sign } }: SignProps) {
  return (
    <g>
      <Shape className={styles.sign} shape={disc} />
      <Shape className={styles.signMark} shape={sign} />
    </g>
  );
}
