/** Why a request gets an error instead of a response of the application: one case per error code. */
import { DATABASE, isServer, isStore, LOAD_BALANCER, serversAmong } from '../simulation/cluster.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { StoreErrorCode } from '../simulation/protocols/store.ts';
import { isLockKey } from '../simulation/store-keys.ts';
import { sessionIdIn } from '../simulation/strategies/session-cookie.ts';
import { traitsOf } from '../simulation/variants.ts';
import { lossesOf } from './losses.ts';
import type { ProblemCode, RequestIntent } from './reading.ts';
import { type Evidence, outcomes, type PlainReason } from './reasons.ts';
import { type Trouble, troublesOf } from './troubles.ts';
import { arrivalAt, type Case, clientOf, type EventOf } from './why-case.ts';
import { unfitness } from './why-choice.ts';
import { evidenceOfClock, evidenceOfIgnoredCookie, evidenceOfUnknownKey, type Judged } from './why-keys.ts';
import { evidenceOfMissing, evidenceOfOutdated, isMissing } from './why-missing.ts';
import { evidenceOfDroppedTokens, evidenceOfGrant } from './why-refresh.ts';
import {
  evidenceOfAbsence,
  evidenceOfLoss,
  evidenceOfReset,
  evidenceOfSilence,
  evidenceOfWaiting,
} from './why-silence.ts';

/** An error response, and all events up to its departure: what came later can't have led to it. */
export interface Problem extends Case {
  readonly code: ProblemCode | null;
  readonly intent: RequestIntent;
  readonly judged: Judged;
}

export function evidenceOfProblem(problem: Problem): readonly Evidence[] {
  const { code, judged } = problem;
  const { server: node } = judged;
  switch (code) {
    case 'no-server':
      return ofNoServer(problem);
    case 'server-unreachable':
      return ofUnreachable(problem);
    case 'connection-reset': {
      const reset = lastTrouble(
        problem,
        (each) => each.kind === 'connection-reset' && isServer(each.message.to),
      );
      return reset?.kind === 'connection-reset' ? evidenceOfReset(problem, reset) : [];
    }
    case 'server-timeout':
      return ofTimeout(problem);
    case 'database-unavailable':
      return ofBackend(problem, (backend) => backend === DATABASE);
    case 'sessions-unavailable':
      return ofBackend(problem, isStore);
    case 'store-full':
      return [plain('had-no-room', storeAsked(problem) ?? node)];
    case 'cannot-sign':
    case 'cannot-seal':
      return ofNoKey(problem);
    case 'server-busy':
      return ofBusy(problem);
    case 'session-conflict':
      return [plain('kept-changing', node)];
    case 'session-locked':
      return ofLock(problem);
    case 'unknown-session': {
      const missed = lastTrouble(problem, (each) => each.kind === 'recalled' && isMissing(each));
      const lookup = missed?.kind === 'recalled' ? missed : lookupOf(problem);
      return lookup === undefined ? [] : evidenceOfMissing(problem, lookup);
    }
    case 'none-presented':
      return ofNoCredentials(problem);
    case 'not-logged-in':
      return [...ofOutdated(problem), ...ofNoLogin(problem)];
    case 'unknown-key':
      return ofUnknownKey(problem);
    case 'expired':
    case 'expired-session':
      return [...ofCommand(problem, ['stay-away'], clientOf(problem.request)), ...ofTime(problem)];
    case 'not-yet-valid':
      return ofTime(problem);
    case 'revoked':
    case 'forbidden':
    case 'other-format':
      return [...ofOutdated(problem), ...checked(code, node, judged.event)];
    case 'malformed':
    case 'algorithm-none':
    case 'unknown-algorithm':
    case 'unsupported-critical':
    case 'bad-signature':
    case 'bad-seal':
    case 'invalid-claims':
    case 'wrong-issuer':
    case 'wrong-audience':
      return ofForgery(problem, code);
    case 'invalid_grant':
      return evidenceOfGrant(problem, node);
    case 'wrong-credentials':
      return [plain('credentials-are-wrong', node, judged.event)];
    case 'not-found':
      return [plain(problem.intent.kind === 'refresh' ? 'no-refresh-tokens' : 'has-no-such-page', node)];
    case 'invalid':
    case null:
      return [plain('is-unreadable', node, judged.event)];
    default:
      throw new Error(`Unknown code ${code satisfies never}`);
  }
}

/** A response that asks for what the session should have had, or for more than was ever said. */
export function evidenceOfIncomplete(past: Case, node: NodeId): readonly Evidence[] {
  const missed = lastTrouble(past, (each) => each.kind === 'recalled' && isMissing(each));
  if (missed?.kind === 'recalled') return evidenceOfMissing(past, missed);
  const outdated = ofOutdated(past);
  return outdated.length > 0 ? outdated : [plain('was-not-said', node)];
}

/** The lookup of this request that found a session without its latest change. */
export function ofOutdated(past: Case): readonly Evidence[] {
  const outdated = lossesOf(past.run.events)
    .outdated.get(past.request)
    ?.findLast(({ event }) => event < past.events.length);
  return outdated === undefined ? [] : evidenceOfOutdated(past, outdated);
}

export function lastTrouble(
  { run, events, request }: Case,
  isIt: (trouble: Trouble) => boolean,
): Trouble | undefined {
  return troublesOf(run.events)
    .get(request)
    ?.findLast((each) => each.id < events.length && isIt(each));
}

function plain(kind: PlainReason, node: NodeId, event: number | null = null): Evidence {
  return { reason: { kind, node }, event };
}

/** The lookup of the session that the request names. After a wait in a queue, its causes are those of another request. */
function lookupOf(problem: Problem): EventOf<'recalled'> | undefined {
  const { events, judged } = problem;
  const arrived = arrivalAt(problem, judged.server);
  const id = arrived === null ? undefined : sessionIdIn(arrived.body);
  return events.findLast(
    (event): event is EventOf<'recalled'> =>
      event.kind === 'recalled' && !event.found && id !== undefined && event.key.endsWith(id),
  );
}

/** Why no server could take the request: each of them refused it, or got none at that moment. */
function ofNoServer(problem: Problem): readonly Evidence[] {
  const { events, judged } = problem;
  const members = new Set<NodeId>();
  for (const event of events) {
    if (event.kind === 'node-joined' || event.kind === 'node-started') members.add(event.node);
    if (event.kind === 'node-left') members.delete(event.node);
  }
  const servers = serversAmong([...members]);
  const reasons = servers.flatMap((server): readonly Evidence[] => {
    const failed = lastTrouble(problem, (each) => each.kind !== 'recalled' && each.message.to === server);
    if (failed?.kind === 'message-lost')
      return evidenceOfLoss(problem, server, failed.why, failed.id).slice(0, 1);
    if (failed !== undefined) return [plain('did-not-answer', server, failed.id)];
    const unfit = unfitness(problem, server, judged.event);
    return unfit === null ? [] : [unfit];
  });
  if (servers.length === 0) return [plain('has-no-servers', LOAD_BALANCER)];
  if (reasons.length !== 1) return reasons;
  const [only] = reasons;
  if (only === undefined) return [];
  const absence = evidenceOfAbsence(problem, only.reason.node, only.event ?? judged.event);
  // What health checks found is known of a server that is marked down.
  return [only, ...(only.event === null ? absence.slice(0, 1) : absence)];
}

function ofUnreachable(problem: Problem): readonly Evidence[] {
  const last = lastTrouble(problem, (each) => each.kind !== 'recalled' && isServer(each.message.to));
  if (last === undefined || last.kind === 'recalled') return [];
  const { to: node } = last.message;
  const why =
    last.kind === 'message-lost'
      ? evidenceOfLoss(problem, node, last.why, last.id).slice(0, 1)
      : [plain('did-not-answer', node, last.id), ...evidenceOfAbsence(problem, node, last.id)];
  return [...why, plain('gives-up', LOAD_BALANCER)];
}

/** A server that was asked, and didn't answer in time. */
function ofTimeout(problem: Problem): readonly Evidence[] {
  const lost = lastTrouble(problem, ({ kind }) => kind === 'message-lost');
  return lost?.kind === 'message-lost'
    ? evidenceOfLoss(problem, lost.message.to, lost.why, lost.id)
    : evidenceOfWaiting(problem);
}

/** Why a server couldn't use another node: the last thing that went wrong between them. */
function ofBackend(problem: Problem, isBackend: (node: NodeId) => boolean): readonly Evidence[] {
  const trouble = lastTrouble(
    problem,
    (each) => each.kind !== 'recalled' && (isBackend(each.message.to) || isBackend(each.message.from)),
  );
  const error = problem.events.findLast(
    (event): event is EventOf<'message-delivered'> =>
      event.kind === 'message-delivered' &&
      event.message.request === problem.request &&
      event.message.body.kind === 'store-reply' &&
      event.message.body.reply === 'error' &&
      isBackend(event.message.from),
  );
  if (error !== undefined && error.id > (trouble?.id ?? -1)) {
    const primary = trouble?.kind === 'message-refused' ? ofRefusedStore(problem, trouble) : [];
    return [...primary, ...ofStoreError(error)];
  }
  switch (trouble?.kind) {
    case 'message-refused':
      return evidenceOfSilence(problem, trouble.message.to, trouble.id);
    case 'message-lost':
      return evidenceOfLoss(problem, trouble.message.to, trouble.why, trouble.id);
    case 'connection-reset':
      return evidenceOfReset(problem, trouble);
    default:
      return evidenceOfWaiting(problem);
  }
}

const storeErrors: Partial<Record<StoreErrorCode, PlainReason>> = {
  LOADING: 'is-still-loading',
  MASTERDOWN: 'is-only-a-replica',
  READONLY: 'is-only-a-replica',
};

/** The store that should have answered. */
function ofRefusedStore(
  problem: Problem,
  { message: { to: node }, id }: EventOf<'message-refused'>,
): readonly Evidence[] {
  return [plain('did-not-answer', node, id), ...evidenceOfAbsence(problem, node, id)];
}

function ofStoreError({ message, id }: EventOf<'message-delivered'>): readonly Evidence[] {
  const { body, from } = message;
  const code = body.kind === 'store-reply' && body.reply === 'error' ? body.code : null;
  const kind = code === null ? undefined : storeErrors[code];
  return kind === undefined ? [] : [plain(kind, from, id)];
}

/** The store that refused the last write of this request. */
function storeAsked({ events, request }: Case): NodeId | undefined {
  const refused = events.findLast(
    (event) =>
      event.kind === 'message-delivered' &&
      event.message.request === request &&
      event.message.body.kind === 'store-reply' &&
      event.message.body.reply === 'error',
  );
  return refused?.kind === 'message-delivered' ? refused.message.from : undefined;
}

/** Why a server has no key to sign or seal with. */
function ofNoKey(problem: Problem): readonly Evidence[] {
  const { run, events, judged } = problem;
  const { server: node } = judged;
  const ring = events.findLast(
    (event): event is EventOf<'remembered'> =>
      event.kind === 'remembered' && event.node === node && event.item.kind === 'key-ring',
  );
  const hasKeys = ring?.item.kind === 'key-ring' && ring.item.ring.verification.length > 0;
  // With key pairs, this server can verify what another one has signed.
  if (hasKeys) return [plain('has-public-half-only', node, ring.id)];
  const commanded = ofCommand(problem, ['remove-keys'], node);
  if (commanded.length > 0) return commanded;
  const isInStore = run.scenario.kind === 'cluster' && run.scenario.keys.kind === 'in-store';
  return [plain(isInStore ? 'has-not-read-a-key' : 'has-no-key', node)];
}

function ofBusy(problem: Problem): readonly Evidence[] {
  const { run, judged } = problem;
  const { server: node } = judged;
  const { scenario } = run;
  const full = plain('had-a-full-queue', node, judged.event);
  if (scenario.kind !== 'cluster' || scenario.balancing !== 'source-address') return [full];
  return [full, { reason: { kind: 'policy-chose', node, policy: 'source-address' }, event: null }];
}

/** Who has the lock that this request waited for. */
function ofLock({ events, request, judged }: Problem): readonly Evidence[] {
  const asked = events.findLast(
    (event): event is EventOf<'message-sent'> =>
      event.kind === 'message-sent' &&
      event.message.request === request &&
      event.message.body.kind === 'store-command' &&
      isLockKey(event.message.body.key),
  );
  const key = asked?.message.body.kind === 'store-command' ? asked.message.body.key : null;
  const taken = events.findLast(
    (event): event is EventOf<'remembered'> => event.kind === 'remembered' && event.key === key,
  );
  const by = taken?.cause == null ? undefined : events[taken.cause];
  if (by?.kind !== 'message-delivered' || !isServer(by.message.from))
    return [plain('is-locked', judged.server)];
  const { from: holder } = by.message;
  // It can crash before its command has reached the store.
  const sent = events.find((event) => event.kind === 'message-sent' && event.message.id === by.message.id);
  const crash = events.find(
    (event) => event.kind === 'node-crashed' && event.node === holder && event.id > (sent ?? by).id,
  );
  return crash === undefined
    ? [plain('holds-the-lock', holder, by.id)]
    : [plain('holds-the-lock', holder, by.id), plain('crashed-with-the-lock', holder, crash.id)];
}

/** The request names nobody: because its client had nothing to show, or had lost it. */
function ofNoCredentials(problem: Problem): readonly Evidence[] {
  const { judged, request } = problem;
  const { server: node, event } = judged;
  const ignored = evidenceOfIgnoredCookie(judged, clientOf(request));
  if (ignored.length > 0) return ignored;
  return [plain('nothing-was-shown', node, event), ...evidenceOfDroppedTokens(problem)];
}

function ofNoLogin({ judged, request }: Problem): readonly Evidence[] {
  const ignored = evidenceOfIgnoredCookie(judged, clientOf(request));
  return ignored.length > 0 ? ignored : [plain('has-no-login', judged.server, judged.event)];
}

/** A missing key, and who removed it. */
function ofUnknownKey(problem: Problem): readonly Evidence[] {
  const { judged } = problem;
  const ofKey = evidenceOfUnknownKey(judged);
  if (ofKey.length === 0) return ofForgery(problem, 'bad-signature');
  const isRemoved = ofKey.length === 1;
  return isRemoved
    ? [...ofKey, ...ofCommand(problem, ['rotate-key', 'remove-keys'], judged.server).slice(0, 1)]
    : ofKey;
}

/** What is over, or not valid yet, by this server's clock. */
function ofTime({ code, judged }: Problem): readonly Evidence[] {
  const reasons = checked(code, judged.server, judged.event);
  const ofClock = evidenceOfClock(judged);
  return ofClock.length > 0 ? [...reasons.slice(0, 1), ...ofClock] : reasons;
}

/** A token or a sealed cookie that no server has issued. */
function ofForgery(problem: Problem, code: ProblemCode): readonly Evidence[] {
  const { judged, request, run } = problem;
  const isSealed = traitsOf(run.scenario).stateLocation === 'cookie';
  const commanded = ofCommand(problem, ['tamper'], clientOf(request));
  if (isSealed || code === 'bad-seal') {
    const broken = plain('seal-is-broken', judged.server, judged.event);
    return [...commanded.slice(0, 1), broken, plain('is-always-checked', judged.server)];
  }
  return commanded.length > 0
    ? commanded
    : [plain('token-was-changed', judged.server, judged.event), plain('is-always-checked', judged.server)];
}

const refusals: Partial<Record<ProblemCode, PlainReason>> = {
  'expired-session': 'session-expired',
  'other-format': 'written-by-another-version',
  expired: 'token-expired',
  revoked: 'token-was-revoked',
  'not-yet-valid': 'token-is-from-the-future',
  forbidden: 'has-no-right',
};

function checked(code: ProblemCode | null, node: NodeId, event: number): readonly Evidence[] {
  const kind = code === null ? undefined : refusals[code];
  return kind === undefined ? [] : [plain(kind, node, event), plain('is-always-checked', node)];
}

/** Tokens of the old key are still accepted. */
function keepsOldKeys(command: NodeCommand): boolean {
  return command.kind === 'rotate-key' && command.keepsOld;
}

/**
 * The last of these commands that an operator gave a node before it got the request. Other commands can't have led to this
 * error.
 */
function ofCommand(
  { events, request }: Case,
  kinds: readonly NodeCommand['kind'][],
  node: NodeId,
): readonly Evidence[] {
  const given = events.findLast(
    (event): event is EventOf<'command-taken'> =>
      event.kind === 'command-taken' &&
      event.command.kind === 'instruct' &&
      event.command.nodes.includes(node) &&
      kinds.includes(event.command.instruction.kind) &&
      event.result === 'done' &&
      !keepsOldKeys(event.command.instruction),
  );
  if (given?.command.kind !== 'instruct') return [];
  const outcome = outcomes[given.command.instruction.kind];
  const wasReached = events.some(
    (event) => event.kind === 'request-reached' && event.request === request && event.id < given.id,
  );
  if (outcome === undefined || wasReached) return [];
  return [plain('was-instructed', node, given.id), plain(outcome, node)];
}
