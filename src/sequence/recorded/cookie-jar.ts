/** A browser's cookies, reconstructed from what responses set (RFC 6265 §5). */
import { readCookieDate } from './cookie-date.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Sent to this host only, and not to its subdomains. */
  readonly isHostOnly: boolean;
  readonly path: string;
  readonly isSecure: boolean;
  /** Null for a cookie that lives as long as the browser's session. */
  readonly expiresMs: number | null;
}

/** A request's address. */
export interface CookieUrl {
  readonly host: string;
  readonly path: string;
  readonly isSecure: boolean;
}

/** What became of a Set-Cookie line. */
export type Setting =
  | { readonly kind: 'set'; readonly cookie: Cookie; readonly before: Cookie | null }
  | { readonly kind: 'deleted'; readonly cookie: Cookie; readonly before: Cookie | null }
  | { readonly kind: 'rejected'; readonly name: string; readonly domain: string }
  /** Without a name. */
  | { readonly kind: 'ignored' };

export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  set(line: string, url: CookieUrl, nowMs: number): Setting {
    const read = readSetCookie(line, url, nowMs);
    if (read === null) return { kind: 'ignored' };
    if ('rejectedDomain' in read) return { kind: 'rejected', name: read.name, domain: read.rejectedDomain };
    const key = keyOf(read);
    const before = this.#cookies.get(key) ?? null;
    const isDeleted = read.expiresMs !== null && read.expiresMs <= nowMs;
    if (isDeleted) this.#cookies.delete(key);
    else this.#cookies.set(key, read);
    return { kind: isDeleted ? 'deleted' : 'set', cookie: read, before };
  }

  /** A cookie that was sent without having been set in the recording, or with another value. */
  learn(name: string, value: string, url: CookieUrl): void {
    const known = this.#matching(url).find((cookie) => cookie.name === name);
    const cookie = known ?? {
      ...{ name, domain: url.host, isHostOnly: true, path: '/', isSecure: false, expiresMs: null },
    };
    this.#cookies.set(keyOf(cookie), { ...cookie, value });
  }

  /** Cookies for a request, the longest path first (RFC 6265 §5.4). Expired ones are removed and returned apart. */
  cookiesFor(url: CookieUrl, nowMs: number): { readonly cookies: Cookie[]; readonly expired: Cookie[] } {
    const all = this.#matching(url);
    const expired = all.filter(({ expiresMs }) => expiresMs !== null && expiresMs <= nowMs);
    for (const each of expired) this.#cookies.delete(keyOf(each));
    return { cookies: all.filter((each) => !expired.includes(each)), expired };
  }

  #matching(url: CookieUrl): Cookie[] {
    return [...this.#cookies.values()]
      .filter(
        ({ domain, isHostOnly, path, isSecure }) =>
          (isHostOnly ? url.host === domain : domainMatches(url.host, domain)) &&
          pathMatches(url.path, path) &&
          (url.isSecure || !isSecure),
      )
      .sort((one, other) => other.path.length - one.path.length);
  }
}

function keyOf({ name, domain, path }: Pick<Cookie, 'name' | 'domain' | 'path'>): string {
  return JSON.stringify([name, domain, path]);
}

type Rejected = { readonly name: string; readonly rejectedDomain: string };

function readSetCookie(line: string, url: CookieUrl, nowMs: number): Cookie | Rejected | null {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  if (equals < 0 || name === '') return null;
  const values = new Map<string, string>();
  for (const attribute of attributes) {
    const at = attribute.indexOf('=');
    const key = (at < 0 ? attribute : attribute.slice(0, at)).trim().toLowerCase();
    // Of several, the last one counts.
    values.set(key, at < 0 ? '' : attribute.slice(at + 1).trim());
  }
  const domain = (values.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  if (domain !== '' && !domainMatches(url.host, domain)) return { name, rejectedDomain: domain };
  const path = values.get('path') ?? '';
  return {
    name,
    value: pair.slice(equals + 1).trim(),
    domain: domain === '' ? url.host : domain,
    isHostOnly: domain === '',
    path: path.startsWith('/') ? path : defaultPath(url.path),
    isSecure: values.has('secure'),
    expiresMs: expiryOf(values, nowMs),
  };
}

/** Max-Age wins over Expires, whatever their order (RFC 6265 §5.3). */
function expiryOf(values: ReadonlyMap<string, string>, nowMs: number): number | null {
  const maxAge = values.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) {
    const seconds = Number(maxAge);
    return seconds <= 0 ? Number.NEGATIVE_INFINITY : nowMs + seconds * 1_000;
  }
  const expires = values.get('expires');
  return expires === undefined ? null : readCookieDate(expires);
}

/** RFC 6265 §5.1.3. An address has no subdomains. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  return host.endsWith(`.${domain}`) && !/^[\d.]+$|:/.test(host);
}

/** RFC 6265 §5.1.4. */
export function pathMatches(requested: string, path: string): boolean {
  if (requested === path) return true;
  return requested.startsWith(path) && (path.endsWith('/') || requested.charAt(path.length) === '/');
}

/** RFC 6265 §5.1.4: up to the last slash. */
export function defaultPath(requested: string): string {
  const last = requested.lastIndexOf('/');
  return last <= 0 ? '/' : requested.slice(0, last);
}

/** The pairs of a Cookie header (RFC 6265 §4.2). */
export function cookiePairs(header: string): { readonly name: string; readonly value: string }[] {
  return header.split(';').flatMap((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 0) return [];
    return [{ name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() }];
  });
}
