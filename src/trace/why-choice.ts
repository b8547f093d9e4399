/** Why the load balancer sent a request to another server than the one with the session. */
import { AFFINITY_COOKIE, balancingOf } from '../simulation/actors/balancing.ts';
import { addressesIn } from '../simulation/client-addresses.ts';
import { LOAD_BALANCER } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { cookieOf } from '../simulation/protocols/cookies.ts';
import { descriptorOf } from '../simulation/strategies/strategies.ts';
import type { Evidence } from './reasons.ts';
import { arrivalAt, balancerItems, type Case, clientOf, type EventOf } from './why-case.ts';
import { evidenceOfMark } from './why-silence.ts';

export function evidenceOfChoice(past: Case, holder: NodeId, node: NodeId): readonly Evidence[] {
  const { run, events, request } = past;
  const { scenario } = run;
  if (scenario.kind !== 'cluster') return [];
  const refused = events.find(
    (event) =>
      event.kind === 'message-refused' && event.message.to === holder && event.message.request === request,
  );
  if (refused !== undefined) {
    return [{ reason: { kind: 'did-not-answer', node: holder }, event: refused.id }];
  }
  const at = chosenAt(past, node);
  const unfit = unfitness(past, holder, at);
  if (unfit !== null) {
    const isMarked = unfit.reason.kind === 'was-marked-down';
    return isMarked ? [unfit, ...evidenceOfMark(past, holder, at)] : [unfit];
  }
  const { affinity, newcomers } = balancingOf(scenario.balancing, descriptorOf(scenario).affinity);
  switch (affinity) {
    case 'source-address': {
      // With every server up, only another number of servers gives an address another server.
      const joined = events.findLast((event) => event.kind === 'node-joined');
      return joined?.kind === 'node-joined'
        ? [{ reason: { kind: 'addresses-moved', node: joined.node }, event: joined.id }]
        : [{ reason: { kind: 'policy-chose', node, policy: affinity }, event: null }];
    }
    case 'cookie':
      return ofBinding(past, node, at, newcomers);
    case 'none':
      return [{ reason: { kind: 'policy-chose', node, policy: newcomers }, event: null }];
    default:
      throw new Error(`Unknown affinity ${affinity satisfies never}`);
  }
}

/** The event with which the load balancer sent the request to this server. */
function chosenAt({ events, request }: Case, node: NodeId): EventId {
  const sent = events.findLast(
    (event) =>
      event.kind === 'message-sent' &&
      event.message.request === request &&
      event.message.from === LOAD_BALANCER &&
      event.message.to === node,
  );
  return sent?.id ?? events.length;
}

/** Why a server got no request at that moment; null if it could have got one. */
export function unfitness({ events }: Pick<Case, 'events'>, server: NodeId, at: EventId): Evidence | null {
  const items = balancerItems(events, at);
  const closed = items.find((item) => item.kind === 'server-closed' && item.server === server);
  if (closed?.kind === 'server-closed') {
    const kind = closed.to === 'everybody' ? 'was-closed' : 'was-closed-to-newcomers';
    return { reason: { kind, node: server }, event: commandClosing(events, server, at) };
  }
  const isDraining = items.some((item) => item.kind === 'server-draining' && item.server === server);
  if (isDraining) return { reason: { kind: 'was-draining', node: server }, event: null };
  const isDown = items.some((item) => item.kind === 'server-down' && item.server === server);
  return isDown ? { reason: { kind: 'was-marked-down', node: server }, event: null } : null;
}

function commandClosing(events: Case['events'], server: NodeId, at: EventId): EventId | null {
  const given = events.findLast(
    (event): event is EventOf<'command-taken'> =>
      event.id < at &&
      event.kind === 'command-taken' &&
      event.command.kind === 'instruct' &&
      event.command.instruction.kind === 'set-server-state' &&
      event.command.instruction.server === server,
  );
  return given?.id ?? null;
}

/** The server that the client's cookie or the table names, or why it names none. */
function ofBinding(
  past: Case,
  node: NodeId,
  at: EventId,
  newcomers: ReturnType<typeof balancingOf>['newcomers'],
): readonly Evidence[] {
  const { run, request } = past;
  const { scenario } = run;
  const chosen = { reason: { kind: 'policy-chose', node, policy: newcomers }, event: null } as const;
  const isTable = scenario.kind === 'cluster' && scenario.balancer.binding === 'table';
  if (isTable) return ofTable(past, addressesIn(scenario)(clientOf(request)), at, chosen);
  const arrived = arrivalAt(past, LOAD_BALANCER);
  const named = arrived === null ? undefined : cookieOf(arrived.body, AFFINITY_COOKIE);
  if (named === node) {
    return [{ reason: { kind: 'policy-chose', node, policy: 'cookie' }, event: arrived?.event ?? null }];
  }
  const unfit = named === undefined ? null : unfitness(past, named, at);
  return unfit === null ? [chosen] : [unfit, chosen];
}

/** The table binds the client to this server, or has lost what it said. */
function ofTable(
  { events }: Pick<Case, 'events'>,
  address: string,
  at: EventId,
  chosen: Evidence,
): readonly Evidence[] {
  const entry = events.findLast(
    (event): event is EventOf<'remembered'> =>
      event.id < at &&
      event.kind === 'remembered' &&
      event.item.kind === 'binding' &&
      event.item.address === address,
  );
  if (entry?.item.kind !== 'binding') return [chosen];
  const { server } = entry.item;
  const crash = events.find(
    (event) =>
      event.id > entry.id && event.id < at && event.kind === 'node-crashed' && event.node === LOAD_BALANCER,
  );
  return crash === undefined
    ? [{ reason: { kind: 'is-bound-to', node: server }, event: entry.id }]
    : [{ reason: { kind: 'lost-its-table', node: LOAD_BALANCER }, event: crash.id }, chosen];
}
