/** Parses a request's credentials from its text, independently of the code under test. */
import { type HttpRequest, headerOf, parseJsonObject } from '../../../src/simulation/protocols/http.ts';

export interface Presented {
  readonly sessionId: string | null;
  readonly token: string | null;
  /** The session itself, in a sealed cookie. */
  readonly sealed: string | null;
  /** In the body of a refresh request. */
  readonly refreshToken: string | null;
  readonly basic: { readonly userId: string; readonly password: string } | null;
}

const nothing: Presented = { sessionId: null, token: null, sealed: null, refreshToken: null, basic: null };

export function presentedIn(request: HttpRequest): Presented {
  const cookie = headerOf(request, 'Cookie');
  const authorization = headerOf(request, 'Authorization');
  const refreshToken = request.body.includes('"refresh_token"') ? refreshTokenIn(request) : null;
  if (cookie === undefined && authorization === undefined && refreshToken === null) return nothing;
  return {
    sessionId: /(?:^|; )sid=([^;]*)/.exec(cookie ?? '')?.[1] ?? null,
    token: /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? null,
    sealed: /(?:^|; )session=([^;]*)/.exec(cookie ?? '')?.[1] ?? null,
    refreshToken,
    basic: basicIn(authorization ?? ''),
  };
}

function basicIn(authorization: string): Presented['basic'] {
  const [, encoded] = /^Basic (\S+)$/.exec(authorization) ?? [];
  if (encoded === undefined) return null;
  const [userId = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { userId, password };
}

function refreshTokenIn({ body }: HttpRequest): string | null {
  const { refresh_token: token } = parseJsonObject(body) ?? {};
  return typeof token === 'string' ? token : null;
}
