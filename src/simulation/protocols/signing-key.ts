/** Keys as JSON Web Keys, and the key ring that a server signs, seals and verifies with. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { base64urlnopad } from '@scure/base';
import type { RandomStream } from '../kernel/random.ts';

/** A symmetric key with the member names of RFC 7517 §4 and RFC 7518 §6.4, so that other tools accept it unchanged. */
export interface OctetKey {
  readonly kty: 'oct';
  /** Signs tokens with HMAC-SHA-256, or seals cookies with AES-256-GCM. */
  readonly alg: 'HS256' | 'A256GCM';
  /** Key ID, copied into the header of tokens so that verifiers find the key. */
  readonly kid: string;
  /** The secret, base64url. */
  readonly k: string;
}

/** An Ed25519 key pair, or only its public half (RFC 8037 §2). */
export interface EdwardsKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly alg: 'EdDSA';
  readonly kid: string;
  /** The public key, base64url. */
  readonly x: string;
  /** The private key, base64url. Missing on a server that only verifies. */
  readonly d?: string;
}

export type SigningKey = OctetKey | EdwardsKey;
export type KeyAlgorithm = SigningKey['alg'];

/** With a symmetric key, a server that verifies can also sign. The ring says which key a server signs with. */
export interface KeyRing {
  /** Key for new tokens; null on a server that can't issue any. */
  readonly signing: SigningKey | null;
  /** Keys whose tokens are accepted: the signing key and retained older keys. */
  readonly verification: readonly SigningKey[];
}

export const noKeys: KeyRing = { signing: null, verification: [] };

/**
 * As many bits as the hash output, the minimum of RFC 7518 §3.2; also the length of an AES-256 key and of an Ed25519
 * private key.
 */
export const SECRET_BYTES = 32;

export function newSigningKey(kid: string, random: RandomStream, alg: KeyAlgorithm = 'HS256'): SigningKey {
  const secret = Uint8Array.from({ length: SECRET_BYTES }, () => random.integer(0, 0xff));
  return alg === 'EdDSA'
    ? { kty: 'OKP', crv: 'Ed25519', alg, kid, ...keyPairOf(base64urlnopad.encode(secret)) }
    : { kty: 'oct', alg, kid, k: base64urlnopad.encode(secret) };
}

/** Memoised: each server of a run derives the same few public keys, at half a millisecond each. */
const keyPairs = new Map<string, { readonly x: string; readonly d: string }>();
const KEY_PAIRS_MAX = 100;

function keyPairOf(d: string): { readonly x: string; readonly d: string } {
  const known = keyPairs.get(d);
  if (known !== undefined) return known;
  const pair = { x: base64urlnopad.encode(ed25519.getPublicKey(base64urlnopad.decode(d))), d };
  if (keyPairs.size >= KEY_PAIRS_MAX) keyPairs.clear();
  keyPairs.set(d, pair);
  return pair;
}

/** @throws When the secret is shorter than RFC 7518 §3.2 requires: a short key can be guessed from one token. */
export function secretOf({ kid, k }: OctetKey): Uint8Array {
  const secret = base64urlnopad.decode(k);
  if (secret.length < SECRET_BYTES)
    throw new Error(`Key ${kid} has ${secret.length} of ${SECRET_BYTES} bytes.`);
  return secret;
}

/** What may leave the machine that signs: of a key pair, the public half. A symmetric key has none. */
export function publicHalfOf(key: SigningKey): SigningKey {
  if (key.kty === 'oct') return key;
  const { d: _, ...half } = key;
  return half;
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
