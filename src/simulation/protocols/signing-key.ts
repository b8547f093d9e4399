/** HMAC-SHA-256 keys as JSON Web Keys, and the key ring that a server signs and verifies with. */
import { base64urlnopad } from '@scure/base';
import type { RandomStream } from '../kernel/random.ts';

/** An octet key with the member names of RFC 7517 §4 and RFC 7518 §6.4, so that other tools accept it unchanged. */
export interface SigningKey {
  readonly kty: 'oct';
  readonly alg: 'HS256';
  /** Key ID, copied into the header of signed tokens so that verifiers find the key. */
  readonly kid: string;
  /** The secret, base64url. */
  readonly k: string;
}

/** HMAC is symmetric: a key that verifies can also sign. The ring says which key a server signs with. */
export interface KeyRing {
  /** Key for new tokens; null on a server without a key. */
  readonly signing: SigningKey | null;
  /** Keys whose signatures are accepted: the signing key and retained older keys. */
  readonly verification: readonly SigningKey[];
}

export const noKeys: KeyRing = { signing: null, verification: [] };

/** As many bits as the hash output, the minimum of RFC 7518 §3.2. */
export const SECRET_BYTES = 32;

export function newSigningKey(kid: string, random: RandomStream): SigningKey {
  const secret = Uint8Array.from({ length: SECRET_BYTES }, () => random.integer(0, 0xff));
  return { kty: 'oct', alg: 'HS256', kid, k: base64urlnopad.encode(secret) };
}

/** @throws When the secret is shorter than RFC 7518 §3.2 requires: a short key can be guessed from one token. */
export function secretOf({ kid, k }: SigningKey): Uint8Array {
  const secret = base64urlnopad.decode(k);
  if (secret.length < SECRET_BYTES)
    throw new Error(`Key ${kid} has ${secret.length} of ${SECRET_BYTES} bytes.`);
  return secret;
}

/**
 * Replaces the signing key.
 *
 * @param options.keepsOld Whether tokens signed with older keys stay valid. If false, all of them are refused at
 * once.
 */
export function rotateKey(
  ring: KeyRing,
  key: SigningKey,
  { keepsOld }: { readonly keepsOld: boolean },
): KeyRing {
  return { signing: key, verification: keepsOld ? [key, ...ring.verification] : [key] };
}
