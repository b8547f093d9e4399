/** Addresses of requests: their parts, and words for them that hide values. */
import type { Words } from './capture.ts';
import type { CookieUrl } from './cookie-jar.ts';

export interface Address extends CookieUrl {
  /** With the port, if it isn't the scheme's own. */
  readonly origin: string;
  readonly words: Words;
}

/** Longer parts are shortened: they are identifiers or tokens. */
const SEGMENT_CHARACTERS_MAX = 32;
const FULL_CHARACTERS_MAX = 300;

/** @returns Null for an address that no network request has, such as `data:`. */
export function readAddress(url: string): Address | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const { protocol, hostname, host, pathname, search } = parsed;
  if (!/^(?:https?|wss?):$/.test(protocol)) return null;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    path: pathname,
    isSecure: protocol === 'https:' || protocol === 'wss:',
    origin: host,
    words: wordsOfTarget(pathname + search),
  };
}

/** @param target A path and a query. */
export function wordsOfTarget(address: string): Words {
  const target = decoded(address);
  const question = target.indexOf('?');
  const path = question < 0 ? target : target.slice(0, question);
  const query = question < 0 ? '' : target.slice(question + 1);
  const short = shortPath(path) + (query === '' ? '' : `?${query.split('&').map(hidden).join('&')}`);
  return { short: cut(short), full: cut(target) };
}

/** With letters of all scripts. Signs that separate parts stay encoded. */
function decoded(address: string): string {
  try {
    const text = decodeURI(address);
    return /[\s\p{C}]/u.test(text) ? address : text;
  } catch {
    return address;
  }
}

/** Path parameters, such as `;jsessionid=…`, are values too. */
function shortPath(path: string): string {
  return path
    .split('/')
    .map((segment) => {
      const [name = '', ...parameters] = segment.split(';');
      const first = name.length > SEGMENT_CHARACTERS_MAX ? `${name.slice(0, 12)}…` : name;
      return [first, ...parameters.map(hidden)].join(';');
    })
    .join('/');
}

function hidden(pair: string): string {
  const equals = pair.indexOf('=');
  const name = equals < 0 ? pair : pair.slice(0, equals);
  const shown = name.length > SEGMENT_CHARACTERS_MAX ? `${name.slice(0, 12)}…` : name;
  return equals < 0 ? shown : `${shown}=…`;
}

function cut(words: string): string {
  return words.length > FULL_CHARACTERS_MAX ? `${words.slice(0, FULL_CHARACTERS_MAX)}…` : words;
}
