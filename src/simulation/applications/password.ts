/**
 * Stored passwords: hashed with a salt per user (PBKDF2 with HMAC-SHA-256, RFC 8018 §5.2), so a stolen table reveals no
 * password.
 */
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';

export interface PasswordHash {
  /** 16 bytes in hexadecimal. */
  readonly salt: string;
  /** 32 bytes in hexadecimal. */
  readonly hash: string;
}

/** Low, to keep the simulation fast. OWASP recommends 600,000 in production. */
const ITERATIONS = 1_000;

/** Memoised: hashing is pure and deliberately slow. */
const known = new Map<string, string>();
const KNOWN_MAX = 100;

export function isPassword(password: string, { salt, hash }: PasswordHash): boolean {
  return hashOf(password, salt) === hash;
}

function hashOf(password: string, salt: string): string {
  const name = `${salt} ${password}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const hash = hex.encode(pbkdf2(sha256, password, hex.decode(salt), { c: ITERATIONS, dkLen: 32 }));
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(name, hash);
  return hash;
}
