/** What somebody who holds a token, but no key, can do to it. Plain data, so that it can be an operator's command. */
import { base64urlnopad } from '@scure/base';
import { encodeText, parseJws, withSignature } from './jws.ts';
import type { SigningKey } from './signing-key.ts';
import { decodeToken } from './token.ts';

export type Tampering =
  /** Says something else, under the signature as it was. */
  | { readonly kind: 'set-claim'; readonly claim: string; readonly value: unknown }
  /** Any text for a payload, under the signature as it was. */
  | { readonly kind: 'set-payload'; readonly payload: string }
  /** Claims another algorithm; with `none` there is nothing to sign (RFC 7515 Appendix A.5), so the signature goes. */
  | { readonly kind: 'set-algorithm'; readonly algorithm: string }
  /** Bits count from 0, the first octet's highest; beyond the last they begin anew. */
  | { readonly kind: 'flip-signature-bit'; readonly bit: number }
  /** Signs anew with a key of their own, under the ID of the real one. */
  | { readonly kind: 'sign-with-own-key' };

/** The key of whoever has none: 256 bits that they made up. */
const ownKey: SigningKey = {
  kty: 'oct',
  alg: 'HS256',
  kid: 'own',
  k: encodeText('any thirty-two octets will do...'),
};

/** The token as it is afterwards; what is not there to be changed, in a text that is no token, stays as it is. */
export function tamper(token: string, tampering: Tampering): string {
  const jws = parseJws(token);
  if ('kind' in jws) return token;
  const [header = '', payload = '', signature = ''] = token.split('.');
  switch (tampering.kind) {
    case 'set-claim': {
      const claims = decodeToken(token)?.payload;
      if (claims === undefined) return token;
      const changed = { ...claims, [tampering.claim]: tampering.value };
      return `${header}.${encodeText(JSON.stringify(changed))}.${signature}`;
    }
    case 'set-payload':
      return `${header}.${encodeText(tampering.payload)}.${signature}`;
    case 'set-algorithm': {
      const { algorithm } = tampering;
      const changed = encodeText(JSON.stringify({ ...jws.header, alg: algorithm }));
      return `${changed}.${payload}.${algorithm === 'none' ? '' : signature}`;
    }
    case 'flip-signature-bit':
      return `${header}.${payload}.${base64urlnopad.encode(flipped(jws.signature, tampering.bit))}`;
    case 'sign-with-own-key':
      return withSignature(jws.signingInput, ownKey);
    default:
      throw new Error(`Unknown tampering ${tampering satisfies never}`);
  }
}

function flipped(octets: Uint8Array, bit: number): Uint8Array {
  const at = bit % (octets.length * 8);
  return octets.map((octet, index) => (index === at >> 3 ? octet ^ (0x80 >> (at & 7)) : octet));
}
