/**
 * What the holder of a signed token or a sealed cookie can change without its key. Plain data, so that an operator's
 * command can carry it.
 */
import { base64urlnopad, utf8 } from '@scure/base';
import { encodeText, type JsonObject, type Jwe, parseJwe, parseJws } from './compact-serialization.ts';
import { compact, sealed } from './jwe.ts';
import { withSignature } from './jws.ts';
import { type OctetKey, SECRET_BYTES, type SigningKey } from './signing-key.ts';
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
  /**
   * Signs again with a key that leaked from a server, base64url. With HMAC, a key that verifies can also sign. With a key
   * pair it can't: what leaks from a server that only verifies is public anyway.
   */
  | { readonly kind: 'sign-with-leaked-key'; readonly secret: string };

/** A made-up 256-bit key for a holder without the real one. */
const ownSecret = encodeText('any thirty-two octets will do...');

/** The token or sealed cookie after tampering. Any other text, or one where the target is missing, stays unchanged. */
export function tamper(token: string, tampering: Tampering): string {
  const jwe = parseJwe(token);
  if (!('kind' in jwe)) return tamperWithSealed(token, jwe, tampering);
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
      return withSignature(jws.signingInput, keyOf(jws.header, ownSecret));
    case 'sign-with-leaked-key':
      return isSecret(tampering.secret)
        ? withSignature(jws.signingInput, keyOf(jws.header, tampering.secret))
        : token;
    default:
      throw new Error(`Unknown tampering ${tampering satisfies never}`);
  }
}

/** For the algorithm that the token claims. A public key isn't a private one, but a thief can try. */
function keyOf({ alg }: JsonObject, secret: string): SigningKey {
  return alg === 'EdDSA'
    ? { kty: 'OKP', crv: 'Ed25519', alg, kid: 'own', x: '', d: secret }
    : { kty: 'oct', alg: 'HS256', kid: 'own', k: secret };
}

/** A sealed cookie can't be read, so a holder can only exchange all of it, or damage it. */
function tamperWithSealed(cookie: string, jwe: Jwe, tampering: Tampering): string {
  const { header, nonce } = jwe;
  const seal = (plaintext: string, k: string) => {
    const key: OctetKey = { kty: 'oct', alg: 'A256GCM', kid: 'own', k };
    return sealed({ header: JSON.stringify(header), nonce, plaintext: utf8.decode(plaintext) }, key);
  };
  switch (tampering.kind) {
    case 'set-claim':
      return cookie;
    case 'set-payload':
    case 'sign-with-own-key':
      return seal('payload' in tampering ? encodeText(tampering.payload) : '{}', ownSecret);
    case 'set-algorithm': {
      const protectedHeader = encodeText(JSON.stringify({ ...header, enc: tampering.algorithm }));
      return compact({ ...jwe, protectedHeader });
    }
    case 'flip-signature-bit':
      return compact({ ...jwe, tag: flipped(jwe.tag, tampering.bit) });
    case 'sign-with-leaked-key':
      return isSecret(tampering.secret) ? seal('{}', tampering.secret) : cookie;
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
  if (octets.length === 0) return octets;
  const at = bit % (octets.length * 8);
  return octets.map((octet, index) => (index === at >> 3 ? octet ^ (0x80 >> (at & 7)) : octet));
}
