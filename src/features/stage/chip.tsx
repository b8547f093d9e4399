/** An item in a memory. */
import { memo, type ReactNode } from 'react';
import { fallenShards, type ShardSide } from '../../sequence/geometry/shards.ts';
import type { Chip as ChipModel } from '../../sequence/model.ts';
import { useMoving } from '../../ui/motion/motion-context.ts';
import { useStageText } from '../text-context.ts';
import styles from './heads.module.css';
import { useArrival } from './use-arrival.ts';

interface ChipProps extends ChipModel {
  /** Whether the present step creates or removes it. */
  readonly moves: boolean;
}

/** A chip appears when its message has arrived, and breaks in two when its memory is lost. */
export const Chip = memo(function Chip({ id, text, kind, moves }: ChipProps) {
  const { lost } = useStageText();
  if (kind === 'lost') {
    return (
      <li className={styles.chip} data-kind={kind} data-chip={id}>
        <s className={styles.whole}>{text}</s>
        <span className="visually-hidden">, {lost}</span>
        <Shard side="left" text={text} breaks={moves} />
        <Shard side="right" text={text} breaks={moves} />
      </li>
    );
  }
  const words = <span className={styles.whole}>{text}</span>;
  // A shortened motion is replaced by its completed state, because framer-motion would play it to its end.
  return moves ? (
    <WrittenChip id={id} kind={kind}>
      {words}
    </WrittenChip>
  ) : (
    <li className={styles.chip} data-kind={kind} data-chip={id}>
      {words}
    </li>
  );
});

interface WrittenChipProps extends Pick<ChipModel, 'id' | 'kind'> {
  readonly children: ReactNode;
}

function WrittenChip({ id, kind, children }: WrittenChipProps) {
  const { Item } = useMoving();
  const { delay, duration } = useArrival();
  return (
    <Item
      className={styles.chip}
      data-kind={kind}
      data-chip={id}
      initial={{ opacity: 0, transform: 'translateY(-10px) scale(0.6)' }}
      animate={{ opacity: 1, transform: 'translateY(0px) scale(1)', transition: { delay, duration } }}
    >
      {children}
    </Item>
  );
}

interface ShardProps {
  readonly side: ShardSide;
  readonly text: string;
  readonly breaks: boolean;
}

function Shard({ side, text, breaks }: ShardProps) {
  return breaks ? (
    <BreakingShard side={side} text={text} />
  ) : (
    <span className={styles.shard} data-shard={side} data-fallen aria-hidden="true">
      {text}
    </span>
  );
}

function BreakingShard({ side, text }: Omit<ShardProps, 'breaks'>) {
  const { Inline } = useMoving();
  const { duration } = useArrival();
  const { x, y, rotate } = fallenShards[side];
  return (
    <Inline
      className={styles.shard}
      data-shard={side}
      aria-hidden="true"
      initial={{ transform: 'translate(0px, 0px) rotate(0deg)' }}
      animate={{ transform: `translate(${x}px, ${y}px) rotate(${rotate}deg)` }}
      transition={{ duration: 2 * duration, type: 'spring', bounce: 0.5 }}
    >
      {text}
    </Inline>
  );
}
