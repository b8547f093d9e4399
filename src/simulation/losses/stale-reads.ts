/** Answers from data that is older than what another node has. */
import { type ClusterEvent, isStore } from '../cluster.ts';
import type { EventId } from '../kernel/trace-event.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import type { ReportEnd } from './loss.ts';
import { type SessionStates, saysTheSame } from './session-states.ts';

export const staleReads: DetectorDescriptor = { kinds: ['recalled'], create };

function create(states: SessionStates, report: ReportEnd): LossDetector {
  /** By key: the write that was missed last. One write counts once, however often it's missed. */
  const missed = new Map<string, EventId>();
  return {
    see(event) {
      if (event.kind !== 'recalled') return;
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
