/** How large a cookie can be. */
import { utf8Bytes } from './utf8.ts';

/** In octets, of name and value together. */
const COOKIE_OCTETS_MAX = 4_096;

/** A browser ignores such a cookie, and keeps the one of that name that it has (RFC 6265bis §5.6). */
export function isTooLarge({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return utf8Bytes(name) + utf8Bytes(value) > COOKIE_OCTETS_MAX;
}
