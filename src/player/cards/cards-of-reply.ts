/** The cards that apply when a client gets its response. */

import type { CardId } from '../../lessons/cards.ts';
import { factsOf } from '../../sequence/facts.ts';
import type { ReplyFacts, ResponseMeaning } from '../../sequence/step-facts.ts';
import type { RequestId } from '../../simulation/kernel/actor.ts';
import { headerOf } from '../../simulation/protocols/http.ts';
import { traitsOf } from '../../simulation/variants.ts';
import type { Run } from '../../trace/run.ts';
import { whyOf } from '../../trace/why.ts';

type Cards = readonly CardId[];

export function cardsOfReply(facts: ReplyFacts, run: Run, index: number): Cards {
  if (facts.isPassedOn) return [];
  if (facts.isLate || facts.fate.kind !== 'delivered') return ['in-flight-is-unknown'];
  const { meaning } = facts;
  if (meaning.kind === 'problem') return cardsOfProblem(meaning, run, index);
  if (meaning.kind === 'incomplete') return facts.unknownSession ? cardsOfMissing(run, index) : [];
  return [...cardsOfAnswer(facts, meaning, run, index), ...cardsOfNewServer(facts, run)];
}

type Answer = Exclude<ResponseMeaning, { kind: 'problem' | 'incomplete' }>;

function cardsOfAnswer({ mode, keeps }: ReplyFacts, heard: Answer, run: Run, index: number): Cards {
  const { carriesBearerToken, stateLocation } = traitsOf(run.scenario);
  switch (heard.kind) {
    case 'logged-in':
      if (carriesBearerToken) return ['signed-is-readable', 'ticket-and-wristband'];
      return keeps === 'nothing' ? [] : ['login-renews-the-id', 'session-id-is-a-password'];
    case 'logged-out':
      if (carriesBearerToken || stateLocation === 'cookie') return ['stateless-has-its-price'];
      return keeps === 'nothing' ? [] : ['session-is-no-login'];
    case 'refreshed':
      return ['stateless-has-its-price'];
    case 'charged':
      return !heard.isFirst || wasSentAgain(run, index) ? ['in-flight-is-unknown'] : [];
    case 'total':
    case 'paid':
      return mode === 'stateless' ? ['server-works-it-out'] : [];
    case 'welcomed':
    case 'price':
      return givesCookie(run, index) ? ['cookie-or-server-memory'] : [];
    case 'noted':
    case 'recognized':
    case 'admitted':
    case 'cart':
      return [];
    default:
      throw new Error(`Unknown answer ${heard satisfies never}`);
  }
}

/** A server that this client has never met continues its session. */
function cardsOfNewServer({ isNewServer, intent }: ReplyFacts, { scenario }: Run): Cards {
  if (!isNewServer || intent.kind === 'log-in') return [];
  return traitsOf(scenario).cards.newServerAnswered;
}

/** Whether the client had sent the same request before, and got no response. */
function wasSentAgain(run: Run, index: number): boolean {
  const request = requestOf(run, index);
  return factsOf(run)
    .slice(0, index)
    .some(
      (facts, place) => facts.kind === 'request' && facts.attempt > 1 && requestOf(run, place) === request,
    );
}

function requestOf({ steps }: Run, index: number): RequestId | null {
  const step = steps[index];
  return step?.kind === 'message' ? step.request : null;
}

function givesCookie({ steps }: Run, index: number): boolean {
  const step = steps[index];
  if (step?.kind !== 'message' || step.message.body.kind !== 'http-response') return false;
  return headerOf(step.message.body, 'Set-Cookie') !== undefined;
}

function cardsOfProblem(
  { code }: Extract<ResponseMeaning, { kind: 'problem' }>,
  run: Run,
  index: number,
): Cards {
  switch (code) {
    case 'connection-reset':
    case 'server-timeout':
      return ['in-flight-is-unknown'];
    case 'sessions-unavailable':
    case 'store-full':
      return ['shared-store-moves-the-state'];
    case 'malformed':
    case 'algorithm-none':
    case 'unknown-algorithm':
    case 'unsupported-critical':
    case 'bad-signature':
    case 'bad-seal':
    case 'invalid-claims':
      return ['signed-is-readable', 'checking-a-token-is-more'];
    case 'unknown-key':
    case 'cannot-sign':
    case 'wrong-issuer':
    case 'wrong-audience':
    case 'expired':
    case 'not-yet-valid':
      return ['checking-a-token-is-more'];
    case 'revoked':
    case 'invalid_grant':
      return ['stateless-has-its-price'];
    case 'forbidden':
      return traitsOf(run.scenario).carriesBearerToken ? ['checking-a-token-is-more'] : [];
    case 'expired-session':
    case 'other-format':
      return ['session-is-no-login'];
    case 'unknown-session':
    case 'not-logged-in':
      return cardsOfMissing(run, index);
    case 'no-server':
    case 'server-unreachable':
    case 'cannot-seal':
    case 'invalid':
    case 'not-found':
    case 'server-busy':
    case 'wrong-credentials':
    case 'database-unavailable':
    case 'session-conflict':
    case 'session-locked':
    case 'none-presented':
    case null:
      return [];
    default:
      throw new Error(`Unknown code ${code satisfies never}`);
  }
}

const tookSessions = ['crash-took-it', 'darkness-took-it', 'restart-took-it', 'left-with-it'] as const;

/** A server was asked to continue a session that it doesn't have. */
function cardsOfMissing(run: Run, index: number): Cards {
  const reasons = new Set(whyOf(run, index).map(({ kind }) => kind));
  const { stateLocation, cards } = traitsOf(run.scenario);
  if (reasons.has('was-renewed')) return ['login-renews-the-id', 'session-id-is-a-password'];
  if (reasons.has('logout-had-ended-login')) return ['session-is-no-login'];
  // A store drops entries by itself.
  if (reasons.has('ended-it')) {
    return [stateLocation === 'store' ? 'shared-store-moves-the-state' : 'session-is-no-login'];
  }
  const isExplained = stateLocation === 'store' || reasons.has('has-no-session');
  if (isExplained && cards.sessionMissing.length > 0) return cards.sessionMissing;
  if (tookSessions.some((kind) => reasons.has(kind))) {
    return ['crash-loses-only-copies', 'accounts-survive'];
  }
  return reasons.has('session-is-on') ? ['state-is-what-is-remembered'] : [];
}
