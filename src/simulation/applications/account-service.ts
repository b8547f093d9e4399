/** Accounts on a server: a public page, login and logout, and pages for logged-in users. */
import { andThen, ask, done, type Flow } from '../actors/flow.ts';
import { DATABASE } from '../cluster.ts';
import { parseJsonObject } from '../protocols/http.ts';
import type { SessionLookup } from '../strategies/session-strategy.ts';
import type { Identity } from './account.ts';
import {
  type Application,
  type Decision,
  databaseUnavailable,
  dataOf,
  decide,
  decideAndSave,
} from './decision.ts';
import { isNote } from './note.ts';

/** The public page. A client without a session gets a new one; a session with an unknown ID is ignored. */
export const home: Application = (_, lookup) => {
  const fields = { user: dataOf(lookup).user ?? null };
  const isWelcome = lookup.kind === 'found' || lookup.problem === 'none-presented';
  return done(isWelcome ? decideAndSave(fields, dataOf(lookup)) : decide(200, fields));
};

/** The database checks the password. The user's identity goes into a new session. */
export const logIn: Application = (request, lookup, context) => {
  const { userId, password } = parseJsonObject(request.body) ?? {};
  if (typeof userId !== 'string' || typeof password !== 'string') {
    return done(decide(400, { error: 'invalid', field: 'userId' }));
  }
  return andThen(ask(DATABASE, { kind: 'account-query', userId, password }), context, (answer) => {
    if (answer.kind === 'failed' || answer.body.kind !== 'account-row') return done(databaseUnavailable());
    const { identity } = answer.body;
    if (identity === null) return done(decide(401, { error: 'wrong-credentials' }));
    const data = { ...dataOf(lookup), user: identity };
    return done(decideAndSave({ loggedIn: true, user: identity }, data, { isLogin: true }));
  });
};

export const logOut: Application = () =>
  done({ status: 200, fields: { loggedOut: true }, session: { kind: 'end' } });

/** Keeps a note in the session, with or without a login. */
export const note: Application = (request, lookup) => {
  const { note: text } = parseJsonObject(request.body) ?? {};
  return done(
    isNote(text)
      ? decideAndSave({ noted: text.length }, { ...dataOf(lookup), note: text })
      : decide(400, { error: 'invalid', field: 'note' }),
  );
};

export const me: Application = (_, lookup) => forUser(lookup, (user) => ({ user }));

export const admin: Application = (_, lookup) =>
  forUser(lookup, (user) => (user.role === 'admin' ? { user, page: 'admin' } : 'forbidden'));

function forUser(
  lookup: SessionLookup,
  fieldsFor: (user: Identity) => Decision['fields'] | 'forbidden',
): Flow<Decision> {
  if (lookup.kind === 'not-found') return done(decide(401, { error: lookup.problem }));
  const { user } = lookup.data;
  if (user === undefined) return done(decide(401, { error: 'not-logged-in' }));
  const fields = fieldsFor(user);
  return done(
    fields === 'forbidden' ? decide(403, { error: 'forbidden' }) : decideAndSave(fields, lookup.data),
  );
}
