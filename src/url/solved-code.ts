/**
 * A code that says which challenges were solved, how and when. Its checksum finds what was mistyped; whether a repair
 * holds, the reader of the code has judged again.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import type { Repair } from '../lab/repair/challenge.ts';
import { isRecord } from '../simulation/validation/is-record.ts';
import { type Json, pack, unpack } from './packed-json.ts';

export interface SolvedEntry {
  /** The ID of a challenge, or the code of one that a reader has made. */
  readonly challenge: string;
  /** Not checked where it comes from outside. */
  readonly repair: Repair;
  readonly stars: number;
  /** Minutes since 1970 (UTC). */
  readonly atMinutes: number;
}

export interface SolvedList {
  /** As its owner wrote it; can be empty. */
  readonly name: string;
  readonly solved: readonly SolvedEntry[];
}

export type SolvedCodeProblem = 'not-a-code' | 'mistyped' | 'later-version' | 'too-many';

export const NAME_CHARACTERS_MAX = 40;
/** Each one is judged by thousands of runs. There are far fewer challenges. */
export const SOLVED_MAX = 200;
const CODE_CHARACTERS_MAX = 200_000;
const PREFIX = 'repaired';
const VERSION = 1;
const CHECKSUM_BYTES = 4;

export function solvedCode({ name, solved }: SolvedList): string {
  const entries = solved.map(({ challenge, repair, stars, atMinutes }) => [
    challenge,
    repair,
    stars,
    atMinutes,
  ]);
  const packed = pack([name, entries] as unknown as Json, []);
  const bytes = Uint8Array.from([...packed, ...checksumOf(packed)]);
  return `${PREFIX}${VERSION}-${base64urlnopad.encode(bytes)}`;
}

/** Spaces and line breaks don't matter: messages break long words. Never throws. */
export function readSolvedCode(written: string): SolvedList | { readonly problem: SolvedCodeProblem } {
  const code = written.replaceAll(/\s/g, '');
  const [prefix, version] = /^repaired(\d{1,3})-/.exec(code) ?? [];
  if (prefix === undefined || code.length > CODE_CHARACTERS_MAX) return { problem: 'not-a-code' };
  if (Number(version) > VERSION) return { problem: 'later-version' };
  try {
    const bytes = base64urlnopad.decode(code.slice(prefix.length));
    const packed = bytes.subarray(0, -CHECKSUM_BYTES);
    const isWhole = checksumOf(packed).every((byte, index) => bytes[packed.length + index] === byte);
    const list = isWhole ? listOf(unpack(packed, [])) : null;
    if (list === null) return { problem: 'mistyped' };
    return list.solved.length > SOLVED_MAX ? { problem: 'too-many' } : list;
  } catch {
    return { problem: 'mistyped' };
  }
}

function checksumOf(bytes: Uint8Array): Uint8Array {
  return sha256(bytes).subarray(0, CHECKSUM_BYTES);
}

function listOf(value: Json): SolvedList | null {
  if (!Array.isArray(value)) return null;
  const [name, entries]: unknown[] = value;
  if (typeof name !== 'string' || !Array.isArray(entries)) return null;
  const solved = entries.map((each: unknown) => (Array.isArray(each) ? entryOf(each) : null));
  if (!solved.every((each) => each !== null)) return null;
  return { name: name.slice(0, NAME_CHARACTERS_MAX), solved: firstOfEach(solved) };
}

/** This page writes each challenge once, so another entry of one says nothing. */
function firstOfEach(solved: readonly SolvedEntry[]): readonly SolvedEntry[] {
  const seen = new Set<string>();
  return solved.filter(({ challenge }) => !seen.has(challenge) && seen.add(challenge));
}

function entryOf([challenge, repair, stars, atMinutes]: readonly unknown[]): SolvedEntry | null {
  return isSolvedEntry({ challenge, repair, stars, atMinutes })
    ? ({ challenge, repair, stars, atMinutes } as SolvedEntry)
    : null;
}

/** The last time that a date can have, in minutes (ECMA-262, time values). */
const MINUTES_MAX = 8.64e15 / 60_000;

export function isSolvedEntry(value: unknown): value is SolvedEntry {
  return (
    isRecord(value) &&
    typeof value.challenge === 'string' &&
    isRecord(value.repair) &&
    [1, 2, 3].includes(Number(value.stars)) &&
    Number.isSafeInteger(value.atMinutes) &&
    Number(value.atMinutes) >= 0 &&
    Number(value.atMinutes) <= MINUTES_MAX
  );
}
