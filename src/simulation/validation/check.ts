/**
 * Checks of plain data, put together from small ones. What is wrong is a value: the field, and what is allowed there,
 * in codes that a phrasebook can put into words.
 */
import { NESTING_MAX } from './limits.ts';

type Allowed =
  | { readonly kind: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'one-of'; readonly values: readonly Scalar[] }
  | { readonly kind: 'text'; readonly lengthMax: number }
  | { readonly kind: 'list'; readonly min: number; readonly max: number }
  /** An object, with these members. */
  | { readonly kind: 'object'; readonly members: readonly string[] }
  /** There is no such field. */
  | { readonly kind: 'nothing' }
  /** The name of a node that this cluster has, or could have under another strategy. */
  | { readonly kind: 'known-node' }
  /** The name of one of so many clients. */
  | { readonly kind: 'known-client'; readonly clients: number }
  /** A request of one of so many clients. */
  | { readonly kind: 'known-request'; readonly clients: number }
  /** Two different nodes. */
  | { readonly kind: 'different-nodes' }
  /** Not more, together with the other fields of this name. */
  | { readonly kind: 'sum'; readonly max: number }
  /** Anything that is plain data. */
  | { readonly kind: 'plain-data' };

type Scalar = string | number | boolean | null;

export interface Problem {
  /** Where: `timing.healthIntervalUs`, `clients[0].script[2].to`; empty for the whole. */
  readonly field: string;
  readonly allowed: Allowed;
}

/** Adds to `problems` what is wrong with `value`, which stands at `field`. */
export type Check = (value: unknown, field: string, problems: Problem[]) => void;

/** A check for each member, so that one that is added to the type does not compile until it is checked, too. */
export type ChecksOf<Type> = { readonly [Member in keyof Type]-?: Check };

export function problemsOf(value: unknown, check: Check): Problem[] {
  const problems: Problem[] = [];
  check(value, '', problems);
  return problems;
}

export function wholeNumber(min: number, max: number): Check {
  return (value, field, problems) => {
    const isFit = Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
    if (!isFit) problems.push({ field, allowed: { kind: 'whole-number', min, max } });
  };
}

export function oneOf(values: readonly Scalar[]): Check {
  return (value, field, problems) => {
    if (!values.some((each) => each === value)) problems.push({ field, allowed: { kind: 'one-of', values } });
  };
}

export const flag: Check = oneOf([true, false]);

export function text(lengthMax: number): Check {
  return (value, field, problems) => {
    if (typeof value === 'string' && value.length <= lengthMax) return;
    problems.push({ field, allowed: { kind: 'text', lengthMax } });
  };
}

export const plainData: Check = (value, field, problems) => {
  if (!isPlain(value, NESTING_MAX)) problems.push({ field, allowed: { kind: 'plain-data' } });
};

/** Whether the value can be JSON. The recursion ends at the limit, so it takes any value. */
function isPlain(value: unknown, depthMax: number): boolean {
  if (typeof value !== 'object') return ['string', 'number', 'boolean'].includes(typeof value);
  return (
    value === null || (depthMax > 0 && Object.values(value).every((each) => isPlain(each, depthMax - 1)))
  );
}

export function optional(check: Check): Check {
  return (value, field, problems) => {
    if (value !== undefined) check(value, field, problems);
  };
}

export function orNull(check: Check): Check {
  return (value, field, problems) => {
    if (value !== null) check(value, field, problems);
  };
}

/** Each check in turn, until one objects. */
export function inTurn(...checks: readonly Check[]): Check {
  return (value, field, problems) => {
    const before = problems.length;
    for (const check of checks) {
      if (problems.length > before) return;
      check(value, field, problems);
    }
  };
}

/** An array of so many. A problem of its length is told, and then nothing of what is in it. */
export function list(check: Check, { min, max }: { readonly min: number; readonly max: number }): Check {
  return (value, field, problems) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      problems.push({ field, allowed: { kind: 'list', min, max } });
      return;
    }
    for (let index = 0; index < value.length; index += 1) check(value[index], `${field}[${index}]`, problems);
  };
}

/** An object with these members and no others. */
export function object(checks: Readonly<Record<string, Check>>): Check {
  const members = Object.keys(checks);
  return (value, field, problems) => {
    if (!isRecord(value)) {
      problems.push({ field, allowed: { kind: 'object', members } });
      return;
    }
    for (const member of members) checks[member]?.(value[member], memberOf(field, member), problems);
    for (const member of Object.keys(value)) {
      if (!members.includes(member)) {
        problems.push({ field: memberOf(field, member), allowed: { kind: 'nothing' } });
      }
    }
  };
}

/** A tagged union: what else there is depends on `kind`. */
export function tagged(checks: Readonly<Record<string, Readonly<Record<string, Check>>>>): Check {
  const kinds = Object.keys(checks);
  const kind = oneOf(kinds);
  const byKind = new Map(kinds.map((each) => [each, object({ kind, ...checks[each] })]));
  return (value, field, problems) => {
    const check = isRecord(value) && typeof value.kind === 'string' ? byKind.get(value.kind) : undefined;
    if (check !== undefined) check(value, field, problems);
    else if (isRecord(value)) kind(value.kind, memberOf(field, 'kind'), problems);
    else problems.push({ field, allowed: { kind: 'object', members: ['kind'] } });
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function memberOf(field: string, member: string): string {
  return field === '' ? member : `${field}.${member}`;
}
