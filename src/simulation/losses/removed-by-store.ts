/** Sessions that a store or a server removes: at a request, when they expire, for lack of room, or at a command. */
import { type ClusterEvent, type ClusterMessage, isStore } from '../cluster.ts';
import type { DetectorDescriptor } from './detector.ts';
import type { EndCause, ReportEnd } from './loss.ts';
import { isCopy, type SessionStates } from './session-states.ts';

export const removedByStore: DetectorDescriptor = {
  kinds: ['forgot'],
  create: (states, report) => ({ see: (event) => see(event, states, report) }),
};

function see(event: ClusterEvent, states: SessionStates, report: ReportEnd): void {
  if (event.kind !== 'forgot' || !states.on(event.node).has(event.key)) return;
  const cause = causeOf(event, states);
  if (cause === null) return;
  const write = states.latest(event.key)?.event ?? null;
  report({ cause, key: event.key, node: event.node, event: event.id, write });
  // One server's clock ends nothing for the servers that have a copy. A store's clock is right, and so is its replica's.
  const isByServersClock = cause === 'expired' && !isStore(event.node);
  const [copy] = isByServersClock ? states.elsewhere(event.key, event.node) : [];
  if (copy === undefined) states.settle(event.key, undefined);
}

type Forgot = ClusterEvent & { readonly kind: 'forgot' };

/** Null when a node only follows another one. */
function causeOf(event: Forgot, states: SessionStates): EndCause | null {
  const message = states.messageBehind(event);
  if (isCopy(message)) return null;
  if (!isStore(event.node)) {
    return states.hasExpiredThere(event.node, event.key, event.atUs) ? 'expired' : 'ended';
  }
  if (message?.body.kind === 'store-command') return causeOfCommand(message, event.key);
  return states.isAfterCommand(event) ? 'flushed' : 'expired';
}

function causeOfCommand({ body }: ClusterMessage, key: string): EndCause {
  if (body.kind !== 'store-command') throw new Error(`A ${body.kind} is no command of a store.`);
  // Redis evicts before it executes the command that needs the room.
  if (body.key !== key) return 'evicted';
  return body.name === 'DEL' ? 'ended' : 'expired';
}
