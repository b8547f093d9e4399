/**
 * Composable checks of plain data. A problem is a value: the field, and what is allowed there, as codes that a
 * phrasebook words.
 */
import { isRecord } from './is-record.ts';
import { NESTING_MAX } from './limits.ts';

type Allowed =
  | { readonly kind: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'one-of'; readonly values: readonly Scalar[] }
  | { readonly kind: 'text'; readonly lengthMax: number }
  | { readonly kind: 'list'; readonly min: number; readonly max: number }
  /** An object with these members. */
  | { readonly kind: 'object'; readonly members: readonly string[] }
  /** There's no such field. */
  | { readonly kind: 'nothing' }
  /** The name of a node that this cluster has, or could have under another strategy. */
  | { readonly kind: 'known-node' }
  /** The name of one of `clients` clients. */
  | { readonly kind: 'known-client'; readonly clients: number }
  /** A request of one of `clients` clients. */
  | { readonly kind: 'known-request'; readonly clients: number }
  /** Two different nodes. */
  | { readonly kind: 'different-nodes' }
  /** An upper bound for the sum of the fields with this name. */
  | { readonly kind: 'sum'; readonly max: number }
  /** Any plain data. */
  | { readonly kind: 'plain-data' };

type Scalar = string | number | boolean | null;

export interface Problem {
  /** Path: `timing.healthIntervalUs`, `clients[0].script[2].to`; empty for the whole. */
  readonly field: string;
  readonly allowed: Allowed;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Check {
  /** Adds to `problems` what is wrong with `value`, the value of `field`. */
  (value: unknown, field: string, problems: Problem[]): void;
  /** The same rule as JSON Schema, for the published schema of scenario files. It's looser where values depend on others. */
  readonly schema?: () => JsonSchema;
  /** Whether an object can be without this member. */
  readonly isOptional?: boolean;
}

type Rule = (value: unknown, field: string, problems: Problem[]) => void;

export function withSchema(rule: Rule, schema: () => JsonSchema): Check {
  return Object.assign(rule, { schema });
}

/** @throws When the check has no schema. */
export function schemaOf({ schema }: Check): JsonSchema {
  if (schema === undefined) throw new Error('A check has no JSON schema. Use withSchema.');
  return schema();
}

/** A check per member. A member added to the type doesn't compile until it has a check. */
export type ChecksOf<Type> = { readonly [Member in keyof Type]-?: Check };

export function problemsOf(value: unknown, check: Check): Problem[] {
  const problems: Problem[] = [];
  check(value, '', problems);
  return problems;
}

export function wholeNumber(min: number, max: number): Check {
  return withSchema(
    (value, field, problems) => {
      const isFit = Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
      if (!isFit) problems.push({ field, allowed: { kind: 'whole-number', min, max } });
    },
    () => ({ type: 'integer', minimum: min, maximum: max }),
  );
}

export function oneOf(values: readonly Scalar[]): Check {
  return withSchema(
    (value, field, problems) => {
      if (!values.some((each) => each === value)) {
        problems.push({ field, allowed: { kind: 'one-of', values } });
      }
    },
    () => ({ enum: values }),
  );
}

export const flag: Check = oneOf([true, false]);

export function text(lengthMax: number): Check {
  return withSchema(
    (value, field, problems) => {
      if (typeof value === 'string' && value.length <= lengthMax) return;
      problems.push({ field, allowed: { kind: 'text', lengthMax } });
    },
    () => ({ type: 'string', maxLength: lengthMax }),
  );
}

export const plainData: Check = withSchema(
  (value, field, problems) => {
    if (!isPlain(value, NESTING_MAX)) problems.push({ field, allowed: { kind: 'plain-data' } });
  },
  () => ({}),
);

/** Whether the value can be JSON. The recursion is bounded, so any value is accepted. */
function isPlain(value: unknown, depthMax: number): boolean {
  if (typeof value !== 'object') return ['string', 'number', 'boolean'].includes(typeof value);
  return (
    value === null || (depthMax > 0 && Object.values(value).every((each) => isPlain(each, depthMax - 1)))
  );
}

export function optional(check: Check): Check {
  const rule: Rule = (value, field, problems) => {
    if (value !== undefined) check(value, field, problems);
  };
  return Object.assign(
    withSchema(rule, () => schemaOf(check)),
    { isOptional: true },
  );
}

export function orNull(check: Check): Check {
  return withSchema(
    (value, field, problems) => {
      if (value !== null) check(value, field, problems);
    },
    () => ({ anyOf: [{ type: 'null' }, schemaOf(check)] }),
  );
}

/** Each check in turn, until one reports a problem. */
export function inTurn(first: Check, ...others: readonly Rule[]): Check {
  return withSchema(
    (value, field, problems) => {
      const before = problems.length;
      for (const check of [first, ...others]) {
        if (problems.length > before) return;
        check(value, field, problems);
      }
    },
    () => schemaOf(first),
  );
}

/** An array with `min` to `max` items. With a wrong length, its items aren't checked. */
export function list(check: Check, { min, max }: { readonly min: number; readonly max: number }): Check {
  return withSchema(
    (value, field, problems) => {
      if (!Array.isArray(value) || value.length < min || value.length > max) {
        problems.push({ field, allowed: { kind: 'list', min, max } });
        return;
      }
      for (let index = 0; index < value.length; index += 1) {
        check(value[index], `${field}[${index}]`, problems);
      }
    },
    () => ({ type: 'array', items: schemaOf(check), minItems: min, maxItems: max }),
  );
}

/** An object with exactly these members. */
export function object(checks: Readonly<Record<string, Check>>): Check {
  const members = Object.keys(checks);
  return withSchema(
    (value, field, problems) => {
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
    },
    () => ({
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(checks).map(([member, check]) => [member, schemaOf(check)]),
      ),
      required: members.filter((member) => checks[member]?.isOptional !== true),
      additionalProperties: false,
    }),
  );
}

/** A tagged union: the other members depend on `kind`. */
export function tagged(checks: Readonly<Record<string, Readonly<Record<string, Check>>>>): Check {
  const kinds = Object.keys(checks);
  const kind = oneOf(kinds);
  const objectOf = (each: string) => object({ kind: oneOf([each]), ...checks[each] });
  const byKind = new Map(kinds.map((each) => [each, object({ kind, ...checks[each] })]));
  return withSchema(
    (value, field, problems) => {
      const check = isRecord(value) && typeof value.kind === 'string' ? byKind.get(value.kind) : undefined;
      if (check !== undefined) check(value, field, problems);
      else if (isRecord(value)) kind(value.kind, memberOf(field, 'kind'), problems);
      else problems.push({ field, allowed: { kind: 'object', members: ['kind'] } });
    },
    () => ({ oneOf: kinds.map((each) => schemaOf(objectOf(each))) }),
  );
}

export function memberOf(field: string, member: string): string {
  return field === '' ? member : `${field}.${member}`;
}
