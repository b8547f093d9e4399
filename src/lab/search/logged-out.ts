/**
 * Whether a login still gives access after its logout. Responses can replace a credential: a cookie is sealed again, a token
 * is signed or refreshed. All credentials that come from one login are over with it.
 */

import { LOGIN_TARGET } from '../../simulation/applications/requests.ts';
import {
  type ClusterEvent,
  type ClusterMessage,
  type ClusterSink,
  isClient,
  isServer,
} from '../../simulation/cluster.ts';
import type { RequestId } from '../../simulation/kernel/actor.ts';
import { basicCredentials } from '../../simulation/protocols/basic-auth.ts';
import { bearerCredentials } from '../../simulation/protocols/bearer-auth.ts';
import { cookieOf, cookiesSetBy } from '../../simulation/protocols/cookies.ts';
import {
  type HttpRequest,
  type HttpResponse,
  headerOf,
  parseJsonObject,
} from '../../simulation/protocols/http.ts';
import { SEALED_COOKIE, SESSION_COOKIE } from '../../simulation/strategies/session-cookie.ts';
import { RequestLog } from '../../trace/request-log.ts';

/** Cookies that say who is asking. The load balancer's doesn't. */
const cookieNames = [SESSION_COOKIE, SEALED_COOKIE];

/** One login with everything that shows it, from its first credential to its logout. */
interface Login {
  isOver: boolean;
}

/**
 * A login is over once the response to its logout has reached the client. A request that reaches a server after that with
 * any credential of the login, and is answered with the user's name, breaks the property.
 */
export class LoggedOutSink implements ClusterSink {
  readonly #log = new RequestLog();
  /** By credential. */
  readonly #logins = new Map<string, Login>();
  readonly #shown = new Map<RequestId, readonly string[]>();
  /** By request of a login. */
  readonly #passwords = new Map<RequestId, string>();
  readonly #late = new Set<RequestId>();
  brokenAt: number | null = null;

  report(event: ClusterEvent): void {
    if (event.kind === 'message-sent' && isClient(event.message.from)) this.#ask(event.message);
    if (event.kind !== 'message-delivered') return;
    const { request, to, body } = event.message;
    if (request === null) return;
    if (body.kind === 'http-request' && isServer(to) && this.#loginOf(request)?.isOver === true) {
      this.#late.add(request);
    }
    if (body.kind === 'http-response' && isClient(to)) this.#hear(event.message, body, request, event.id);
  }

  #ask(message: ClusterMessage): void {
    const { request, body } = message;
    this.#log.ask(message);
    if (request === null || body.kind !== 'http-request') return;
    this.#shown.set(request, credentialsIn(body));
    const password = passwordIn(body);
    if (password !== null) this.#passwords.set(request, password);
  }

  #hear(message: ClusterMessage, response: HttpResponse, request: RequestId, event: number): void {
    const meaning = this.#log.hear(message)?.meaning;
    const given = credentialsGivenBy(response);
    if (meaning?.kind === 'logged-in') this.#beginLogin(request, given);
    const login = this.#loginOf(request);
    for (const each of given)
      if (login !== undefined && !this.#logins.has(each)) this.#logins.set(each, login);
    if (login !== undefined && meaning?.kind === 'logged-out') login.isOver = true;
    const isKnown =
      meaning?.kind === 'recognized' ||
      meaning?.kind === 'admitted' ||
      (meaning?.kind === 'welcomed' && meaning.name !== null);
    if (isKnown && this.#late.has(request)) this.brokenAt ??= event;
  }

  /** What was shown before, a session that keeps its ID or a password, belongs to the new login from now on. */
  #beginLogin(request: RequestId, given: readonly string[]): void {
    const login: Login = { isOver: false };
    const password = this.#passwords.get(request);
    for (const each of [
      ...(this.#shown.get(request) ?? []),
      ...given,
      ...(password === undefined ? [] : [password]),
    ])
      this.#logins.set(each, login);
  }

  /** The login that a request shows. A credential of unknown origin stands for a login of its own. */
  #loginOf(request: RequestId): Login | undefined {
    const shown = this.#shown.get(request) ?? [];
    const [first] = shown;
    if (first === undefined) return undefined;
    const known = shown.find((each) => this.#logins.has(each));
    const login = (known === undefined ? undefined : this.#logins.get(known)) ?? { isOver: false };
    for (const each of shown) if (!this.#logins.has(each)) this.#logins.set(each, login);
    return login;
  }
}

/** An access token, a password, cookies with a session or its ID, and a refresh token. */
function credentialsIn(request: HttpRequest): readonly string[] {
  const refreshToken = request.body.includes('"refresh_token"')
    ? parseJsonObject(request.body)?.refresh_token
    : undefined;
  return [
    headerOf(request, 'Authorization'),
    ...cookieNames.map((name) => cookieOf(request, name)),
    refreshToken,
  ].filter((each) => typeof each === 'string');
}

function credentialsGivenBy(response: HttpResponse): readonly string[] {
  const { access_token: access, refresh_token: refresh } = response.body.includes('"access_token"')
    ? (parseJsonObject(response.body) ?? {})
    : {};
  const cookies = cookiesSetBy(response).filter(
    ({ name, isDeleted }) => !isDeleted && cookieNames.includes(name),
  );
  return [
    ...cookies.map(({ value }) => value),
    ...(typeof access === 'string' ? [bearerCredentials(access)] : []),
    ...(typeof refresh === 'string' ? [refresh] : []),
  ];
}

/** The name and password of a login, as a client shows them that sends them with every request; null for another request. */
function passwordIn({ target, body }: HttpRequest): string | null {
  if (target !== LOGIN_TARGET) return null;
  const { userId, password } = parseJsonObject(body) ?? {};
  if (typeof userId !== 'string' || typeof password !== 'string') return null;
  return basicCredentials({ userId, password });
}
