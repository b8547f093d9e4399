/** Content that appears when the present message arrives: hidden until then, and shown at once without motion. */
import type { ReactNode } from 'react';
import { useMoving } from '../../ui/motion/motion-context.ts';
import { useArrival } from './use-arrival.ts';

interface ArrivingProps {
  readonly isMoving: boolean;
  /** Initial scale of its growth. */
  readonly scale?: number;
  readonly children: ReactNode;
}

/** A shortened motion is replaced by its completed state, because framer-motion would play it to its end. */
export function Arriving({ isMoving, scale = 1, children }: ArrivingProps) {
  return isMoving ? <Coming scale={scale}>{children}</Coming> : children;
}

function Coming({ scale, children }: { readonly scale: number; readonly children: ReactNode }) {
  const { Group } = useMoving();
  const { delay, duration } = useArrival();
  // Growing content is legible at once; other content fades in.
  const fade = { delay, duration: scale === 1 ? duration : 0 };
  return (
    <Group
      initial={{ opacity: 0, transform: `scale(${scale})` }}
      animate={{ opacity: 1, transform: 'scale(1)', transition: { delay, duration, opacity: fade } }}
    >
      {children}
    </Group>
  );
}
