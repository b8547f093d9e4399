/** What the holder of a token can change without its key. Plain data, so that an operator's command can carry it. */
import { base64urlnopad } from '@scure/base';
import { encodeText, parseJws, withSignature } from './jws.ts';
import { SECRET_BYTES, type SigningKey } from './signing-key.ts';
import { decodeToken } from './token.ts';

export type Tampering =
  /** Changes a claim and keeps the signature. */
  | { readonly kind: 'set-claim'; readonly claim: string; readonly value: unknown }
  /** Replaces the payload with any text and keeps the signature. */
  | { readonly kind: 'set-payload'; readonly payload: string }
  /** Claims another algorithm. With `none` nothing is signed (RFC 7515 Appendix A.5), so the signature is removed. */
  | { readonly kind: 'set-algorithm'; readonly algorithm: string }
  /** Bit index from 0, the highest bit of the first octet; indices past the end wrap around. */
  | { readonly kind: 'flip-signature-bit'; readonly bit: number }
  /** Signs again with the holder's own key, under the real key's ID. */
  | { readonly kind: 'sign-with-own-key' }
  /** Signs again with a secret that leaked from a server, base64url. With HMAC, a key that verifies can also sign. */
  | { readonly kind: 'sign-with-leaked-key'; readonly secret: string };

/** A made-up 256-bit key for a holder without the real one. */
const ownKey: SigningKey = {
  kty: 'oct',
  alg: 'HS256',
  kid: 'own',
  k: encodeText('any thirty-two octets will do...'),
};

/** The token after tampering. A text that isn't a token stays unchanged where the target is missing. */
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
    case 'sign-with-leaked-key':
      return isSecret(tampering.secret)
        ? withSignature(jws.signingInput, { ...ownKey, k: tampering.secret })
        : token;
    default:
      throw new Error(`Unknown tampering ${tampering satisfies never}`);
  }
}

/** The secret comes from a link or a file. */
function isSecret(text: string): boolean {
  try {
    return base64urlnopad.decode(text).length >= SECRET_BYTES;
  } catch {
    return false;
  }
}

function flipped(octets: Uint8Array, bit: number): Uint8Array {
  const at = bit % (octets.length * 8);
  return octets.map((octet, index) => (index === at >> 3 ? octet ^ (0x80 >> (at & 7)) : octet));
}
