/** Why a message got no answer: the receiver was down, the network lost it, or the connection broke during the work. */
import {
  type ClusterEvent,
  type ClusterMessage,
  isClient,
  isServer,
  isStore,
  LOAD_BALANCER,
  roleOf,
} from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { isIdempotent } from '../simulation/protocols/http.ts';
import { readNumbered } from '../simulation/protocols/numbered-message.ts';
import { isRestart } from './crashes.ts';
import type { Evidence, PlainReason } from './reasons.ts';
import type { MessageStep } from './steps.ts';
import { type Trouble, troublesOf } from './troubles.ts';
import {
  balancerItems,
  type Case,
  clientOf,
  type EventOf,
  intentOf,
  messageInFlight,
  openMessage,
} from './why-case.ts';

/** The events up to the explained step. */
type Past = Pick<Case, 'run' | 'events'>;

/** Why a connection was refused, so that nothing was sent. */
export function evidenceOfSilence(past: Past, node: NodeId, event: EventId): readonly Evidence[] {
  const refused = past.events[event];
  // A segment or a datagram was sent. The operating system of a dead process answers it.
  if (refused?.kind === 'message-refused' && isPacket(refused.message)) {
    return [
      ...evidenceOfAbsence(past, node, event),
      { reason: { kind: 'system-answers', node }, event: null },
    ];
  }
  return [
    ...evidenceOfNoAnswer(past, node, event),
    { reason: { kind: 'nothing-was-sent', node }, event: null },
  ];
}

/** Why an operating system sends a segment instead of a process. Empty if the process sends it. */
export function evidenceOfSystem(past: Past, { message }: Pick<MessageStep, 'message'>): readonly Evidence[] {
  if (!isPacket(message)) return [];
  const sent = past.events.find((event) => event.kind === 'message-sent' && event.message.id === message.id);
  const absence = sent === undefined ? [] : evidenceOfAbsence(past, message.from, sent.id);
  if (absence.length === 0) return [];
  return [...absence, { reason: { kind: 'system-answers', node: message.from }, event: null }];
}

function isPacket({ body }: ClusterMessage): boolean {
  return body.kind === 'tcp-segment' || body.kind === 'udp-datagram';
}

/** A connection was refused, and why the node was absent. */
export function evidenceOfNoAnswer(past: Past, node: NodeId, event: EventId): readonly Evidence[] {
  return [{ reason: { kind: 'did-not-answer', node }, event }, ...evidenceOfAbsence(past, node, event)];
}

/** Empty when the node is up, or its absence can't explain the event. */
export function evidenceOfAbsence(past: Past, node: NodeId, at: EventId): readonly Evidence[] {
  const before = past.events.slice(0, at + 1);
  const last = before.findLast(
    (event): event is EventOf<'node-crashed' | 'node-started' | 'node-left'> =>
      (event.kind === 'node-crashed' || event.kind === 'node-started' || event.kind === 'node-left') &&
      event.node === node,
  );
  if (last === undefined || last.kind === 'node-started') return [];
  if (last.kind === 'node-left') return [{ reason: { kind: 'had-left', node }, event: last.id }];
  const kind = last.how === 'machine' ? 'had-gone-dark' : 'had-crashed';
  const crashed: Evidence = { reason: { kind, node }, event: last.id };
  if (isStore(node)) return ofStore(past, crashed, node, last.id);
  const asked = past.events[at];
  const isBalancers = asked !== undefined && 'message' in asked && asked.message.from === LOAD_BALANCER;
  return isServer(node) && isBalancers ? [crashed, ...ofChecks(past, node, last.id, at)] : [crashed];
}

/** Why the load balancer has marked a server down: it had crashed, or was frozen, or messages to it were lost. */
export function evidenceOfMark(past: Past, server: NodeId, at: EventId): readonly Evidence[] {
  const absence = evidenceOfAbsence(past, server, at).slice(0, 1);
  if (absence.length > 0) return absence;
  const before = past.events.slice(0, at);
  const marked = before.findLastIndex(
    (event) =>
      event.kind === 'remembered' && event.item.kind === 'server-down' && event.item.server === server,
  );
  if (marked < 0) return [];
  const tried = before.slice(0, marked + 1);
  const frozen = freezeOf(tried, server);
  if (frozen !== null) return [{ reason: { kind: 'had-a-frozen-process', node: server }, event: frozen }];
  const lost = tried.findLast(
    (event): event is EventOf<'message-lost'> =>
      event.kind === 'message-lost' && (event.message.to === server || event.message.from === server),
  );
  return lost === undefined
    ? []
    : [{ reason: { kind: 'message-was-lost', node: lost.message.to, why: lost.why }, event: lost.id }];
}

/** The event that froze a node's process; null if it isn't frozen. */
function freezeOf(events: readonly ClusterEvent[], node: NodeId): EventId | null {
  const last = events.findLast(
    (event) =>
      (event.kind === 'node-frozen' || event.kind === 'node-thawed' || event.kind === 'node-started') &&
      event.node === node,
  );
  return last?.kind === 'node-frozen' ? last.id : null;
}

/** Another store has replaced the one that crashed, or will. */
function ofStore(
  { run, events }: Past,
  crashed: Evidence,
  node: NodeId,
  crash: EventId,
): readonly Evidence[] {
  const promotion = events.findLast(
    (event) =>
      event.kind === 'remembered' &&
      event.id > crash &&
      event.item.kind === 'store-role' &&
      event.item.role === 'primary',
  );
  if (promotion?.kind === 'remembered' && promotion.node !== node) {
    return [{ reason: { kind: 'has-taken-over', node: promotion.node }, event: promotion.id }];
  }
  const { scenario } = run;
  const hasReplica = scenario.kind === 'cluster' && scenario.store.replica !== null;
  return hasReplica && roleOf(node).role === 'session-store'
    ? [crashed, { reason: { kind: 'is-not-replaced-yet', node }, event: null }]
    : [crashed];
}

/** Why the load balancer chose a server that was down: what its health checks had found by then. */
function ofChecks({ run, events }: Past, server: NodeId, crash: EventId, at: EventId): readonly Evidence[] {
  const { scenario } = run;
  // Over TCP, clients reach the servers without a load balancer.
  if (scenario.kind !== 'cluster' || scenario.connections === 'tcp') return [];
  const isMarked = balancerItems(events, at).some(
    (item) => item.kind === 'server-down' && item.server === server,
  );
  if (isMarked) return [{ reason: { kind: 'is-tried-although-down', node: server }, event: null }];
  if (!scenario.balancer.checksHealth) {
    return [{ reason: { kind: 'no-checks-are-made', node: LOAD_BALANCER }, event: null }];
  }
  const failed = events.find(
    (event) =>
      event.id > crash &&
      event.id < at &&
      event.background &&
      (event.kind === 'message-refused' || event.kind === 'message-lost') &&
      event.message.from === LOAD_BALANCER &&
      event.message.to === server,
  );
  return failed === undefined
    ? [{ reason: { kind: 'no-check-had-failed', node: server }, event: null }]
    : [{ reason: { kind: 'too-few-checks-had-failed', node: server }, event: failed.id }];
}

type LostMessage = Pick<EventOf<'message-lost'>, 'message' | 'why' | 'id'>;

export function evidenceOfLoss(past: Past, { message, why, id: event }: LostMessage): readonly Evidence[] {
  const lost: Evidence = { reason: { kind: 'message-was-lost', node: message.to, why }, event };
  if (why === 'receiver-gone' || why === 'receiver-down' || why === 'receiver-dark') {
    return [lost, ...evidenceOfAbsence(past, message.to, event)];
  }
  const isSettled = past.events.some(
    (each) => each.kind === 'request-settled' && each.request === message.request && each.id < event,
  );
  const node = isReply(message) ? message.to : message.from;
  return [lost, { reason: { kind: isSettled ? 'nobody-waits' : silenceAfter(message), node }, event: null }];
}

/** Who waits after a message was lost on its way, as nobody is told. */
function silenceAfter(message: ClusterMessage): PlainReason {
  const { role, body } = message;
  if (body.kind === 'tcp-segment') {
    const isAcknowledged = body.data !== '' || body.control.some((bit) => bit === 'SYN' || bit === 'FIN');
    if (isAcknowledged) return 'sender-retransmits';
    return body.control.includes('RST') ? 'nobody-waits' : 'is-not-acknowledged';
  }
  if (isReply(message)) return 'asker-waits';
  const isAsked = body.kind === 'udp-datagram' ? readNumbered(body.data) !== null : role === 'request';
  return isAsked ? 'sender-waits' : 'nobody-waits';
}

/** Over UDP, an application numbers what it asks and what it replies. */
function isReply({ role, body }: ClusterMessage): boolean {
  if (body.kind !== 'udp-datagram') return role === 'reply';
  return readNumbered(body.data)?.kind === 'reply';
}

/** Why a connection broke, and whether anyone sent the request again. */
export function evidenceOfReset(
  past: Case,
  reset: Extract<Trouble, { kind: 'connection-reset' }>,
): readonly Evidence[] {
  const { message, cause, id } = reset;
  const { to: node } = message;
  // A crash resets connections. Otherwise the node has closed this one itself.
  const closed = cause === null ? undefined : past.run.events[cause];
  if (closed?.kind === 'connection-reset') {
    return [
      { reason: { kind: 'closed-without-a-response', node }, event: id },
      ...ofBreak(past, closed.message.to, closed.cause),
      ...ofNextAttempt(past, id),
    ];
  }
  const again = ofNextAttempt(past, id);
  return [...ofBreak(past, node, cause), ...(again.length > 0 ? again : ofNoAttempt(past, reset))];
}

/**
 * Why a payment could be charged twice: what went wrong with the first attempt, and who sent it again. Empty for one that was
 * sent once.
 */
export function evidenceOfRepeat(past: Case): readonly Evidence[] {
  const { run, events, request } = past;
  const attempts = events.filter(
    (event) =>
      event.kind === 'message-sent' && event.message.request === request && isClient(event.message.from),
  );
  const [, second] = attempts;
  if (second === undefined) return [];
  const troubles = troublesOf(run.events).get(request) ?? [];
  const before = (kind: Trouble['kind']) =>
    troubles.findLast((each) => each.id < second.id && each.kind === kind);
  // The answer to a crashed server is lost as well, which explains nothing.
  const failure = before('connection-reset') ?? before('message-lost');
  const again = ofNextAttempt(past, failure?.id ?? second.id);
  switch (failure?.kind) {
    case 'connection-reset':
      return evidenceOfReset(past, failure);
    case 'message-lost':
      return [...evidenceOfLoss(past, failure).slice(0, 1), ...again];
    default:
      return again;
  }
}

/** A node that is up resets a request that came over a connection that it had closed as idle. */
function ofBreak({ run }: Past, node: NodeId, cause: EventId | null): readonly Evidence[] {
  const reason = run.events[cause ?? -1];
  switch (reason?.kind) {
    case 'node-crashed': {
      const kind = isRestart(run.events, reason) ? 'restarted-at-work' : 'died-at-work';
      return [{ reason: { kind, node }, event: cause }];
    }
    case 'node-left':
      return [{ reason: { kind: 'had-left', node }, event: cause }];
    case 'message-delivered':
      return [{ reason: { kind: 'closed-while-idle', node }, event: cause }];
    default:
      return [{ reason: { kind: 'broke-off', node }, event: cause }];
  }
}

/** Who sent the request again after its connection broke: the load balancer in the same exchange, or the client. */
function ofNextAttempt({ run, events, request }: Case, reset: EventId): readonly Evidence[] {
  const again = events
    .slice(reset)
    .find(
      (event): event is EventOf<'message-sent'> =>
        event.kind === 'message-sent' &&
        event.message.request === request &&
        event.message.body.kind === 'http-request' &&
        (event.cause === reset || isClient(event.message.from)),
    );
  if (again?.kind !== 'message-sent') return [];
  const { from, to } = again.message;
  if (!isClient(from)) return [{ reason: { kind: 'is-repeated', node: to }, event: again.id }];
  const sent: Evidence = { reason: { kind: 'was-sent-again', node: clientOf(request) }, event: again.id };
  const intent = intentOf(run, request);
  if (intent.kind !== 'pay') return [sent];
  const kind = intent.hasIdempotencyKey ? 'has-the-same-key' : 'is-not-recognized';
  return [sent, { reason: { kind, node: clientOf(request) }, event: null }];
}

/** Why nobody sent it again. */
function ofNoAttempt(
  { run }: Past,
  { message: { to: node, body } }: EventOf<'connection-reset'>,
): readonly Evidence[] {
  const { scenario } = run;
  if (!isServer(node) || body.kind !== 'http-request' || scenario.kind !== 'cluster') {
    return [{ reason: { kind: 'result-is-unknown', node }, event: null }];
  }
  const wouldRepeat = scenario.balancer.onServerReset === 'repeat-idempotent' && isIdempotent(body);
  const kind = wouldRepeat ? 'has-no-other-server' : 'is-not-repeated';
  return [{ reason: { kind, node }, event: null }];
}

/** The node that kept a request waiting until its sender gave up: its process is frozen, or it was just slow. */
export function evidenceOfWaiting(past: Pick<Case, 'events' | 'request'>): readonly Evidence[] {
  const open = openMessage(past);
  const flying = messageInFlight(past);
  if (open === null) {
    return flying === null ? [] : [{ reason: { kind: 'was-on-its-way', node: flying.to }, event: null }];
  }
  const { to: node } = open;
  const frozen = freezeOf(past.events, node);
  return frozen === null
    ? [{ reason: { kind: 'had-not-answered', node }, event: null }]
    : [{ reason: { kind: 'was-frozen', node }, event: frozen }];
}
