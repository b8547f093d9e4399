/** The clock that made a token or a session too old, or a token too young. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { timeUsAt } from '../simulation/protocols/calendar.ts';
import { decodeToken } from '../simulation/protocols/token.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';
import type { Evidence } from './reasons.ts';
import type { EventOf } from './why-case.ts';
import type { Problem } from './why-error.ts';
import { issuedAt, presentedIn } from './why-keys.ts';
import { creationOf, lastWriteOf, presentedSession, type Written } from './written-sessions.ts';

/** What a server's clock was ahead by when it wrote or compared a time. */
interface Reading {
  readonly node: NodeId;
  /** Negative if it was behind. */
  readonly offsetUs: number;
  /** When it was set so; null for a clock that was right from the start. */
  readonly event: EventId | null;
}

/** A comparison of times that led to a refusal. */
interface Comparison {
  readonly verifier: Reading;
  /** Those that wrote the times. */
  readonly writers: readonly Reading[];
  /** A clock that is wrong in this direction can have led to the refusal: 1 for ahead, -1 for behind. */
  readonly verifierSign: 1 | -1;
  /** Whether it would be refused if these servers' clocks had always been right. */
  isRefused(right: ReadonlySet<NodeId>): boolean;
}

/** Empty if the answer would have been the same with every clock right. */
export function evidenceOfClock(problem: Problem): readonly Evidence[] {
  const comparison = comparisonOf(problem);
  if (comparison === null || !comparison.isRefused(new Set())) return [];
  const { verifier, writers, verifierSign } = comparison;
  const suspects = [
    ...(verifier.offsetUs * verifierSign > 0 ? [verifier] : []),
    ...writers.filter(({ offsetUs }) => offsetUs * verifierSign < 0),
  ].filter(({ node }, index, all) => all.findIndex((each) => each.node === node) === index);
  const decisive = suspects.filter(({ node }) => !comparison.isRefused(new Set([node])));
  const nodes = new Set(suspects.map(({ node }) => node));
  const named = decisive.length > 0 || comparison.isRefused(nodes) ? decisive : suspects;
  return named.map((reading) => evidenceOf(reading, problem.judged.events));
}

/** A clock that has been set since was wrong at that time only. */
function evidenceOf({ node, offsetUs, event }: Reading, events: readonly ClusterEvent[]): Evidence {
  const tense = readingOf(events, node).event === event ? 'is' : 'was';
  return { reason: { kind: `clock-${tense}-${offsetUs > 0 ? 'ahead' : 'behind'}`, node }, event };
}

function comparisonOf(problem: Problem): Comparison | null {
  const { run, events, judged } = problem;
  const { scenario } = run;
  if (scenario.kind !== 'cluster') return null;
  const sentUs = run.events[events.length]?.atUs ?? events.at(-1)?.atUs ?? 0;
  const checkedUs = sentUs - scenario.timing.replyUs;
  const verifier = readingOf(events, judged.server);
  const given = { problem, scenario, checkedUs, verifier };
  return problem.code === 'expired-session' ? ofSession(given) : ofToken(given);
}

interface Given {
  readonly problem: Problem;
  readonly scenario: ClusterScenario;
  /** When the server compared the times, by no clock of a server. */
  readonly checkedUs: number;
  readonly verifier: Reading;
}

function ofToken({ problem, scenario, checkedUs, verifier }: Given): Comparison | null {
  const { events, judged, code } = problem;
  const text = presentedIn(judged)?.text;
  const payload = text === undefined ? undefined : decodeToken(text)?.payload;
  if (text === undefined || payload === undefined) return null;
  const issued = issuedAt(events, text);
  const issuer = readingAt(events, issued);
  const writers = issuer === null ? [] : [issuer];
  const { leewayUs } = scenario.tokens;
  const nowBy = (right: ReadonlySet<NodeId>) => checkedUs + offsetOf(verifier, right);
  if (code === 'not-yet-valid') {
    const validFromUs = Math.max(timeIn(payload.nbf), timeIn(payload.iat));
    return {
      verifier,
      writers,
      verifierSign: -1,
      isRefused: (right) => nowBy(right) + leewayUs < validFromUs - correction(issuer, right),
    };
  }
  const expiresUs = timeIn(payload.exp);
  return {
    verifier,
    writers,
    verifierSign: 1,
    isRefused: (right) => nowBy(right) - leewayUs >= expiresUs - correction(issuer, right),
  };
}

function timeIn(claim: unknown): number {
  return typeof claim === 'number' ? timeUsAt(claim) : Number.NEGATIVE_INFINITY;
}

function ofSession({ problem, scenario, checkedUs, verifier }: Given): Comparison | null {
  const { events, judged } = problem;
  const session = presentedSession(judged, events);
  if (session === null) return null;
  const { idleUs, absoluteUs } = scenario.sessions;
  const wroteLast = readingAt(events, lastWriteOf(session, judged, events));
  const isTooOld = checkedUs + verifier.offsetUs >= session.createdUs + absoluteUs;
  const created = isTooOld ? readingAt(events, creationOf(session, judged, events)) : null;
  return {
    verifier,
    writers: [wroteLast, created].filter((each) => each !== null),
    verifierSign: 1,
    isRefused: (right) =>
      checkedUs + offsetOf(verifier, right) >=
      Math.min(
        session.lastSeenUs - correction(wroteLast, right) + idleUs,
        session.createdUs - correction(created, right) + absoluteUs,
      ),
  };
}

/** By how much a server's clock is ahead, where these servers' clocks are taken to be right. */
function offsetOf({ node, offsetUs }: Reading, right: ReadonlySet<NodeId>): number {
  return right.has(node) ? 0 : offsetUs;
}

/** What a written time has too much, if its writer's clock is taken to be right. */
function correction(writer: Reading | null, right: ReadonlySet<NodeId>): number {
  return writer !== null && right.has(writer.node) ? writer.offsetUs : 0;
}

function readingAt(events: readonly ClusterEvent[], written: Written | null): Reading | null {
  return written === null ? null : readingOf(events.slice(0, written.id), written.node);
}

export function readingOf(events: readonly ClusterEvent[], node: NodeId): Reading {
  const set = events.findLast(
    (event): event is EventOf<'remembered'> =>
      event.kind === 'remembered' && event.node === node && event.item.kind === 'clock',
  );
  return set?.item.kind === 'clock'
    ? { node, offsetUs: set.item.offsetUs, event: set.id }
    : { node, offsetUs: 0, event: null };
}
