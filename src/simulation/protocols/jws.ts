/**
 * JSON Web Signatures in the compact serialization, header.payload.signature, with HMAC-SHA-256 (RFC 7515, RFC 7518
 * §3.2) or Ed25519 (RFC 8037 §3.1). The verifier pins the algorithm: a token's `alg` is compared, never obeyed (RFC 8725
 * §3.1).
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, utf8 } from '@scure/base';
import { encodeText, type JsonObject, type Jws, type Malformed, parseJws } from './compact-serialization.ts';
import { type EdwardsKey, type SigningKey, secretOf } from './signing-key.ts';

export type SignatureAlgorithm = 'HS256' | 'EdDSA';

export type JwsRefusal =
  | Malformed
  | { readonly kind: 'algorithm-none' }
  | { readonly kind: 'unknown-algorithm'; readonly algorithm: string }
  | { readonly kind: 'unsupported-critical' }
  /** The verifier has no key with the token's key ID, or no keys at all. */
  | { readonly kind: 'unknown-key'; readonly kid: string | null }
  | { readonly kind: 'bad-signature' };

export type JwsCheck =
  | { readonly kind: 'valid'; readonly header: JsonObject; readonly payload: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: JwsRefusal };

/**
 * Signs a payload (RFC 7515 §5.1).
 *
 * @param header JSON text of the protected header. Its octets are signed unchanged.
 */
export function signJws(header: string, payload: string, key: SigningKey): string {
  return withSignature(`${encodeText(header)}.${encodeText(payload)}`, key);
}

/** @param signingInput Header and payload of the compact serialization, with the full stop between them. */
export function withSignature(signingInput: string, key: SigningKey): string {
  return `${signingInput}.${base64urlnopad.encode(signatureOf(signingInput, key))}`;
}

/**
 * Verifies in the order of RFC 7515 §5.2.
 *
 * @param algorithm The only algorithm that is accepted. A key of another one never verifies anything.
 */
export function verifyJws(
  text: string,
  keys: readonly SigningKey[],
  algorithm: SignatureAlgorithm = 'HS256',
): JwsCheck {
  const jws = parseJws(text);
  if ('kind' in jws) return refuse(jws);
  const { header, payload } = jws;
  const { alg, kid } = header;
  if (typeof alg !== 'string') return refuse({ kind: 'malformed', part: 'header', problem: 'alg' });
  if (alg === 'none') return refuse({ kind: 'algorithm-none' });
  if (alg !== algorithm) return refuse({ kind: 'unknown-algorithm', algorithm: alg });
  // No extension is supported, so none can be critical; an empty list is invalid, too (§4.1.11).
  if (Object.hasOwn(header, 'crit')) return refuse({ kind: 'unsupported-critical' });
  if (kid !== undefined && typeof kid !== 'string') {
    return refuse({ kind: 'malformed', part: 'header', problem: 'kid' });
  }
  // Without a key ID, any of the keys may have signed it (RFC 7515 Appendix D).
  const candidates = keys.filter((key) => key.alg === algorithm && (kid === undefined || key.kid === kid));
  if (candidates.length === 0) return refuse({ kind: 'unknown-key', kid: kid ?? null });
  const isSigned = candidates.some((key) => isSignedBy(jws, key));
  return isSigned ? { kind: 'valid', header, payload } : refuse({ kind: 'bad-signature' });
}

function signatureOf(signingInput: string, key: SigningKey): Uint8Array {
  const input = utf8.decode(signingInput);
  if (key.kty === 'oct') return hmac(sha256, secretOf(key), input);
  if (key.d === undefined) throw new Error(`Key ${key.kid} has no private half, so it can't sign.`);
  return ed25519.sign(input, base64urlnopad.decode(key.d));
}

function isSignedBy({ signingInput, signature }: Jws, key: SigningKey): boolean {
  return key.kty === 'oct'
    ? equalBytes(signatureOf(signingInput, key), signature)
    : isSignedByOwnerOf(key, signingInput, signature);
}

/** Memoised: a verification takes a millisecond, and a client presents the same token again and again. */
const verified = new Map<string, boolean>();
const VERIFIED_MAX = 1_000;

function isSignedByOwnerOf({ x }: EdwardsKey, signingInput: string, signature: Uint8Array): boolean {
  const name = `${x} ${signingInput}.${base64urlnopad.encode(signature)}`;
  const known = verified.get(name);
  if (known !== undefined) return known;
  const isSigned = isEd25519(signature, utf8.decode(signingInput), base64urlnopad.decode(x));
  if (verified.size >= VERIFIED_MAX) verified.clear();
  verified.set(name, isSigned);
  return isSigned;
}

/** Signatures of another length make the library throw. */
function isEd25519(signature: Uint8Array, input: Uint8Array, publicKey: Uint8Array): boolean {
  return signature.length === ED25519_SIGNATURE_BYTES && ed25519.verify(signature, input, publicKey);
}

/** RFC 8032 §5.1.6. */
const ED25519_SIGNATURE_BYTES = 64;

/** Constant-time comparison, so that a signature can't be guessed octet by octet. */
function equalBytes(ours: Uint8Array, theirs: Uint8Array): boolean {
  let difference = ours.length ^ theirs.length;
  for (const [index, octet] of ours.entries()) difference |= octet ^ (theirs[index] ?? 0);
  return difference === 0;
}

function refuse(refusal: JwsRefusal): JwsCheck {
  return { kind: 'refused', refusal };
}
