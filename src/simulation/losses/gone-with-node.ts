/** Sessions that a machine takes along when it crashes or leaves. */
import type { ClusterEvent } from '../cluster.ts';
import type { DetectorDescriptor } from './detector.ts';
import type { LossCause, ReportEnd } from './loss.ts';
import { type SessionStates, saysTheSame } from './session-states.ts';

export const goneWithNode: DetectorDescriptor = {
  kinds: ['node-left', 'node-crashed'],
  create: (states, report) => ({ see: (event) => see(event, states, report) }),
};

function see(event: ClusterEvent, states: SessionStates, report: ReportEnd): void {
  if (event.kind !== 'node-left' && !(event.kind === 'node-crashed' && event.forgets)) return;
  for (const [key, { item, durable }] of states.on(event.node)) {
    if (durable && event.kind === 'node-crashed') continue;
    const cause = causeOf(event, key, states);
    if (cause === null) continue;
    const latest = states.latest(key);
    report({ cause, key, node: event.node, event: event.id, write: latest?.event ?? null });
    const [remaining] = states.elsewhere(key, event.node);
    const isLatest = latest !== undefined && saysTheSame(latest.item, item);
    if (remaining === undefined) states.settle(key, undefined);
    else if (isLatest) states.settle(key, { item: remaining[1], node: remaining[0], event: event.id });
  }
}

type Gone = ClusterEvent & { readonly kind: 'node-crashed' | 'node-left' };

/** Null if nothing is lost: another node has the same, or newer data. */
function causeOf({ kind, node }: Gone, key: string, states: SessionStates): LossCause | null {
  const others = [...states.elsewhere(key, node)];
  if (others.length === 0) return kind === 'node-left' ? 'left' : 'crashed';
  const latest = states.latest(key);
  const own = states.on(node).get(key);
  if (latest === undefined || own === undefined || !saysTheSame(own.item, latest.item)) return null;
  const isLeft = others.some(([, item]) => saysTheSame(item, latest.item) || states.isCurrent(item));
  return isLeft ? null : 'change-crashed';
}
