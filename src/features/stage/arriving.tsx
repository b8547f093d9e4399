/** What comes about when the present message arrives: unseen until then, at once where nothing moves. */
import type { ReactNode } from 'react';
import { useMoving } from '../../ui/motion/motion-context.ts';
import { useArrival } from './use-arrival.ts';

interface ArrivingProps {
  readonly isMoving: boolean;
  /** The size from which it grows to its own. */
  readonly scale?: number;
  readonly children: ReactNode;
}

/** A motion that is cut short is drawn anew, finished: framer-motion would play it to its end. */
export function Arriving({ isMoving, scale = 1, children }: ArrivingProps) {
  return isMoving ? <Coming scale={scale}>{children}</Coming> : children;
}

function Coming({ scale, children }: { readonly scale: number; readonly children: ReactNode }) {
  const { Group } = useMoving();
  const { delay, duration } = useArrival();
  // What grows is legible at once; what does not comes softly.
  const fade = { delay, duration: scale === 1 ? duration : 0 };
  return (
    <Group
      initial={{ opacity: 0, scale }}
      animate={{ opacity: 1, scale: 1, transition: { delay, duration, opacity: fade } }}
    >
      {children}
    </Group>
  );
}
