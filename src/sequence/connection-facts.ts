/** Reads the facts of a TCP segment, including the states of both ends of its connection before and after. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Segment } from '../simulation/protocols/tcp/segment.ts';
import { segmentLength } from '../simulation/protocols/tcp/segment.ts';
import type { MemoryChange } from '../trace/snapshots.ts';
import type { MessageStep } from '../trace/steps.ts';
import type { ConnectionState, EndFacts, SegmentFacts } from './step-facts.ts';

/** Tracks all connections, so that each segment is compared with the states before it. */
export class ConnectionReader {
  /** By node and both ports. */
  readonly #states = new Map<string, ConnectionState>();
  readonly #sent = new Set<string>();
  /** Numbers of the messages that have arrived. A network duplicate has its original's number. */
  readonly #arrived = new Set<number>();
  readonly #carryHttp: boolean;

  constructor({ carryHttp }: { readonly carryHttp: boolean }) {
    this.#carryHttp = carryHttp;
  }

  read(
    step: MessageStep,
    segment: Segment,
    changes: readonly MemoryChange[],
  ): Omit<SegmentFacts, 'from' | 'to' | 'fate' | 'reset'> {
    const { sourcePort, destinationPort } = segment;
    const sender = this.#end(step.from, sourcePort, destinationPort, changes);
    const receiver = this.#end(step.to, destinationPort, sourcePort, changes);
    const name = `${step.from} ${sourcePort} ${segment.seq} ${segment.control} ${segment.data}`;
    const isCopy = this.#arrived.has(step.message.id);
    const isRepeated = !isCopy && segmentLength(segment) > 0 && this.#sent.has(name);
    this.#sent.add(name);
    if (step.fate.kind === 'delivered') this.#arrived.add(step.message.id);
    return { kind: 'segment', segment, isRepeated, isCopy, carriesHttp: this.#carryHttp, sender, receiver };
  }

  #end(node: NodeId, localPort: number, remotePort: number, changes: readonly MemoryChange[]): EndFacts {
    const name = `${node} ${localPort} ${remotePort}`;
    const before = this.#states.get(name) ?? 'CLOSED';
    let after = before;
    for (const change of changes) {
      if (change.node !== node || !('item' in change) || change.item.kind !== 'tcp-connection') continue;
      const { connection } = change.item;
      if (connection.localPort !== localPort || connection.remotePort !== remotePort) continue;
      after = change.kind === 'remembered' ? connection.state : 'CLOSED';
    }
    this.#states.set(name, after);
    return { before, after };
  }
}
