/** Cookies (RFC 6265): the one thing that lets a server find its memory of a client again. */
import { type Header, type HttpRequest, type HttpResponse, headerOf } from './http.ts';

/** Out of reach of scripts, sent over TLS only, and not sent along by other sites (RFC 6265bis §4.1.2). */
export function setCookie(name: string, value: string): Header {
  return ['Set-Cookie', `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`];
}

/** The cookie's value in this request, or undefined (RFC 6265 §4.2). */
export function cookieOf(request: HttpRequest, name: string): string | undefined {
  for (const pair of (headerOf(request, 'Cookie') ?? '').split('; ')) {
    const [each, value] = splitPair(pair);
    if (each === name) return value;
  }
  return undefined;
}

/** Name and value of each cookie that this response sets; attributes concern the client alone. */
export function cookiesSetBy(response: HttpResponse): { name: string; value: string }[] {
  return response.headers
    .filter(([header]) => header.toLowerCase() === 'set-cookie')
    .map(([, line]) => {
      const [name, value] = splitPair(line.split(';')[0] ?? '');
      return { name, value };
    });
}

function splitPair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? ['', pair.trim()] : [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}
