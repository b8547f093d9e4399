/**
 * State in the memory of every server. Each server replicates its writes to all others. While a copy is late or lost,
 * another server responds from stale or missing state.
 */
import { done, type Flow, perform } from '../../actors/flow.ts';
import {
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type ClusterMessage,
  serversAmong,
} from '../../cluster.ts';
import type { NodeId } from '../../kernel/actor.ts';
import type { ReplicationMessage, SessionCopy } from '../../protocols/session-copies.ts';
import type { ClusterScenario } from '../../scenario.ts';
import { isExpired, isNewer, type Session, type SessionData, type SessionPolicy } from '../../session.ts';
import { foundSession, nextSession, savedUnder, sessionChallenge, sessionEnded } from '../session-cookie.ts';
import { findInMemory, forgetSession, keepSession, sessionUnder } from '../session-memory.ts';
import type { Saved, SessionLookup, SessionStrategy } from '../session-strategy.ts';

type Memory = ClusterContext['memory'];

interface Conditions {
  readonly sessions: SessionPolicy;
  readonly copyDelayUs: number;
}

const COPY = 'copy';
const SWEEP = 'sweep';
const SWEEP_PAUSE_US = 60_000_000;

export function createReplicated({
  sessions,
  replication,
}: Pick<ClusterScenario, 'sessions' | 'replication'>): SessionStrategy {
  const conditions = { sessions, copyDelayUs: replication.delayUs };
  return {
    load: (request, context) => findInMemory(request, context, sessions),
    save: (lookup, data, context, { isLogin }) => save(lookup, data, context, isLogin, conditions),
    end: (lookup, context) => {
      const session = foundSession(lookup);
      return perform(session === null ? [] : end(session, context, conditions), done(sessionEnded));
    },
    challenge: () => sessionChallenge,
    react: (input, context) => react(input, context, sessions),
    // Some of its state may not have been copied yet.
    handOver: (context) => tellAll(othersThan(context), context),
  };
}

function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  isLogin: boolean,
  conditions: Conditions,
): Flow<Saved> {
  const { memory } = context;
  const found = foundSession(lookup);
  const hasEnded = found !== null && memory.has(endedKey(found.id));
  // Another server ended the session while this one was at work. It stays ended.
  if (hasEnded && !isLogin) return done(sessionEnded);
  const before = hasEnded ? null : found;
  const session = nextSession(before && upToDate(before, memory), data, context, {
    renewsId: isLogin && conditions.sessions.renewsIdAtLogin,
  });
  const replaced = before !== null && before.id !== session.id ? end(before, context, conditions) : [];
  return perform(
    [
      ...replaced,
      keepSession(session, conditions.sessions),
      copyLater(session.id, session.version, conditions),
    ],
    done(savedUnder(session, before)),
  );
}

/** A copy may have arrived since the lookup. This write is newer than that, too. */
function upToDate(session: Session, memory: Memory): Session {
  const version = Math.max(session.version, sessionUnder(session.id, memory)?.version ?? 0);
  return { ...session, version };
}

/** Keeps a tombstone, so that a late copy can't revive the session. */
function end({ id, createdUs }: Session, context: ClusterContext, conditions: Conditions): ClusterEffect[] {
  return context.memory.has(endedKey(id))
    ? []
    : [
        forgetSession({ id }),
        { kind: 'remember', key: endedKey(id), item: { kind: 'ended-session', ended: { id, createdUs } } },
        copyLater(id, 'ended', conditions),
      ];
}

function endedKey(sessionId: string): string {
  return `ended ${sessionId}`;
}

/** One timer per write. A shared timer would delay a copy that is due. */
function copyLater(id: string, write: number | 'ended', { copyDelayUs }: Conditions): ClusterEffect {
  return { kind: 'set-timer', timer: `${COPY} ${id} ${write}`, delayUs: copyDelayUs };
}

function react(
  input: ClusterInput,
  context: ClusterContext,
  policy: SessionPolicy,
): readonly ClusterEffect[] {
  switch (input.kind) {
    case 'started': {
      const sweepLater = nextSweep();
      // At the start of a run there's nothing to copy.
      return context.nowUs === 0
        ? [sweepLater]
        : [sweepLater, ...othersThan(context).map((server) => tell(server, { kind: 'sessions-wanted' }))];
    }
    case 'message':
      return hear(input.message, context, policy);
    case 'timer':
      return input.timer === SWEEP ? sweep(context, policy) : sendCopy(String(input.timer), context);
    case 'refused':
    case 'reset':
    case 'node-command':
    case 'joined':
    case 'draining':
    case 'left':
      return [];
    default:
      throw new Error(`Unknown input ${input satisfies never}`);
  }
}

/** Sends the session's state at send time. */
function sendCopy(timer: string, context: ClusterContext): readonly ClusterEffect[] {
  const [, id = ''] = timer.split(' ');
  const item = context.memory.get(id) ?? context.memory.get(endedKey(id));
  return item?.kind === 'session' || item?.kind === 'ended-session'
    ? othersThan(context).map((server) => tell(server, { kind: 'session-copy', copy: item }))
    : [];
}

function hear(
  { from, body }: ClusterMessage,
  context: ClusterContext,
  policy: SessionPolicy,
): readonly ClusterEffect[] {
  switch (body.kind) {
    case 'session-copy':
      return receive(body.copy, context, policy);
    case 'session-copies':
      return body.copies.flatMap((copy) => receive(copy, context, policy));
    case 'sessions-wanted':
      return tellAll([from], context);
    default:
      throw new Error(`A server was sent a ${body.kind}.`);
  }
}

/** Accepts only newer versions. Nothing is newer than an end. */
function receive(
  copy: SessionCopy,
  { memory, nowUs }: ClusterContext,
  policy: SessionPolicy,
): readonly ClusterEffect[] {
  switch (copy.kind) {
    case 'session': {
      const { session } = copy;
      const known = sessionUnder(session.id, memory);
      const isOld = known !== undefined && !isNewer(session, known);
      const isOver = memory.has(endedKey(session.id)) || isExpired(session, policy, nowUs);
      return isOld || isOver ? [] : [keepSession(session, policy)];
    }
    case 'ended-session': {
      const key = endedKey(copy.ended.id);
      return memory.has(key) ? [] : [forgetSession(copy.ended), { kind: 'remember', key, item: copy }];
    }
    default:
      throw new Error(`Unknown copy ${copy satisfies never}`);
  }
}

/** Sends everything that this server knows. */
function tellAll(servers: readonly NodeId[], { memory }: ClusterContext): ClusterEffect[] {
  const copies = copiesIn(memory);
  return copies.length === 0 ? [] : servers.map((server) => tell(server, { kind: 'session-copies', copies }));
}

function copiesIn(memory: Memory): SessionCopy[] {
  const copies: SessionCopy[] = [];
  for (const item of memory.values()) {
    if (item.kind === 'session' || item.kind === 'ended-session') copies.push(item);
  }
  return copies;
}

/** Removes expired sessions, and tombstones whose copies have all expired. */
function sweep({ memory, nowUs }: ClusterContext, policy: SessionPolicy): ClusterEffect[] {
  const effects: ClusterEffect[] = [];
  for (const [key, item] of memory) {
    const isOver =
      (item.kind === 'session' && isExpired(item.session, policy, nowUs)) ||
      (item.kind === 'ended-session' && nowUs - item.ended.createdUs >= policy.absoluteUs);
    if (isOver) effects.push({ kind: 'forget', key });
  }
  return [...effects, nextSweep()];
}

function nextSweep(): ClusterEffect {
  return { kind: 'set-timer', timer: SWEEP, delayUs: SWEEP_PAUSE_US, background: true };
}

function othersThan({ self, members }: ClusterContext): readonly NodeId[] {
  return serversAmong(members).filter((server) => server !== self);
}

function tell(to: NodeId, body: ReplicationMessage): ClusterEffect {
  return { kind: 'send', to, role: 'one-way', exchange: 0, body };
}
