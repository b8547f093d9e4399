/** What every node remembers at each step. Nodes that a step leaves alone are the same objects as before. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { Step } from './steps.ts';

export interface Remembered {
  readonly key: string;
  readonly item: MemoryItem;
}

export interface NodeSnapshot {
  readonly isUp: boolean;
  /** In the order in which it was first remembered. */
  readonly memory: readonly Remembered[];
  /** What the crash that stopped this node took with it; empty while it is up. */
  readonly lost: readonly Remembered[];
}

export type Snapshot = ReadonlyMap<NodeId, NodeSnapshot>;

/** One change of a node's memory, as a step brings it about. */
export type MemoryChange =
  | {
      readonly kind: 'remembered';
      readonly node: NodeId;
      readonly item: MemoryItem;
      readonly before: MemoryItem | null;
    }
  | { readonly kind: 'forgot' | 'lost'; readonly node: NodeId; readonly item: MemoryItem }
  | { readonly kind: 'missed'; readonly node: NodeId; readonly key: string };

export interface StepState {
  readonly snapshot: Snapshot;
  readonly changes: readonly MemoryChange[];
}

/** The state at each step, one entry a step. */
export function statesOf(events: readonly ClusterEvent[], steps: readonly Step[]): readonly StepState[] {
  let snapshot: Snapshot = new Map();
  let next = 0;
  return steps.map(({ lastEvent }) => {
    const changes: MemoryChange[] = [];
    for (; next <= lastEvent; next += 1) {
      const event = events[next];
      if (event !== undefined) snapshot = apply(snapshot, event, changes);
    }
    return { snapshot, changes };
  });
}

/** A node of which nothing has been reported yet. */
export const asleep: NodeSnapshot = { isUp: false, memory: [], lost: [] };

function apply(snapshot: Snapshot, event: ClusterEvent, changes: MemoryChange[]): Snapshot {
  switch (event.kind) {
    case 'node-started': {
      const { memory } = snapshot.get(event.node) ?? asleep;
      return new Map(snapshot).set(event.node, { isUp: true, memory, lost: [] });
    }
    case 'node-crashed': {
      const node = snapshot.get(event.node) ?? asleep;
      if (!event.forgets) return new Map(snapshot).set(event.node, { ...node, isUp: false });
      const { memory } = node;
      for (const { item } of memory) changes.push({ kind: 'lost', node: event.node, item });
      return new Map(snapshot).set(event.node, { isUp: false, memory: [], lost: memory });
    }
    case 'remembered': {
      const node = snapshot.get(event.node) ?? asleep;
      const { key, item } = event;
      const at = node.memory.findIndex((each) => each.key === key);
      changes.push({ kind: 'remembered', node: event.node, item, before: node.memory[at]?.item ?? null });
      const memory = at < 0 ? [...node.memory, { key, item }] : node.memory.with(at, { key, item });
      return new Map(snapshot).set(event.node, { ...node, memory });
    }
    case 'forgot': {
      const node = snapshot.get(event.node) ?? asleep;
      const gone = node.memory.find((each) => each.key === event.key);
      if (gone === undefined) return snapshot;
      changes.push({ kind: 'forgot', node: event.node, item: gone.item });
      const memory = node.memory.filter((each) => each !== gone);
      return new Map(snapshot).set(event.node, { ...node, memory });
    }
    case 'recalled':
      if (!event.found) changes.push({ kind: 'missed', node: event.node, key: event.key });
      return snapshot;
    default:
      return snapshot;
  }
}
