/** Answers from data that is older than what another node has. */
import { type ClusterEvent, isStore } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import type { ReportEnd } from './loss.ts';
import { type SessionStates, saysTheSame } from './session-states.ts';

export const staleReads: DetectorDescriptor = {
  kinds: ['recalled', 'message-sent', 'message-delivered', 'node-frozen', 'node-thawed', 'node-crashed'],
  create,
};

/** A message that waits at a frozen process. */
interface HeldMessage {
  readonly at: NodeId;
  readonly from: NodeId;
  readonly request: RequestId;
  isGivenUp: boolean;
}

/** Messages at frozen processes whose senders have given up: what a process reads for them later, no one waits for. */
class HeldMessages {
  readonly #frozen = new Set<NodeId>();
  /** By the event of their arrival. */
  readonly #held = new Map<EventId, HeldMessage>();

  follow(event: ClusterEvent): void {
    switch (event.kind) {
      case 'node-frozen':
        this.#frozen.add(event.node);
        this.#drop(event.node);
        return;
      case 'node-thawed':
        this.#frozen.delete(event.node);
        return;
      case 'node-crashed':
        this.#frozen.delete(event.node);
        this.#drop(event.node);
        return;
      case 'message-delivered': {
        const { to: at, from, request } = event.message;
        if (request === null || !this.#frozen.has(at)) return;
        this.#held.set(event.id, { at, from, request, isGivenUp: false });
        return;
      }
      case 'message-sent':
        if (this.#held.size > 0) this.#followSent(event);
        return;
      default:
    }
  }

  isGivenUp(arrival: EventId | null): boolean {
    return arrival !== null && this.#held.get(arrival)?.isGivenUp === true;
  }

  /** A node that sends anything else for the same request waits no longer for the answer. */
  #followSent({ message, cause }: ClusterEvent & { readonly kind: 'message-sent' }): void {
    if (cause !== null && this.#held.get(cause)?.at === message.from) this.#held.delete(cause);
    for (const held of this.#held.values()) {
      if (held.from === message.from && held.request === message.request) held.isGivenUp = true;
    }
  }

  #drop(node: NodeId): void {
    for (const [event, { at }] of this.#held) if (at === node) this.#held.delete(event);
  }
}

function create(states: SessionStates, report: ReportEnd): LossDetector {
  /** By key: the write that was missed last. One write counts once, however often it's missed. */
  const missed = new Map<string, EventId>();
  const held = new HeldMessages();
  return {
    see(event) {
      if (event.kind !== 'recalled') {
        held.follow(event);
        return;
      }
      if (held.isGivenUp(event.cause)) return;
      const write = missedBy(event, states);
      if (write === null || missed.get(event.key) === write) return;
      missed.set(event.key, write);
      report({ cause: 'stale', key: event.key, node: event.node, event: event.id, write });
    },
  };
}

/** The write that a lookup should have found; null if it found the latest. */
export function missedBy(
  event: ClusterEvent & { readonly kind: 'recalled' },
  states: SessionStates,
): EventId | null {
  const latest = states.latest(event.key);
  if (latest === undefined) return null;
  const own = states.on(event.node).get(event.key) ?? states.localCopy(event.node, event.key);
  // Servers without copies of each other's sessions are asked for what they never had.
  if (own === undefined) return isStore(event.node) && !event.found ? latest.event : null;
  return saysTheSame(own.item, latest.item) || states.isCurrent(own.item) ? null : latest.event;
}
