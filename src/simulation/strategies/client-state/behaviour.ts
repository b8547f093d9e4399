/** State in every request: the client carries all of it, and servers keep nothing. */
import { type Answer, andThen, ask, done, type Flow } from '../../actors/flow.ts';
import { noteIn } from '../../applications/note.ts';
import { type ClusterContext, DATABASE } from '../../cluster.ts';
import { readBasicCredentials } from '../../protocols/basic-auth.ts';
import { type Header, type HttpRequest, headerOf } from '../../protocols/http.ts';
import type { SessionData } from '../../session.ts';
import type { Saved, SessionLookup, SessionStrategy } from '../session-strategy.ts';

const nothingToKeep: Saved = { kind: 'saved', headers: [], fields: {} };
const challenge: Header = ['WWW-Authenticate', 'Basic realm="statescope", charset="UTF-8"'];

export function createClientState(): SessionStrategy {
  return {
    load,
    save: () => done(nothingToKeep),
    end: () => done(nothingToKeep),
    challenge: () => challenge,
  };
}

/** Name and password prove the user if the database confirms them. It's queried each time (RFC 7617). */
function load(request: HttpRequest, context: ClusterContext): Flow<SessionLookup> {
  const authorization = headerOf(request, 'Authorization');
  const note = noteIn(request);
  const carried: SessionData = note === undefined ? {} : { note };
  if (authorization === undefined) return done({ kind: 'found', data: carried, session: null });
  const credentials = readBasicCredentials(authorization);
  if (credentials === undefined) return done({ kind: 'not-found', problem: 'wrong-credentials' });
  const { userId, password } = credentials;
  return andThen(ask(DATABASE, { kind: 'account-query', userId, password }), context, (answer) =>
    done(lookupOf(answer, carried)),
  );
}

function lookupOf(answer: Answer, carried: SessionData): SessionLookup {
  if (answer.kind === 'failed') return { kind: 'not-found', problem: 'database-unavailable' };
  const identity = answer.body.kind === 'account-row' ? answer.body.identity : null;
  return identity === null
    ? { kind: 'not-found', problem: 'wrong-credentials' }
    : { kind: 'found', data: { ...carried, user: identity }, session: null };
}
