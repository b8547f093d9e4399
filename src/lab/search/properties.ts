/** What a search tries to break. Each property is judged from a run's events alone. */
import { type ClusterEvent, type ClusterSink, DATABASE, isClient } from '../../simulation/cluster.ts';
import type { RequestId } from '../../simulation/kernel/actor.ts';
import { isLoss, type LossCause } from '../../simulation/losses/loss.ts';
import { LossReader } from '../../simulation/losses/loss-reader.ts';
import { RequestLog } from '../../trace/request-log.ts';
import { LoggedOutSink } from './logged-out.ts';

interface PropertySink extends ClusterSink {
  /** The event at which the property first broke; null while it holds. */
  readonly brokenAt: number | null;
}

/** Created for each run. */
export const properties = {
  /** A session, or the latest change of one, is lost. */
  'session-lost': () => new LossSink(),
  /** A response asks a client for what it has given before, or for another login. */
  'asked-again': () => new AskedAgainSink(),
  /** One payment is charged more than once. */
  'charged-twice': () => new ChargedTwiceSink(),
  /** A session still gives access after its logout was answered. */
  'logged-out-works': () => new LoggedOutSink(),
} as const satisfies Readonly<Record<string, () => PropertySink>>;

export type PropertyId = keyof typeof properties;

export const propertyIds = Object.keys(properties) as unknown as readonly [PropertyId, ...PropertyId[]];

/** The first loss and its cause. */
export class LossSink implements PropertySink {
  readonly #reader = new LossReader(({ cause, event }) => {
    if (this.cause !== null || !isLoss(cause)) return;
    this.cause = cause;
    this.brokenAt = event;
  });
  cause: LossCause | null = null;
  brokenAt: number | null = null;

  report(event: ClusterEvent): void {
    // Later losses don't matter. A health check carries no session.
    if (this.cause === null && !isHealthCheck(event)) this.#reader.follow(event);
  }
}

function isHealthCheck(event: ClusterEvent): boolean {
  return event.background && 'message' in event && event.message.body.kind.startsWith('health');
}

class AskedAgainSink implements PropertySink {
  readonly #log = new RequestLog();
  brokenAt: number | null = null;

  report(event: ClusterEvent): void {
    if (this.brokenAt !== null) return;
    if (event.kind === 'message-sent' && isClient(event.message.from)) this.#log.ask(event.message);
    if (event.kind !== 'message-delivered' || !isClient(event.message.to)) return;
    if (this.#log.hear(event.message)?.verdict === 'asked-again') this.brokenAt = event.id;
  }
}

class ChargedTwiceSink implements PropertySink {
  /** The request behind each message that asks the database for a charge, by the event of its arrival. */
  readonly #asked = new Map<number, RequestId>();
  readonly #charged = new Set<RequestId>();
  brokenAt: number | null = null;

  report(event: ClusterEvent): void {
    if (event.kind === 'message-delivered') {
      const { body, request } = event.message;
      if (body.kind === 'charge-insert' && request !== null) this.#asked.set(event.id, request);
    }
    if (event.kind !== 'remembered' || event.node !== DATABASE || event.item.kind !== 'charge') return;
    const request = this.#asked.get(event.cause ?? -1);
    if (request === undefined) return;
    if (this.#charged.has(request)) this.brokenAt ??= event.id;
    this.#charged.add(request);
  }
}
