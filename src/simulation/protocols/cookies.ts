/** Cookies (RFC 6265): they let a server find its memory of a client again. */
import { type Header, type HttpRequest, type HttpResponse, headerOf, isSameName } from './http.ts';
import { httpDate, LONG_PAST_US } from './http-date.ts';

const SET_COOKIE = 'Set-Cookie';

/**
 * HttpOnly, Secure and SameSite: hidden from scripts, sent over TLS only, not sent with cross-site requests (RFC
 * 6265bis §4.1.2).
 */
export function setCookie(name: string, value: string): Header {
  return [SET_COOKIE, `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`];
}

const longPast = httpDate(LONG_PAST_US);

/** Deletes a cookie by setting it with an expiry in the past (RFC 6265 §3.1). */
export function deleteCookie(name: string): Header {
  return [SET_COOKIE, `${name}=; Path=/; Max-Age=0; Expires=${longPast}`];
}

/** The cookie's value in this request, or undefined (RFC 6265 §4.2). */
export function cookieOf(request: HttpRequest, name: string): string | undefined {
  for (const pair of (headerOf(request, 'Cookie') ?? '').split('; ')) {
    const [each, value] = splitPair(pair);
    if (each === name) return value;
  }
  return undefined;
}

export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Whether the client should delete the cookie (RFC 6265 §5.2.2). */
  readonly isDeleted: boolean;
}

/** Cookies that this response sets or deletes. Other attributes matter to the client only. */
export function cookiesSetBy(response: HttpResponse): SetCookie[] {
  return response.headers
    .filter(([header]) => isSameName(header, SET_COOKIE))
    .map(([, line]) => {
      const [pair = '', ...attributes] = line.split(';');
      const [name, value] = splitPair(pair);
      const isDeleted = attributes.some((attribute) => /^max-age=(0|-\d+)$/i.test(attribute.trim()));
      return { name, value, isDeleted };
    });
}

function splitPair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? ['', pair.trim()] : [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}
