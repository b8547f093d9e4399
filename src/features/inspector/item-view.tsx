/** One full item that a node remembers, or has lost. */
import { readItem } from '../../sequence/read-item.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { bytesInMemory } from '../../simulation/memory.ts';
import { rememberedSince } from '../../trace/node-life.ts';
import { absentNode } from '../../trace/snapshots.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './inspector.module.css';
import { LongText } from './long-text.tsx';
import type { ShownRun } from './shown.ts';
import { Since } from './since.tsx';
import { TokenView } from './token-view.tsx';

interface ItemViewProps extends ShownRun {
  readonly step: number;
  readonly node: NodeId;
  readonly itemKey: string;
}

export function ItemView({ run, words, side, step, node, itemKey }: ItemViewProps) {
  const text = useText();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const { memory, lost } = run.states[step]?.snapshot.get(node) ?? absentNode;
  const kept = [...memory].find(({ key }) => key === itemKey);
  const found = kept ?? lost.find(({ key }) => key === itemKey);
  if (found === undefined) return <p className={styles.line}>{words.remembersNothing}</p>;
  const { item, durable } = found;
  return (
    <>
      <p className={styles.ends}>
        <span>{phrasebook.chips(item, run.scenario).join(' · ')}</span>
        <span className={styles.size}>{text.bytes(bytesInMemory(item))}</span>
      </p>
      <p className={styles.line} data-bad={kept === undefined}>
        {kept === undefined ? (
          words.hasLost
        ) : (
          <Since step={rememberedSince(run, step, node, item)} words={words} side={side} />
        )}
        {durable && `, ${words.onDisk}`}
      </p>
      <LongText text={readItem(item)} words={words} />
      {item.kind === 'access-token' && <TokenView token={item.token} run={run} step={step} words={words} />}
    </>
  );
}
