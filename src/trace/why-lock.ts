/** Why a request didn't get its session's lock: who had it, and which process was frozen meanwhile. */
import { isServer } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { isLockKey, lockKeyOf } from '../simulation/store-keys.ts';
import { sessionIdIn } from '../simulation/strategies/session-cookie.ts';
import type { Evidence } from './reasons.ts';
import { arrivalAt, type EventOf } from './why-case.ts';
import { type Problem, plain } from './why-error.ts';

export function evidenceOfLock(problem: Problem): readonly Evidence[] {
  const { server } = problem.judged;
  const arrived = arrivalAt(problem, server);
  const asked = lastAttempt(problem);
  const key = asked?.key ?? lockKeyOf((arrived === null ? undefined : sessionIdIn(arrived.body)) ?? '');
  const frozen = ofFrozenWaiter(problem, asked?.event ?? arrived?.event ?? 0);
  return [...ofHolder(problem, key), ...frozen];
}

/** The last command for the lock, where it's in a store. */
function lastAttempt({ events, request }: Problem): { readonly event: EventId; readonly key: string } | null {
  for (const event of events.toReversed()) {
    if (event.kind !== 'message-sent' || event.message.request !== request) continue;
    const { body } = event.message;
    if (body.kind === 'store-command' && isLockKey(body.key)) return { event: event.id, key: body.key };
  }
  return null;
}

function ofHolder({ events, judged }: Problem, key: string): readonly Evidence[] {
  const taken = events.findLast(
    (event): event is EventOf<'remembered'> => event.kind === 'remembered' && event.key === key,
  );
  if (taken === undefined) return [plain('is-locked', judged.server)];
  // A server keeps its locks itself, or has a store keep them.
  const by = taken.cause === null ? undefined : events[taken.cause];
  const asked = by?.kind === 'message-delivered' && isServer(by.message.from) ? by : undefined;
  const holder = isServer(taken.node) ? taken.node : asked?.message.from;
  if (holder === undefined) return [plain('is-locked', judged.server)];
  const holds = plain('holds-the-lock', holder, asked?.id ?? taken.id);
  // It can crash before its command has reached the store.
  const sent = events.find(
    (event) => event.kind === 'message-sent' && event.message.id === asked?.message.id,
  );
  const crash = events.find(
    (event) => event.kind === 'node-crashed' && event.node === holder && event.id > (sent ?? taken).id,
  );
  if (crash !== undefined) return [holds, plain('crashed-with-the-lock', holder, crash.id)];
  const isReleased = events.slice(taken.id).some((event) => event.kind === 'forgot' && event.key === key);
  const frozen = isReleased ? undefined : events.findLast(isSpellOf(holder));
  return frozen?.kind === 'node-frozen' && holder !== judged.server
    ? [holds, plain('was-frozen', holder, frozen.id)]
    : [holds];
}

/** The server was frozen after its last attempt, and gave up at once when it continued. */
function ofFrozenWaiter({ run, events, judged }: Problem, attempt: EventId): readonly Evidence[] {
  const { server } = judged;
  const frozen = events.find(
    (event) => event.id > attempt && event.kind === 'node-frozen' && event.node === server,
  );
  const thawed = events.findLast((event) => event.kind === 'node-thawed' && event.node === server);
  if (frozen === undefined || thawed === undefined || run.scenario.kind !== 'cluster') return [];
  // Attempts in a server's own memory leave no events.
  const { timing, sessions } = run.scenario;
  const gaveUpUs = (run.events[events.length]?.atUs ?? thawed.atUs) - timing.replyUs;
  return gaveUpUs - thawed.atUs < sessions.lock.pollUs
    ? [plain('was-frozen-waiting', server, frozen.id)]
    : [];
}

function isSpellOf(node: NodeId) {
  return (event: Problem['events'][number]) =>
    (event.kind === 'node-frozen' || event.kind === 'node-thawed' || event.kind === 'node-started') &&
    event.node === node;
}
