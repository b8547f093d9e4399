/**
 * Passwords as a database keeps them: hashed with a salt of their own (PBKDF2 with HMAC-SHA-256, RFC 8018 §5.2). Whoever
 * steals the table has no password yet.
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

/** For show. In earnest the work is to be hard: OWASP asks for 600,000. */
const ITERATIONS = 1_000;

/** Hashing is a pure function and slow on purpose: its last results are kept. */
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
