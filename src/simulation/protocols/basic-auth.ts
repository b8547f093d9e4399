/** Basic credentials (RFC 7617): user ID and password in every request, encoded but not encrypted. */
import { base64, utf8 } from '@scure/base';

export interface Credentials {
  readonly userId: string;
  readonly password: string;
}

/**
 * Returns the value of an `Authorization` header.
 *
 * @throws When the user ID contains a colon, which separates it from the password, or either contains a control
 * character (RFC 7617 §2).
 */
export function basicCredentials({ userId, password }: Credentials): string {
  if (userId.includes(':')) throw new Error('The user ID of Basic credentials cannot contain a colon.');
  if (hasControl(userId + password)) throw new Error('Basic credentials cannot contain control characters.');
  return `Basic ${base64.encode(utf8.decode(`${userId}:${password}`))}`;
}

/** Credentials in an `Authorization` header, or undefined when it carries no Basic credentials. */
export function readBasicCredentials(authorization: string): Credentials | undefined {
  const [, token68] = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  const text = token68 === undefined ? undefined : decode(token68);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 0 || hasControl(text)) return undefined;
  return { userId: text.slice(0, colon), password: text.slice(colon + 1) };
}

function decode(token68: string): string | undefined {
  try {
    return utf8.encode(base64.decode(token68));
  } catch {
    return undefined;
  }
}

/** C0 and DEL (RFC 7617 §2), and C1, which PRECIS disallows too (RFC 8264). */
function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
