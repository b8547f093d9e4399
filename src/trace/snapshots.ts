/** Every node's memory at each step. Nodes that a step doesn't change are the same objects as before. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import { emptyMemory, type NodeMemory, NodeMemoryTracker, type Remembered } from './node-memory.ts';
import { PersistentList } from './persistent-list.ts';
import type { Step } from './steps.ts';

export interface NodeSnapshot {
  readonly isUp: boolean;
  /** Up, but its process stands still. */
  readonly isFrozen: boolean;
  /** Down, and its machine is off: nothing answers. */
  readonly isDark: boolean;
  /** Whether the node belongs to the cluster. `draining` nodes finish their work, then leave. */
  readonly membership: 'absent' | 'member' | 'draining';
  readonly memory: NodeMemory;
  /** Memory lost when this node crashed or left; empty while it's up. */
  readonly lost: readonly Remembered[];
}

/** Any map fits. The run's own maps share unchanged nodes between steps, regardless of the number of nodes. */
export interface Snapshot {
  get(node: NodeId): NodeSnapshot | undefined;
  [Symbol.iterator](): Iterator<readonly [NodeId, NodeSnapshot]>;
}

/** One change of a node's memory within a step. */
export type MemoryChange = {
  readonly node: NodeId;
  /** The request that caused it, or null. */
  readonly request: RequestId | null;
} & (
  | { readonly kind: 'remembered'; readonly item: MemoryItem; readonly before: MemoryItem | null }
  | { readonly kind: 'forgot' | 'lost'; readonly item: MemoryItem }
  | { readonly kind: 'missed'; readonly key: string }
);

export interface StepState {
  readonly snapshot: Snapshot;
  readonly changes: readonly MemoryChange[];
  /** Cut links. */
  readonly cuts: readonly (readonly [NodeId, NodeId])[];
}

/** The states, one per step. */
export function statesOf(events: readonly ClusterEvent[], steps: readonly Step[]): readonly StepState[] {
  return new StateReader().readUpTo(steps.length, steps, events);
}

/** Reads the states of a run's steps in several goes. */
export class StateReader {
  readonly #teller = new StateTeller();
  readonly #states: StepState[] = [];
  #next = 0;

  /**
   * Reads on, up to a step, exclusive.
   *
   * @param steps With their events: the same as before up to where they have been read.
   * @returns The states of all steps so far.
   */
  readUpTo(count: number, steps: readonly Step[], events: readonly ClusterEvent[]): readonly StepState[] {
    while (this.#states.length < count) {
      const lastEvent = steps[this.#states.length]?.lastEvent ?? -1;
      this.#teller.beginStep();
      for (; this.#next <= lastEvent; this.#next += 1) {
        const event = events[this.#next];
        if (event !== undefined) this.#teller.follow(event);
      }
      this.#states.push(this.#teller.state);
    }
    return this.#states;
  }
}

/** A node without any reported event. */
export const absentNode: NodeSnapshot = {
  isUp: false,
  isFrozen: false,
  isDark: false,
  membership: 'absent',
  memory: emptyMemory,
  lost: [],
};

interface NodeEntry {
  readonly index: number;
  readonly memory: NodeMemoryTracker;
}

class StateTeller {
  readonly #entries = new Map<NodeId, NodeEntry>();
  readonly #requests = new RequestTeller();
  #nodes = PersistentList.of<readonly [NodeId, NodeSnapshot]>();
  #cuts: StepState['cuts'] = [];
  #changes: MemoryChange[] = [];

  beginStep(): void {
    this.#changes = [];
  }

  get state(): StepState {
    return {
      snapshot: new SharedSnapshot(this.#nodes, this.#entries),
      changes: this.#changes,
      cuts: this.#cuts,
    };
  }

  follow(event: ClusterEvent): void {
    this.#requests.tell(event);
    switch (event.kind) {
      case 'node-started':
        this.#update(event.node, ({ membership }) => {
          const stays = membership === 'draining' ? membership : 'member';
          return { isUp: true, isDark: false, membership: stays, lost: [] };
        });
        return;
      case 'node-draining':
        this.#update(event.node, () => ({ membership: 'draining' }));
        return;
      case 'node-crashed':
        this.#lose(event, stopped(event), ({ durable }) => event.forgets && !durable);
        return;
      case 'node-frozen':
      case 'node-thawed':
        this.#update(event.node, () => ({ isFrozen: event.kind === 'node-frozen' }));
        return;
      case 'node-left':
        this.#lose(event, { isUp: false, isFrozen: false, membership: 'absent' }, () => true);
        return;
      case 'remembered': {
        const { node, key, item, durable } = event;
        const before = this.#entry(node).memory.put({ key, item, durable });
        this.#change(event, { kind: 'remembered', item, before: before?.item ?? null });
        this.#update(node, () => ({}));
        return;
      }
      case 'forgot': {
        const gone = this.#entry(event.node).memory.take(event.key);
        if (gone === undefined) return;
        this.#change(event, { kind: 'forgot', item: gone.item });
        this.#update(event.node, () => ({}));
        return;
      }
      case 'recalled':
        if (!event.found) this.#change(event, { kind: 'missed', key: event.key });
        return;
      case 'link-cut':
        this.#cuts = [...this.#cuts, event.between];
        return;
      case 'link-healed':
        this.#cuts = this.#cuts.filter((cut) => !joinsSame(cut, event.between));
        return;
      default:
    }
  }

  #lose(
    event: ClusterEvent & { readonly node: NodeId },
    change: Partial<NodeSnapshot>,
    isLost: (remembered: Remembered) => boolean,
  ): void {
    const lost = this.#entry(event.node).memory.takeAll(isLost);
    for (const { item } of lost) this.#change(event, { kind: 'lost', item });
    this.#update(event.node, () => ({ ...change, lost }));
  }

  #change(event: ClusterEvent & { readonly node: NodeId }, change: Unplaced<MemoryChange>): void {
    this.#changes.push({ ...change, node: event.node, request: this.#requests.present });
  }

  #update(node: NodeId, change: (before: NodeSnapshot) => Partial<NodeSnapshot>): void {
    const { index, memory } = this.#entry(node);
    const before = this.#nodes.get(index)?.[1] ?? absentNode;
    const after = { ...before, ...change(before), memory: memory.memory };
    this.#nodes = this.#nodes.with(index, [node, after]);
  }

  #entry(node: NodeId): NodeEntry {
    let entry = this.#entries.get(node);
    if (entry === undefined) {
      entry = { index: this.#entries.size, memory: new NodeMemoryTracker() };
      this.#entries.set(node, entry);
    }
    return entry;
  }
}

function stopped({ how }: Extract<ClusterEvent, { kind: 'node-crashed' }>): Partial<NodeSnapshot> {
  return { isUp: false, isFrozen: false, isDark: how === 'machine' };
}

type Unplaced<Change> = Change extends unknown ? Omit<Change, 'node' | 'request'> : never;

/**
 * Finds the request behind each event: its own, or else its cause's. A cause precedes its effects, so one lookup per
 * event is enough, even for long chains of causes.
 */
class RequestTeller {
  /** By event. */
  readonly #requests: (RequestId | null)[] = [];

  /** @param event The next event of the trace. */
  tell(event: ClusterEvent): void {
    const ofCause = event.cause === null ? null : (this.#requests[event.cause] ?? null);
    this.#requests.push(requestNamedBy(event) ?? ofCause);
  }

  /** That of the event that was told last. */
  get present(): RequestId | null {
    return this.#requests.at(-1) ?? null;
  }
}

function requestNamedBy(event: ClusterEvent): RequestId | null {
  if ('request' in event) return event.request;
  return 'message' in event ? event.message.request : null;
}

class SharedSnapshot implements Snapshot {
  private readonly nodes: PersistentList<readonly [NodeId, NodeSnapshot]>;
  /** All nodes of the run. Nodes that join later aren't in this snapshot's list. */
  readonly #entries: ReadonlyMap<NodeId, NodeEntry>;

  constructor(
    nodes: PersistentList<readonly [NodeId, NodeSnapshot]>,
    entries: ReadonlyMap<NodeId, NodeEntry>,
  ) {
    this.nodes = nodes;
    this.#entries = entries;
  }

  get(node: NodeId): NodeSnapshot | undefined {
    const entry = this.#entries.get(node);
    return entry === undefined ? undefined : this.nodes.get(entry.index)?.[1];
  }

  [Symbol.iterator](): Iterator<readonly [NodeId, NodeSnapshot]> {
    return this.nodes[Symbol.iterator]();
  }
}

function joinsSame(one: readonly [NodeId, NodeId], other: readonly [NodeId, NodeId]): boolean {
  return (one[0] === other[0] && one[1] === other[1]) || (one[0] === other[1] && one[1] === other[0]);
}
