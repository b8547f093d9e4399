/**
 * Why a server answers as if a request had named no session: it couldn't read what the request shows. Pages for everyone
 * say nothing of that, so the cause is found as the server found it.
 */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { timeUsAt } from '../simulation/protocols/calendar.ts';
import { decodeToken } from '../simulation/protocols/token.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';
import { isExpired } from '../simulation/session.ts';
import { isRevocationKey } from '../simulation/store-keys.ts';
import { traitsOf } from '../simulation/variants.ts';
import { keysOn } from './key-rings.ts';
import { servedBy } from './losses.ts';
import type { ProblemCode } from './reading.ts';
import type { Evidence } from './reasons.ts';
import { arrivalAt, type Case, type EventOf } from './why-case.ts';
import { readingOf } from './why-clocks.ts';
import type { Problem } from './why-error.ts';
import { issuedAt, presentedIn } from './why-keys.ts';
import { evidenceOfProblem } from './why-problem.ts';
import { presentedSession } from './written-sessions.ts';

/** Empty if the server could read what the request shows, or if it shows nothing. */
export function evidenceOfUnread(problem: Omit<Problem, 'code'>): readonly Evidence[] {
  const { scenario } = problem.run;
  const code = scenario.kind === 'cluster' ? codeOf(problem, scenario) : null;
  if (code === null) return [];
  // Nothing was refused, so that a server always checks explains nothing.
  return evidenceOfProblem({ ...problem, code }).filter(({ reason }) => reason.kind !== 'is-always-checked');
}

/** What the server would have answered to a request that needs the session. */
function codeOf(problem: Omit<Problem, 'code'>, scenario: ClusterScenario): ProblemCode | null {
  const { judged, events } = problem;
  const presented = presentedIn(judged);
  if (presented === null) return codeOfSession(problem, scenario);
  const isSealed = traitsOf(scenario).stateLocation === 'cookie';
  if (issuedAt(events, presented.text) === null) return isSealed ? 'bad-seal' : 'bad-signature';
  if (!keysOn(judged.server, events).some(({ kid }) => kid === presented.kid)) return 'unknown-key';
  return isSealed ? codeOfSession(problem, scenario) : codeOfToken(problem, scenario, presented.text);
}

function codeOfToken(
  problem: Omit<Problem, 'code'>,
  { tokens: { leewayUs } }: ClusterScenario,
  text: string,
): ProblemCode | null {
  const { exp, nbf, iat } = decodeToken(text)?.payload ?? {};
  const nowUs = readAtUs(problem);
  if (typeof exp === 'number' && nowUs - leewayUs >= timeUsAt(exp)) return 'expired';
  const isEarly = [nbf, iat].some((each) => typeof each === 'number' && nowUs + leewayUs < timeUsAt(each));
  if (isEarly) return 'not-yet-valid';
  return lookupsOf(problem).some(({ key, found }) => found && isRevocationKey(key)) ? 'revoked' : null;
}

function codeOfSession(problem: Omit<Problem, 'code'>, { sessions }: ClusterScenario): ProblemCode | null {
  const { judged, events } = problem;
  const isSealed = presentedIn(judged) !== null;
  // A session that isn't there is missed, which is told by itself.
  if (!isSealed && !lookupsOf(problem).some(({ found }) => found)) return null;
  const session = presentedSession(judged, events);
  if (session === null) return null;
  if (isExpired(session, sessions, readAtUs(problem))) return 'expired-session';
  return session.format === versionOn(judged.server, events) ? null : 'other-format';
}

/** When the server read the credentials, by its own clock. */
function readAtUs(problem: Omit<Problem, 'code'>): number {
  const { events, request, judged } = problem;
  const begun = events.findLast(
    (event) => event.kind === 'request-begun' && event.node === judged.server && event.request === request,
  );
  const arrived = events[arrivalAt(problem, judged.server)?.event ?? -1];
  const lookup = lookupsOf(problem).at(-1);
  const latestUs = Math.max(begun?.atUs ?? 0, arrived?.atUs ?? 0, lookup?.atUs ?? 0);
  return latestUs + readingOf(events, judged.server).offsetUs;
}

function lookupsOf({ run, events, request }: Case): readonly EventOf<'recalled'>[] {
  return events.filter(
    (event): event is EventOf<'recalled'> =>
      event.kind === 'recalled' && servedBy(run.events, event) === request,
  );
}

/** The version of a server's code. Only another one than the first is installed. */
function versionOn(node: NodeId, events: readonly ClusterEvent[]): number {
  const installed = events.findLast(
    (event): event is EventOf<'remembered'> =>
      event.kind === 'remembered' && event.node === node && event.item.kind === 'code-version',
  );
  return installed?.item.kind === 'code-version' ? installed.item.version : 1;
}
