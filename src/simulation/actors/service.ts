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
  sessionsUnavailable,
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

/** Calls the routed application, then lets the strategy apply its decision. */
function apply(request: HttpRequest, strategy: SessionStrategy, context: ClusterContext): Flow<HttpResponse> {
  const application = applicationFor(request);
  if (application === undefined) return done(jsonResponse(404, [], { error: 'not-found' }));
  return andThen(strategy.load(request, context), context, (lookup, found) =>
    isUnavailable(lookup)
      ? done(sessionsUnavailable())
      : andThen(application(request, lookup, found), found, (decision, decided) =>
          conclude(decision, lookup, strategy, decided),
        ),
  );
}

function isUnavailable(lookup: SessionLookup): boolean {
  return lookup.kind === 'not-found' && lookup.problem === 'unavailable';
}

/** Saves or ends the session as decided, and builds the response. */
function conclude(
  { status, fields, session }: Decision,
  lookup: SessionLookup,
  strategy: SessionStrategy,
  context: ClusterContext,
): Flow<HttpResponse> {
  const respond = (saved: Saved): Flow<HttpResponse> =>
    done(
      saved.kind === 'unavailable'
        ? sessionsUnavailable()
        : jsonResponse(status, saved.headers, merge(fields, saved.fields)),
    );
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
