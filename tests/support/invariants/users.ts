/**
 * Who is who: an independent account of it, from what clients proved and what servers handed out for that. Whoever is
 * answered as a user has logged in as that user, or holds what somebody was given who did.
 */
import { passwords } from '../../../src/simulation/applications/account.ts';
import { type HttpRequest, parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';
import type { Served } from './served.ts';

/** Whose a session or a token can be, and which products were spoken of in it. */
interface Known {
  readonly users: Set<string>;
  readonly products: Set<string>;
}

export function whoIsWho(report: Report, { sessions }: ClusterScenario): Checker {
  const known = new Map<string, Known>();
  const of = (credential: string): Known => {
    const found = known.get(credential) ?? { users: new Set<string>(), products: new Set<string>() };
    known.set(credential, found);
    return found;
  };
  return {
    see(event) {
      if (event.kind !== 'message-delivered' || event.message.body.kind !== 'http-request') return;
      // What is said in a session may be kept in it, even if no answer ever tells.
      const { body } = event.message;
      const { sessionId } = presentedIn(body);
      if (sessionId === null) return;
      for (const product of productsIn(body)) of(sessionId).products.add(product);
      const user = userProvenBy(body);
      if (user !== null && !sessions.renewsIdAtLogin) of(sessionId).users.add(user);
    },
    served(exchange) {
      const { request, response } = exchange;
      const { sessionId, token, refreshToken, basic } = presentedIn(request);
      // Who asks for another token is whoever the refresh token was given to, whatever else is sent along.
      const presented = refreshToken === null ? [sessionId, token] : [refreshToken];
      const before = presented.flatMap((each) => (each === null ? [] : [of(each)]));
      const users = new Set(before.flatMap((each) => [...each.users]));
      const products = new Set([...before.flatMap((each) => [...each.products]), ...productsIn(request)]);
      const proven = userProvenBy(request);
      if (basic !== null && isRight(basic.userId, basic.password)) users.add(basic.userId);
      if (proven !== null) users.add(proven);
      checkAnswer(exchange, { users, products }, report);
      if (response.status !== 200) return;
      for (const { credential, isSession } of credentialsIn(exchange)) {
        const its = of(credential);
        // Who logs in is that user from now on, and nobody else. A new session without a login is nobody's, and knows
        // nothing of an earlier one; a token is written anew with what the one before said.
        const isNew = proven === null && isSession;
        for (const user of proven === null ? users : [proven]) if (!isNew) its.users.add(user);
        for (const product of isNew ? productsIn(request) : products) its.products.add(product);
      }
    },
  };
}

function checkAnswer({ id, server, request, response }: Served, may: Known, report: Report): void {
  const { user, product } = parseJsonObject(response.body) ?? {};
  if (response.status !== 200) return;
  const userId = typeof user === 'object' && user !== null && 'userId' in user ? user.userId : null;
  if (typeof userId === 'string' && !may.users.has(userId)) {
    report(`${server} answers ${id} (${request.target}) as ${userId}, who never logged in there`);
  }
  if (typeof product === 'string' && !may.products.has(product)) {
    report(`${server} tells ${id} of a ${product}, which was never spoken of there`);
  }
}

/** The user whose name and password this login request has right. */
function userProvenBy(request: HttpRequest): string | null {
  if (request.target !== '/login') return null;
  const { userId, password } = parseJsonObject(request.body) ?? {};
  return typeof userId === 'string' && typeof password === 'string' && isRight(userId, password)
    ? userId
    : null;
}

function isRight(userId: string, password: string): boolean {
  return Object.entries(passwords).some(([owner, known]) => owner === userId && known === password);
}

function productsIn({ method, target, body }: HttpRequest): string[] {
  if (!target.startsWith('/shop')) return [];
  const product = method === 'GET' ? /[?&]product=([^&]*)/.exec(target)?.[1] : parseJsonObject(body)?.product;
  return typeof product === 'string' ? [product] : [];
}

/** What a response hands out to come back with: a session ID, a token. */
function credentialsIn({ response }: Served): { credential: string; isSession: boolean }[] {
  const handedOut = response.headers.flatMap(([name, value]) => {
    const id = name === 'Set-Cookie' ? /^sid=([^;]+)/.exec(value)?.[1] : undefined;
    return id === undefined ? [] : [{ credential: id, isSession: true }];
  });
  const { access_token: access, refresh_token: refresh } = parseJsonObject(response.body) ?? {};
  const tokens = [access, refresh].flatMap((token) =>
    typeof token === 'string' ? [{ credential: token, isSession: false }] : [],
  );
  return [...handedOut, ...tokens];
}
