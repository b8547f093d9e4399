/** One request on a server: the routed application, and the strategy that stores its state. */
import type { Decision } from '../applications/decision.ts';
import { LOGIN_TARGET } from '../applications/requests.ts';
import { applicationFor } from '../applications/routes.ts';
import type { ClusterContext } from '../cluster.ts';
import { drawUs } from '../kernel/duration.ts';
import { merge } from '../merge.ts';
import { readBasicCredentials } from '../protocols/basic-auth.ts';
import { type HttpRequest, type HttpResponse, headerOf, jsonResponse } from '../protocols/http.ts';
import type { Timing } from '../scenario.ts';
import {
  type Saved,
  type SessionLookup,
  type SessionStrategy,
  sessionConflict,
  sessionLocked,
  sessionsUnavailable,
  userUnproved,
} from '../strategies/session-strategy.ts';
import { andThen, done, type Flow, wait } from './flow.ts';

export interface ServiceOptions {
  readonly strategy: SessionStrategy;
  readonly timing: Pick<Timing, 'service' | 'passwordHashUs' | 'replyUs'>;
}

/** Handles one request, from arrival to response. */
export function serve(
  request: HttpRequest,
  { strategy, timing }: ServiceOptions,
  context: ClusterContext,
): Flow<HttpResponse> {
  const workUs = drawUs(timing.service, context.random) + passwordWorkUs(request, timing);
  return wait(workUs, (begun) => {
    const answering = strategy.answer?.(request, begun) ?? apply(request, strategy, begun);
    if (timing.replyUs === 0) return answering;
    return andThen(answering, begun, (response) => wait(timing.replyUs, () => done(response)));
  });
}

/** A login proves the user by a password, and so does each request with Basic credentials. */
function passwordWorkUs(request: HttpRequest, { passwordHashUs }: Pick<Timing, 'passwordHashUs'>): number {
  if (passwordHashUs === 0) return 0;
  const isLogin = request.method === 'POST' && request.target === LOGIN_TARGET;
  const credentials = headerOf(request, 'Authorization');
  const hasBasic = credentials !== undefined && readBasicCredentials(credentials) !== undefined;
  return isLogin || hasBasic ? passwordHashUs : 0;
}

/** Attempts of a request whose session keeps changing. */
const ATTEMPTS_MAX = 4;

/** Calls the routed application, then lets the strategy apply its decision. A conflict starts anew. */
function apply(
  request: HttpRequest,
  strategy: SessionStrategy,
  context: ClusterContext,
  attempt = 1,
): Flow<HttpResponse> {
  const application = applicationFor(request);
  if (application === undefined) return done(jsonResponse(404, [], { error: 'not-found' }));
  return andThen(strategy.load(request, context), context, (lookup, found) => {
    const unavailable = responseWithout(lookup);
    if (unavailable !== null) return done(unavailable);
    const deciding = andThen(application(request, lookup, found), found, (decision, decided) =>
      conclude(decision, lookup, strategy, decided),
    );
    return andThen(released(deciding, lookup, strategy, found), found, (response, later) => {
      if (response !== 'conflict') return done(response);
      return attempt === ATTEMPTS_MAX
        ? done(sessionConflict())
        : apply(request, strategy, later, attempt + 1);
    });
  });
}

/** The response to a request whose session or user can't be looked up; null for any other. */
function responseWithout(lookup: SessionLookup): HttpResponse | null {
  if (lookup.kind === 'found') return null;
  const { problem } = lookup;
  if (problem === 'unavailable' || problem === 'store-full') return sessionsUnavailable(problem);
  if (problem === 'database-unavailable') return userUnproved();
  return problem === 'locked' ? sessionLocked() : null;
}

/** Gives back the session's lock once there's a response. */
function released<Result>(
  flow: Flow<Result>,
  lookup: SessionLookup,
  { release }: SessionStrategy,
  context: ClusterContext,
): Flow<Result> {
  if (release === undefined || lookup.lock === undefined) return flow;
  return andThen(flow, context, (result, later) =>
    andThen(release(lookup, later), later, () => done(result)),
  );
}

/** Saves or ends the session as decided, and builds the response. */
function conclude(
  decision: Decision,
  lookup: SessionLookup,
  strategy: SessionStrategy,
  context: ClusterContext,
): Flow<HttpResponse | 'conflict'> {
  const { status, fields, session, act } = decision;
  const respond = (saved: Saved): Flow<HttpResponse | 'conflict'> => {
    if (saved.kind === 'conflict') return done('conflict');
    if (saved.kind !== 'saved') return done(sessionsUnavailable(saved.kind));
    return done(jsonResponse(status, saved.headers, merge(fields, saved.fields)));
  };
  if (act !== undefined) {
    return strategy.savesFirst === true
      ? saveThenAct(decision, lookup, strategy, context)
      : andThen(act(context), context, (failure, acted) =>
          conclude(failure ?? { status, fields, session }, lookup, strategy, acted),
        );
  }
  switch (session.kind) {
    case 'unchanged': {
      const problem = lookup.kind === 'not-found' ? lookup.problem : 'none-presented';
      const headers = status === 401 ? [strategy.challenge(problem)] : [];
      return done(jsonResponse(status, headers, fields));
    }
    case 'save':
      return andThen(
        strategy.save(lookup, session.data, context, { isLogin: session.isLogin }),
        context,
        respond,
      );
    case 'end':
      return andThen(strategy.end(lookup, context), context, respond);
    default:
      throw new Error(`Unknown change ${session satisfies never}`);
  }
}

/** Only a request whose save has won acts: one that has to start again must not act twice. */
function saveThenAct(
  { act, ...decision }: Decision,
  lookup: SessionLookup,
  strategy: SessionStrategy,
  context: ClusterContext,
): Flow<HttpResponse | 'conflict'> {
  return andThen(conclude(decision, lookup, strategy, context), context, (response, saved) => {
    if (act === undefined || response === 'conflict' || response.status >= 500) return done(response);
    return andThen(act(saved), saved, (failure) =>
      done(failure === null ? response : jsonResponse(failure.status, [], failure.fields)),
    );
  });
}
