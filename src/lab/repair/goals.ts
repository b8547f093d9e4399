/** What a repair has to achieve. A goal is a list of what must not happen, judged from a run's events alone. */
import { type ClusterEvent, type ClusterSink, isClient } from '../../simulation/cluster.ts';
import type { RequestId } from '../../simulation/kernel/actor.ts';
import { bytesOnWire } from '../../simulation/protocols/wire.ts';
import { type PropertyId, properties, propertyIds } from '../search/properties.ts';

/** What must not happen: what a search tries to break, and two more. */
export type TroubleId =
  | PropertyId
  /** A request that isn't answered, or only with a server's error, after all its retries. */
  | 'request-failed'
  /** A request that takes more bytes between client and cluster than the goal allows, retries included. */
  | 'too-many-bytes';

/** In the order of the form. */
export const troubleIds: readonly [TroubleId, ...TroubleId[]] = [
  ...propertyIds,
  'request-failed',
  'too-many-bytes',
];

export interface Goal {
  /** At least one. */
  readonly never: readonly TroubleId[];
  /** For `too-many-bytes`. */
  readonly bytesMax: number;
}

/** What went wrong, and at which event. */
interface Trouble {
  readonly id: TroubleId;
  readonly event: number;
}

interface TroubleSink extends ClusterSink {
  readonly brokenAt: number | null;
}

/** Watches a run for everything that a goal excludes. */
export class GoalSink implements ClusterSink {
  readonly #sinks: readonly (readonly [TroubleId, TroubleSink])[];

  constructor({ never, bytesMax }: Goal) {
    this.#sinks = never.map((id) => [id, sinkOf(id, bytesMax)]);
  }

  report(event: ClusterEvent): void {
    for (const [, sink] of this.#sinks) sink.report(event);
  }

  /** Null while the goal holds. */
  first(): Trouble | null {
    let first: Trouble | null = null;
    for (const [id, { brokenAt }] of this.#sinks) {
      if (brokenAt !== null && (first === null || brokenAt < first.event)) first = { id, event: brokenAt };
    }
    return first;
  }
}

function sinkOf(id: TroubleId, bytesMax: number): TroubleSink {
  switch (id) {
    case 'request-failed':
      return new RequestFailedSink();
    case 'too-many-bytes':
      return new BytesSink(bytesMax);
    default:
      return properties[id]();
  }
}

class RequestFailedSink implements TroubleSink {
  brokenAt: number | null = null;

  report(event: ClusterEvent): void {
    if (event.kind !== 'request-settled' || event.outcome === 'answered' || event.outcome === 'sent') return;
    this.brokenAt ??= event.id;
  }
}

class BytesSink implements TroubleSink {
  readonly #bytes = new Map<RequestId, number>();
  readonly #max: number;
  brokenAt: number | null = null;

  constructor(max: number) {
    this.#max = max;
  }

  report(event: ClusterEvent): void {
    if (event.kind !== 'message-sent') return;
    const { from, to, request, body } = event.message;
    if (request === null || !(isClient(from) || isClient(to))) return;
    const bytes = (this.#bytes.get(request) ?? 0) + bytesOnWire(body);
    this.#bytes.set(request, bytes);
    if (bytes > this.#max) this.brokenAt ??= event.id;
  }
}
