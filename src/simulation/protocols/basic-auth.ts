/** Basic credentials (RFC 7617): user ID and password in every request, encoded and not encrypted. */
import { base64, utf8 } from '@scure/base';

export interface Credentials {
  readonly userId: string;
  readonly password: string;
}

/**
 * The value of an `Authorization` header.
 *
 * @throws When the user ID has a colon, which would end it, or either has a control character (RFC 7617 §2).
 */
export function basicCredentials({ userId, password }: Credentials): string {
  if (userId.includes(':')) throw new Error('A user ID of Basic credentials has no colon.');
  if (hasControl(userId + password)) throw new Error('Basic credentials have no control characters.');
  return `Basic ${base64.encode(utf8.decode(`${userId}:${password}`))}`;
}

/** Who an `Authorization` header says they are, or undefined when it does not carry Basic credentials. */
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

/** C0 and DEL (RFC 7617 §2), and C1 with them, which PRECIS does not allow either (RFC 8264). */
function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
