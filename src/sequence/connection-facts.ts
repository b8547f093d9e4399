/** Reads the facts of a TCP segment, including the states of both ends of its connection before and after. */
import type { Segment } from '../simulation/protocols/tcp/segment.ts';
import { segmentLength } from '../simulation/protocols/tcp/segment.ts';
import type { MemoryChange } from '../trace/snapshots.ts';
import type { MessageStep } from '../trace/steps.ts';
import type { Circumstances } from './circumstances.ts';
import { type End, endName } from './connection-states.ts';
import type { ConnectionState, EndFacts, SegmentFacts } from './step-facts.ts';

/** Tracks all connections, so that each segment is compared with the states before it. */
export class ConnectionReader {
  /** By name of the end, as the last segment of that connection left them. */
  readonly #shown = new Map<string, ConnectionState>();
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
    connections: Circumstances['connections'],
  ): Omit<SegmentFacts, 'from' | 'to' | 'fate' | 'reset'> {
    const { sourcePort, destinationPort } = segment;
    const { from, to } = step;
    const read = (end: End): EndFacts => ({
      ...this.#read(
        endName(end),
        connections.of(end),
        changes.some((change) => isEndOf(change, end)),
      ),
      ...(connections.isWithSystem(end.node) && { isWithSystem: true }),
    });
    const sender = read({ node: from, peer: to, localPort: sourcePort, remotePort: destinationPort });
    const receiver = read({ node: to, peer: from, localPort: destinationPort, remotePort: sourcePort });
    const name = `${step.from} ${sourcePort} ${segment.seq} ${segment.control} ${segment.data}`;
    const isCopy = this.#arrived.has(step.message.id);
    const isRepeated = !isCopy && segmentLength(segment) > 0 && this.#sent.has(name);
    this.#sent.add(name);
    if (step.fate.kind === 'delivered') this.#arrived.add(step.message.id);
    return {
      kind: 'segment',
      segment,
      isRepeated,
      isCopy,
      isBySystem: connections.isBySystem(step.message.id),
      carriesHttp: this.#carryHttp,
      sender,
      receiver,
    };
  }

  /** A connection that was lost with its node, or ended between two segments, was closed before this one. */
  #read(name: string, after: ConnectionState, isForgotten: boolean): EndFacts {
    const shown = this.#shown.get(name) ?? 'CLOSED';
    this.#shown.set(name, after);
    return { before: after === 'CLOSED' && !isForgotten ? 'CLOSED' : shown, after };
  }
}

/** Whether a change forgets this end of its connection. */
function isEndOf(change: MemoryChange, end: End): boolean {
  if (change.kind !== 'forgot' || change.item.kind !== 'tcp-connection') return false;
  const { peer, connection } = change.item;
  return endName({ node: change.node, peer, ...connection }) === endName(end);
}
