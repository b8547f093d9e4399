/** Why a request gets an error instead of a response of the application: one case per error code. */
import { DATABASE, isServer, isStore, LOAD_BALANCER, serversAmong } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { lossesOf } from './losses.ts';
import type { Evidence } from './reasons.ts';
import { evidenceOfBackend, evidenceOfFullStore, evidenceOfTimeout } from './why-backend.ts';
import { type Case, clientOf } from './why-case.ts';
import { unfitness } from './why-choice.ts';
import {
  evidenceOfForgery,
  evidenceOfMissingKey,
  evidenceOfNoCredentials,
  evidenceOfNoKey,
  evidenceOfNoLogin,
  evidenceOfRefusal,
  evidenceOfTime,
} from './why-credentials.ts';
import { evidenceOfCommand, lastTrouble, type Problem, plain } from './why-error.ts';
import { evidenceOfLock } from './why-lock.ts';
import { evidenceOfMissing, evidenceOfOutdated, isMissing } from './why-missing.ts';
import { evidenceOfGrant } from './why-refresh.ts';
import {
  evidenceOfAbsence,
  evidenceOfLoss,
  evidenceOfMark,
  evidenceOfNoAnswer,
  evidenceOfReset,
} from './why-silence.ts';

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
      return evidenceOfTimeout(problem);
    case 'database-unavailable':
      return evidenceOfBackend(problem, (backend) => backend === DATABASE);
    case 'sessions-unavailable':
      return evidenceOfBackend(problem, isStore);
    case 'store-full':
      return evidenceOfFullStore(problem);
    case 'cannot-sign':
    case 'cannot-seal':
      return evidenceOfNoKey(problem);
    case 'server-busy':
      return ofBusy(problem);
    case 'session-conflict':
      return [plain('kept-changing', node)];
    case 'session-locked':
      return evidenceOfLock(problem);
    case 'unknown-session': {
      const missed = lastTrouble(problem, (each) => each.kind === 'recalled' && isMissing(each));
      return missed?.kind === 'recalled' ? evidenceOfMissing(problem, missed) : [];
    }
    case 'none-presented':
      return evidenceOfNoCredentials(problem);
    case 'not-logged-in':
      return [...ofOutdated(problem), ...evidenceOfNoLogin(problem)];
    case 'unknown-key':
      return evidenceOfMissingKey(problem);
    case 'expired':
    case 'expired-session':
      return [
        ...evidenceOfCommand(problem, ['stay-away'], clientOf(problem.request)),
        ...evidenceOfTime(problem),
      ];
    case 'not-yet-valid':
      return evidenceOfTime(problem);
    case 'revoked':
    case 'forbidden':
    case 'other-format':
      return [...ofOutdated(problem), ...evidenceOfRefusal(code, node, judged.event)];
    case 'malformed':
    case 'algorithm-none':
    case 'unknown-algorithm':
    case 'unsupported-critical':
    case 'bad-signature':
    case 'bad-seal':
    case 'invalid-claims':
    case 'wrong-issuer':
    case 'wrong-audience':
      return evidenceOfForgery(problem, code);
    case 'invalid_grant':
      return ofGrant(problem);
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

/** A login that the store knows with a former token, or any other reason to refuse a refresh token. */
function ofGrant(problem: Problem): readonly Evidence[] {
  const outdated = ofOutdated(problem);
  return outdated.length > 0 ? outdated : evidenceOfGrant(problem, problem.judged.server);
}

/** The lookup of this request that found a session without its latest change. */
export function ofOutdated(past: Case): readonly Evidence[] {
  const outdated = lossesOf(past.run.events)
    .outdated.get(past.request)
    ?.findLast(({ event }) => event < past.events.length);
  return outdated === undefined ? [] : evidenceOfOutdated(past, outdated);
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
    if (failed?.kind === 'message-lost') return evidenceOfLoss(problem, failed).slice(0, 1);
    if (failed !== undefined) return [plain('did-not-answer', server, failed.id)];
    const unfit = unfitness(problem, server, judged.event);
    return unfit === null ? [] : [unfit];
  });
  if (servers.length === 0) return [plain('has-no-servers', LOAD_BALANCER)];
  if (reasons.length !== 1) return reasons;
  const [only] = reasons;
  if (only === undefined) return [];
  if (only.reason.kind === 'was-marked-down') {
    return [only, ...evidenceOfMark(problem, only.reason.node, judged.event)];
  }
  const absence = evidenceOfAbsence(problem, only.reason.node, only.event ?? judged.event);
  return [only, ...absence];
}

function ofUnreachable(problem: Problem): readonly Evidence[] {
  const last = lastTrouble(problem, (each) => each.kind !== 'recalled' && isServer(each.message.to));
  if (last === undefined || last.kind === 'recalled') return [];
  const { to: node } = last.message;
  const why =
    last.kind === 'message-lost'
      ? evidenceOfLoss(problem, last).slice(0, 1)
      : evidenceOfNoAnswer(problem, node, last.id);
  return [...why, plain('gives-up', LOAD_BALANCER)];
}

function ofBusy(problem: Problem): readonly Evidence[] {
  const { run, judged } = problem;
  const { server: node } = judged;
  const { scenario } = run;
  const full = plain('had-a-full-queue', node, judged.event);
  if (scenario.kind !== 'cluster' || scenario.balancing !== 'source-address') return [full];
  return [full, { reason: { kind: 'policy-chose', node, policy: 'source-address' }, event: null }];
}
