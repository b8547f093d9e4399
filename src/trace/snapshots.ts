/** What every node remembers at each step. Nodes that a step leaves alone are the same objects as before. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import { emptyMemory, type NodeMemory, NodeMemoryTracker, type Remembered } from './node-memory.ts';
import { PersistentList } from './persistent-list.ts';
import type { Step } from './steps.ts';

export interface NodeSnapshot {
  readonly isUp: boolean;
  /** Whether it belongs to the cluster: not yet or no longer, for good, or until it has done its work. */
  readonly membership: 'absent' | 'member' | 'draining';
  readonly memory: NodeMemory;
  /** What the crash that stopped this node took with it, or what it took along when it left; empty while it is up. */
  readonly lost: readonly Remembered[];
}

/** Any map will do; the run's own share what a step leaves alone, however many nodes there are. */
export interface Snapshot {
  get(node: NodeId): NodeSnapshot | undefined;
  [Symbol.iterator](): Iterator<readonly [NodeId, NodeSnapshot]>;
}

/** One change of a node's memory, as a step brings it about. */
export type MemoryChange = {
  readonly node: NodeId;
  /** The request in whose service it came about; null where there is none. */
  readonly request: RequestId | null;
} & (
  | { readonly kind: 'remembered'; readonly item: MemoryItem; readonly before: MemoryItem | null }
  | { readonly kind: 'forgot' | 'lost'; readonly item: MemoryItem }
  | { readonly kind: 'missed'; readonly key: string }
);

export interface StepState {
  readonly snapshot: Snapshot;
  readonly changes: readonly MemoryChange[];
  /** The links that are cut. */
  readonly cuts: readonly (readonly [NodeId, NodeId])[];
}

/** The state at each step, one entry a step. */
export function statesOf(events: readonly ClusterEvent[], steps: readonly Step[]): readonly StepState[] {
  const teller = new StateTeller();
  let next = 0;
  return steps.map(({ lastEvent }) => {
    teller.beginStep();
    for (; next <= lastEvent; next += 1) {
      const event = events[next];
      if (event !== undefined) teller.follow(event);
    }
    return teller.state;
  });
}

/** A node of which nothing has been reported yet. */
export const asleep: NodeSnapshot = { isUp: false, membership: 'absent', memory: emptyMemory, lost: [] };

interface Place {
  readonly index: number;
  readonly memory: NodeMemoryTracker;
}

class StateTeller {
  readonly #places = new Map<NodeId, Place>();
  readonly #requests = new RequestTeller();
  #nodes = PersistentList.of<readonly [NodeId, NodeSnapshot]>();
  #cuts: StepState['cuts'] = [];
  #changes: MemoryChange[] = [];

  beginStep(): void {
    this.#changes = [];
  }

  get state(): StepState {
    return {
      snapshot: new SharedSnapshot(this.#nodes, this.#places),
      changes: this.#changes,
      cuts: this.#cuts,
    };
  }

  follow(event: ClusterEvent): void {
    this.#requests.tell(event);
    switch (event.kind) {
      case 'node-started':
        this.#update(event.node, ({ membership }) => {
          return { isUp: true, membership: membership === 'draining' ? membership : 'member', lost: [] };
        });
        return;
      case 'node-draining':
        this.#update(event.node, () => ({ membership: 'draining' }));
        return;
      case 'node-crashed':
        this.#lose(event, { isUp: false }, ({ durable }) => event.forgets && !durable);
        return;
      case 'node-left':
        this.#lose(event, { isUp: false, membership: 'absent' }, () => true);
        return;
      case 'remembered': {
        const { node, key, item, durable } = event;
        const before = this.#place(node).memory.put({ key, item, durable });
        this.#change(event, { kind: 'remembered', item, before: before?.item ?? null });
        this.#update(node, () => ({}));
        return;
      }
      case 'forgot': {
        const gone = this.#place(event.node).memory.take(event.key);
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
    const lost = this.#place(event.node).memory.takeAll(isLost);
    for (const { item } of lost) this.#change(event, { kind: 'lost', item });
    this.#update(event.node, () => ({ ...change, lost }));
  }

  #change(event: ClusterEvent & { readonly node: NodeId }, change: Unplaced<MemoryChange>): void {
    this.#changes.push({ ...change, node: event.node, request: this.#requests.present });
  }

  #update(node: NodeId, change: (before: NodeSnapshot) => Partial<NodeSnapshot>): void {
    const { index, memory } = this.#place(node);
    const before = this.#nodes.get(index)?.[1] ?? asleep;
    const after = { ...before, ...change(before), memory: memory.memory };
    this.#nodes = this.#nodes.with(index, [node, after]);
  }

  #place(node: NodeId): Place {
    let place = this.#places.get(node);
    if (place === undefined) {
      place = { index: this.#places.size, memory: new NodeMemoryTracker() };
      this.#places.set(node, place);
    }
    return place;
  }
}

type Unplaced<Change> = Change extends unknown ? Omit<Change, 'node' | 'request'> : never;

/**
 * The request in whose service each event happened: its own, or else that of its cause. A cause comes before what
 * follows from it, so each event is looked at once, however long its chain of causes is.
 */
class RequestTeller {
  /** By event. */
  readonly #requests: (RequestId | null)[] = [];

  /** @param event The one after those that were told before. */
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
  if (event.kind === 'request-reached' || event.kind === 'request-settled') return event.request;
  return 'message' in event ? event.message.request : null;
}

class SharedSnapshot implements Snapshot {
  private readonly nodes: PersistentList<readonly [NodeId, NodeSnapshot]>;
  /** Of all nodes of the run; those that come later have no place in this snapshot's list. */
  readonly #places: ReadonlyMap<NodeId, Place>;

  constructor(nodes: PersistentList<readonly [NodeId, NodeSnapshot]>, places: ReadonlyMap<NodeId, Place>) {
    this.nodes = nodes;
    this.#places = places;
  }

  get(node: NodeId): NodeSnapshot | undefined {
    const place = this.#places.get(node);
    return place === undefined ? undefined : this.nodes.get(place.index)?.[1];
  }

  [Symbol.iterator](): Iterator<readonly [NodeId, NodeSnapshot]> {
    return this.nodes[Symbol.iterator]();
  }
}

function joinsSame(one: readonly [NodeId, NodeId], other: readonly [NodeId, NodeId]): boolean {
  return (one[0] === other[0] && one[1] === other[1]) || (one[0] === other[1] && one[1] === other[0]);
}
