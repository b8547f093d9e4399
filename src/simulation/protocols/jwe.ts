/**
 * JSON Web Encryption in the compact serialization, header..nonce.ciphertext.tag, with a shared key (`dir`, RFC 7518
 * §4.5) and AES-256-GCM (§5.3). Unlike a signed token, it can't be read without the key, and each change is noticed.
 */
import { gcm } from '@noble/ciphers/aes.js';
import { base64urlnopad, utf8 } from '@scure/base';
import type { RandomStream } from '../kernel/random.ts';
import { encodeText, type Jwe, type Malformed, parseJwe } from './compact-serialization.ts';
import { type OctetKey, type SigningKey, secretOf } from './signing-key.ts';

/** RFC 7518 §5.3: 96 bits of nonce, 128 bits of tag. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type JweRefusal =
  | Malformed
  | { readonly kind: 'unknown-algorithm'; readonly algorithm: string }
  | { readonly kind: 'unsupported-critical' }
  /** The opener has no key with this ID, or no keys at all. */
  | { readonly kind: 'unknown-key'; readonly kid: string | null }
  /** The tag doesn't match: changed, or sealed with another key of that ID. */
  | { readonly kind: 'bad-seal' };

export type JweCheck =
  | { readonly kind: 'opened'; readonly plaintext: string }
  | { readonly kind: 'refused'; readonly refusal: JweRefusal };

/**
 * Encrypts a text (RFC 7516 §5.1). A nonce must never be used twice with one key, or both texts can be read; with random
 * ones, a key serves for 2^32 texts (NIST SP 800-38D §8.3).
 */
export function seal(plaintext: string, key: OctetKey, random: RandomStream): string {
  const nonce = Uint8Array.from({ length: NONCE_BYTES }, () => random.integer(0, 0xff));
  const header = JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: key.kid });
  return sealed({ header, nonce, plaintext: utf8.decode(wellFormed(plaintext)) }, key);
}

interface Sealing {
  /** JSON text. */
  readonly header: string;
  readonly nonce: Uint8Array;
  readonly plaintext: Uint8Array;
}

export function sealed({ header, nonce, plaintext }: Sealing, key: OctetKey): string {
  const protectedHeader = encodeText(header);
  const octets = gcm(secretOf(key), nonce, utf8.decode(protectedHeader)).encrypt(plaintext);
  const end = octets.length - TAG_BYTES;
  return compact({ protectedHeader, nonce, ciphertext: octets.slice(0, end), tag: octets.slice(end) });
}

/** The second part is an encrypted key, which is empty where the key is shared. */
export function compact({ protectedHeader, nonce, ciphertext, tag }: Omit<Jwe, 'header'>): string {
  return [
    protectedHeader,
    '',
    ...[nonce, ciphertext, tag].map((octets) => base64urlnopad.encode(octets)),
  ].join('.');
}

/** Decrypts in the order of RFC 7516 §5.2. Algorithms are pinned: those of the header are compared, never obeyed. */
export function open(text: string, keys: readonly SigningKey[]): JweCheck {
  const jwe = parseJwe(text);
  if ('kind' in jwe) return refuse(jwe);
  const { alg, enc, kid } = jwe.header;
  if (alg !== 'dir' || enc !== 'A256GCM' || Object.hasOwn(jwe.header, 'zip')) {
    return refuse({ kind: 'unknown-algorithm', algorithm: `${alg} ${enc}` });
  }
  if (Object.hasOwn(jwe.header, 'crit')) return refuse({ kind: 'unsupported-critical' });
  if (kid !== undefined && typeof kid !== 'string') {
    return refuse({ kind: 'malformed', part: 'header', problem: 'kid' });
  }
  const candidates = keys.filter(
    (key): key is OctetKey => key.alg === 'A256GCM' && (kid === undefined || key.kid === kid),
  );
  if (candidates.length === 0) return refuse({ kind: 'unknown-key', kid: kid ?? null });
  for (const key of candidates) {
    const plaintext = decrypt(jwe, key);
    if (plaintext !== undefined) return { kind: 'opened', plaintext };
  }
  return refuse({ kind: 'bad-seal' });
}

/** Undefined when the tag doesn't match. */
function decrypt({ protectedHeader, nonce, ciphertext, tag }: Jwe, key: OctetKey): string | undefined {
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) return undefined;
  const octets = new Uint8Array(ciphertext.length + TAG_BYTES);
  octets.set(ciphertext);
  octets.set(tag, ciphertext.length);
  try {
    return utf8.encode(gcm(secretOf(key), nonce, utf8.decode(protectedHeader)).decrypt(octets));
  } catch {
    return undefined;
  }
}

/** Lone surrogates become U+FFFD, as in TextEncoder. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function refuse(refusal: JweRefusal): JweCheck {
  return { kind: 'refused', refusal };
}
