/** A node in detail: whether it's up, and everything that it remembers, with start and size in bytes. */
import { useMemo } from 'react';
import { participantName } from '../../player/participant-name.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { bytesInMemory } from '../../simulation/memory.ts';
import { rememberedSince, startsOf } from '../../trace/node-life.ts';
import type { Remembered } from '../../trace/node-memory.ts';
import { absentNode } from '../../trace/snapshots.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { nodeStateOf } from './inspect-messages.ts';
import styles from './inspector.module.css';
import type { ShownRun } from './shown.ts';
import { Since } from './since.tsx';

interface NodeViewProps extends ShownRun {
  readonly step: number;
  readonly node: NodeId;
}

/** A server can have thousands of sessions. */
const ITEMS_SHOWN = 50;

export function NodeView({ recording, run, words, step, node, side }: NodeViewProps) {
  const text = useText();
  const snapshot = run.states[step]?.snapshot.get(node) ?? absentNode;
  const { memory, lost } = snapshot;
  const starts = useMemo(() => startsOf(run, step, node), [run, step, node]);
  const items = memory.first(ITEMS_SHOWN);
  const list = (all: readonly Remembered[], isLost: boolean) => (
    <ul className={styles.items}>
      {all.map((remembered) => (
        <Item
          key={remembered.key}
          {...{ run, words, step, node, side, remembered }}
          isLost={isLost}
          since={isLost ? undefined : rememberedSince(run, step, node, remembered.item)}
        />
      ))}
    </ul>
  );
  return (
    <>
      <p className={styles.ends}>
        <span>{participantName(recording, node)}</span>
        <span className={styles.size}>{text.bytes(memory.userBytes)}</span>
      </p>
      <p className={styles.line}>
        {words.nodeStates[nodeStateOf(snapshot)]}, {words.started(starts)}
      </p>
      <h3 className={styles.heading}>{words.remembers}</h3>
      {items.length === 0 ? <p className={styles.line}>{words.remembersNothing}</p> : list(items, false)}
      {lost.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.hasLost}</h3>
          {list(lost.slice(0, ITEMS_SHOWN), true)}
        </>
      )}
    </>
  );
}

interface ItemProps extends Pick<NodeViewProps, 'run' | 'words' | 'node' | 'side'> {
  readonly remembered: Remembered;
  readonly isLost: boolean;
  readonly since: number | undefined;
}

function Item({ run, words, node, side, remembered, isLost, since }: ItemProps) {
  const text = useText();
  const dispatch = useDispatch();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const { key, item, durable } = remembered;
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        data-lost={isLost}
        onClick={() => dispatch({ kind: 'select', selection: { side, kind: 'item', node, key } })}
      >
        {phrasebook.chips(item, run.scenario).join(' · ')}
      </button>
      <span className={styles.facts}>
        {text.bytes(bytesInMemory(item))}
        {durable && `, ${words.onDisk}`}
        {!isLost && (
          <>
            {', '}
            <Since step={since} words={words} side={side} />
          </>
        )}
      </span>
    </li>
  );
}
