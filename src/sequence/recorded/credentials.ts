/** Cookies and tokens of messages: which of them name a session or a server, and numbers for their values. */
import type { Credential, Purpose } from './capture.ts';

const namesIn = (list: string) => new Set(list.trim().split(/\s+/));

/** Names of session cookies in common frameworks, in lower case and without the prefixes of RFC 6265bis §4.1.3. */
const SESSION_NAMES = namesIn(`
  jsessionid phpsessid asp.net_sessionid connect.sid koa.sess sid sessid session sessionid session_id
  session-id _session cfid cftoken ci_session laravel_session next-auth.session-token
  authjs.session-token
`);
const PREFIX = /^__(?:host|secure)-/;
/** Classic ASP puts random letters after it. */
const ASP_SESSION = /^aspsessionid\w*$/;
/** Frameworks put the application's name before it: `_shop_session`. */
const SESSION_END = /(?:[._-]|^)sess(?:ion)?(?:[._-]?id)?$/;

/**
 * Names of affinity cookies: HAProxy, nginx, ingress-nginx, Azure, Google Cloud, Cloudflare, IBM. AWSALB and its kin are
 * missing: their content is encrypted with a rotating key, so another value doesn't mean another server.
 */
const AFFINITY_NAMES = namesIn(`
  serverid srv_id srv server route ingresscookie arraffinity arraffinitysamesite
  applicationgatewayaffinity applicationgatewayaffinitycors gclb gcilb __cflb ibm_affinity lb lbcookie
  lb_cookie backend affinity sticky stickysession
`);
/** F5 and Citrix put the pool's name after it. */
const AFFINITY_STARTS = ['bigipserver', 'citrix_ns_id'];
const TOKEN = /(?:^|[._-])(?:access|auth|id|refresh|bearer|jwt|api)[._-]?(?:token|key)?$|token$|^jwt$/;

export function purposeOfCookie(name: string): Purpose {
  const lower = name.toLowerCase();
  if (AFFINITY_NAMES.has(lower) || AFFINITY_STARTS.some((start) => lower.startsWith(start)))
    return 'affinity';
  if (namesSession(lower)) return 'session';
  return TOKEN.test(lower) ? 'token' : 'other';
}

function namesSession(lower: string): boolean {
  const name = lower.replace(PREFIX, '');
  return SESSION_NAMES.has(name) || ASP_SESSION.test(name) || SESSION_END.test(name);
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Headers with tokens besides Authorization. */
const TOKEN_HEADER =
  /^x-(?:csrf-?token|xsrf-?token|auth-?token|access-?token|api-?key|session-?(?:id|token))$|^session\.id$/;

/** Tokens in the headers of a request. */
export function tokensIn(headers: readonly Header[]): { readonly name: string; readonly value: string }[] {
  return headers.flatMap(({ name, value }) => {
    const lower = name.toLowerCase();
    if (lower === 'authorization' || lower === 'proxy-authorization') {
      const space = value.indexOf(' ');
      const scheme = space < 0 ? name : value.slice(0, space);
      return [{ name: scheme, value: space < 0 ? value : value.slice(space + 1).trim() }];
    }
    return TOKEN_HEADER.test(lower) ? [{ name, value }] : [];
  });
}

/** Members of a JSON response that carry a token (RFC 6749 §5.1, OpenID Connect, and common practice). */
const TOKEN_MEMBER = /^(?:access_?token|id_?token|refresh_?token|auth_?token|token|jwt)$/i;
const BODY_CHARACTERS_MAX = 100_000;

/** Tokens that a response hands out in its JSON. */
export function tokensInBody(text: string): { readonly name: string; readonly value: string }[] {
  if (text.length > BODY_CHARACTERS_MAX || !text.trimStart().startsWith('{')) return [];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [];
  }
  const members = isObject(body) ? [body, ...Object.values(body).filter(isObject)] : [];
  return members.flatMap((each) =>
    Object.entries(each).flatMap(([name, value]) =>
      TOKEN_MEMBER.test(name) && typeof value === 'string' && value !== '' ? [{ name, value }] : [],
    ),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers the distinct values of each name, in the order in which they occur. A token has one number wherever it's seen. */
export class CredentialNumbers {
  readonly #cookies = new Map<string, Map<string, number>>();
  readonly #tokens = new Map<string, { readonly name: string; readonly number: number }>();
  readonly #tokenCounts = new Map<string, number>();

  cookie(name: string, value: string): Credential {
    const values = this.#cookies.get(name) ?? new Map<string, number>();
    this.#cookies.set(name, values);
    const number = values.get(value) ?? values.size + 1;
    values.set(value, number);
    return { kind: 'cookie', name, purpose: purposeOfCookie(name), value, number };
  }

  deletedCookie(name: string): Credential {
    return { kind: 'cookie', name, purpose: purposeOfCookie(name), value: '', number: 0 };
  }

  /** A token that was handed out as `access_token` keeps this name where it's sent as `Bearer`. */
  token(name: string, value: string): Credential {
    const known = this.#tokens.get(value);
    if (known !== undefined) return { kind: 'token', purpose: 'token', value, ...known };
    const number = (this.#tokenCounts.get(name) ?? 0) + 1;
    this.#tokenCounts.set(name, number);
    this.#tokens.set(value, { name, number });
    return { kind: 'token', name, purpose: 'token', value, number };
  }

  get isEmpty(): boolean {
    return this.#cookies.size === 0 && this.#tokens.size === 0;
  }
}
