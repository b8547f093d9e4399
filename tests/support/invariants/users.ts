/**
 * Identity: an independent record of what clients proved and which credentials they got for it. A client that is
 * answered as a
 * user has logged in as that user, or holds credentials that were issued to such a client.
 */
import { passwords } from '../../../src/simulation/applications/account.ts';
import { type HttpRequest, parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';
import type { Served } from './served.ts';

/** The possible owners of a session or token, and the products mentioned in it. */
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
    http({ message }) {
      if (message.kind !== 'http-request') return;
      // What a client sends within a session can be stored in it, even without a response.
      const { sessionId } = presentedIn(message);
      if (sessionId === null) return;
      for (const product of productsIn(message)) of(sessionId).products.add(product);
      const user = userProvenBy(message);
      if (user !== null && !sessions.renewsIdAtLogin) of(sessionId).users.add(user);
    },
    served(exchange) {
      const { request, response } = exchange;
      const { sessionId, token, sealed, refreshToken, basic } = presentedIn(request);
      const carried = [sessionId, token, sealed].flatMap((each) => (each === null ? [] : [of(each)]));
      // A request for a new token counts as its refresh token's owner, regardless of other credentials. It keeps the cart.
      const owned = refreshToken === null ? carried : [of(refreshToken)];
      const users = new Set(owned.flatMap((each) => [...each.users]));
      const products = new Set([...carried, ...owned].flatMap((each) => [...each.products]));
      for (const product of productsIn(request)) products.add(product);
      const proven = userProvenBy(request);
      if (basic !== null && isRight(basic.userId, basic.password)) users.add(basic.userId);
      if (proven !== null) users.add(proven);
      checkAnswer(exchange, { users, products }, report);
      if (response.status !== 200) return;
      for (const { credential, isSession } of credentialsIn(exchange)) {
        const its = of(credential);
        // A login makes the client that user only. A new session without a login has no owner and no earlier data; a
        // new token carries the old one's data.
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
    report(`${server} answers ${id} with ${product}, which was never mentioned there`);
  }
}

/** The user whose name and password this login request contains correctly. */
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

/** Credentials in a response: session IDs, tokens and sealed cookies, which carry data on as tokens do. */
function credentialsIn({ response }: Served): { credential: string; isSession: boolean }[] {
  const handedOut = response.headers.flatMap(([name, value]) => {
    const id = name === 'Set-Cookie' ? /^sid=([^;]+)/.exec(value)?.[1] : undefined;
    const sealed = name === 'Set-Cookie' ? /^session=([^;]+)/.exec(value)?.[1] : undefined;
    return [
      ...(id === undefined ? [] : [{ credential: id, isSession: true }]),
      ...(sealed === undefined ? [] : [{ credential: sealed, isSession: false }]),
    ];
  });
  const { access_token: access, refresh_token: refresh } = parseJsonObject(response.body) ?? {};
  const tokens = [access, refresh].flatMap((token) =>
    typeof token === 'string' ? [{ credential: token, isSession: false }] : [],
  );
  return [...handedOut, ...tokens];
}
