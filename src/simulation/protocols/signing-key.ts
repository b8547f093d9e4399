/** Keys of HMAC-SHA-256 as JSON Web Keys, and the ring of them that a server signs and verifies with. */
import { base64urlnopad } from '@scure/base';
import type { RandomStream } from '../kernel/random.ts';

/** An octet key with its members' names of RFC 7517 §4 and RFC 7518 §6.4, so that any other tool takes it as it stands. */
export interface SigningKey {
  readonly kty: 'oct';
  readonly alg: 'HS256';
  /** Names the key in the header of what it signed, so that it is found again among several. */
  readonly kid: string;
  /** The secret, base64url. */
  readonly k: string;
}

/** HMAC is symmetric: whoever can verify with a key can also sign with it. The ring says which a server does. */
export interface KeyRing {
  /** What new tokens are signed with, or null on a server that was given no key. */
  readonly signing: SigningKey | null;
  /** What is accepted as a signature: the signing key, and those before it that were kept. */
  readonly verification: readonly SigningKey[];
}

export const noKeys: KeyRing = { signing: null, verification: [] };

/** As many bits as the hash puts out, the least that RFC 7518 §3.2 allows. */
const SECRET_BYTES = 32;

export function newSigningKey(kid: string, random: RandomStream): SigningKey {
  const secret = Uint8Array.from({ length: SECRET_BYTES }, () => random.integer(0, 0xff));
  return { kty: 'oct', alg: 'HS256', kid, k: base64urlnopad.encode(secret) };
}

/** @throws When the secret is shorter than RFC 7518 §3.2 demands: such a key could be guessed from one token. */
export function secretOf({ kid, k }: SigningKey): Uint8Array {
  const secret = base64urlnopad.decode(k);
  if (secret.length < SECRET_BYTES)
    throw new Error(`Key ${kid} has ${secret.length} of ${SECRET_BYTES} bytes.`);
  return secret;
}

/**
 * Signs with another key from now on.
 *
 * @param options.keepsOld Whether what the keys so far have signed stays valid. Without them every token is refused at once.
 */
export function rotateKey(
  ring: KeyRing,
  key: SigningKey,
  { keepsOld }: { readonly keepsOld: boolean },
): KeyRing {
  return { signing: key, verification: keepsOld ? [key, ...ring.verification] : [key] };
}
