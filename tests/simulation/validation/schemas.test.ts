/** The JSON Schema of each kind of check, written by hand: what a check accepts, its schema accepts as well. */
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Check,
  flag,
  inTurn,
  list,
  object,
  oneOf,
  optional,
  orNull,
  plainData,
  problemsOf,
  schemaOf,
  tagged,
  text,
  wholeNumber,
} from '../../../src/simulation/validation/check.ts';

const small = wholeNumber(-2, 9);
const smallSchema = { type: 'integer', minimum: -2, maximum: 9 };
const two = object({ one: small, other: optional(text(3)) });
const shapes = { circle: { radius: small }, point: {} };

const schemas: readonly (readonly [name: string, check: Check, schema: object])[] = [
  ['a whole number', small, smallSchema],
  ['one of some values', oneOf(['a', 1, null]), { enum: ['a', 1, null] }],
  ['a flag', flag, { enum: [true, false] }],
  ['a text', text(3), { type: 'string', maxLength: 3 }],
  ['any plain data', plainData, {}],
  ['a value or null', orNull(small), { anyOf: [{ type: 'null' }, smallSchema] }],
  ['a value with further rules', inTurn(small, () => {}), smallSchema],
  [
    'a list',
    list(small, { min: 1, max: 2 }),
    { type: 'array', items: smallSchema, minItems: 1, maxItems: 2 },
  ],
  [
    'an object',
    two,
    {
      type: 'object',
      properties: { one: smallSchema, other: { type: 'string', maxLength: 3 } },
      required: ['one'],
      additionalProperties: false,
    },
  ],
  [
    'a tagged union',
    tagged(shapes),
    {
      oneOf: [
        {
          type: 'object',
          properties: { kind: { enum: ['circle'] }, radius: smallSchema },
          required: ['kind', 'radius'],
          additionalProperties: false,
        },
        {
          type: 'object',
          properties: { kind: { enum: ['point'] } },
          required: ['kind'],
          additionalProperties: false,
        },
      ],
    },
  ],
];

const anyScalar = fc.oneof(
  fc.integer({ min: -5, max: 12 }),
  fc.double(),
  fc.constantFrom('a', 'abc', 'abcd', '', null, true, false),
);
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyScalar,
  fc.array(anyScalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('one', 'other', 'kind', 'radius', 'more'), anyScalar),
  fc.record({ one: anyScalar, other: anyScalar }, { requiredKeys: ['one'] }),
  fc.record(
    { kind: fc.constantFrom('circle', 'point', 'square'), radius: anyScalar },
    { requiredKeys: ['kind'] },
  ),
);

describe('the JSON Schema of a check', () => {
  it.each(schemas)('describes %s', (_, check, schema) => {
    expect(schemaOf(check)).toEqual(schema);
  });

  it.each(schemas)('accepts exactly what the check accepts: %s', (_, check, schema) => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(problemsOf(value, check).length === 0).toBe(validate(value));
      }),
      { numRuns: 200 },
    );
  });

  it('exists for every check that is published', () => {
    expect(() => schemaOf(() => {})).toThrow('withSchema');
  });
});

describe('a check', () => {
  it('names the member that is wrong, and what would be right', () => {
    const problems = (value: unknown) =>
      problemsOf(value, two).map(({ field, allowed }) => `${field} ${allowed.kind}`);
    expect(problems({ one: 1, other: 'abc' })).toEqual([]);
    expect(problems({ one: 10, other: 'abcd', more: 1 })).toEqual([
      'one whole-number',
      'other text',
      'more nothing',
    ]);
    expect(problems([])).toEqual([' object']);
    expect(problemsOf([1, 10], list(small, { min: 1, max: 2 })).map(({ field }) => field)).toEqual(['[1]']);
    const listOfTwo = object({ all: list(two, { min: 0, max: 9 }) });
    expect(problemsOf({ all: [{ one: 1 }, { one: 'x' }] }, listOfTwo).map(({ field }) => field)).toEqual([
      'all[1].one',
    ]);
  });

  it('doesn’t look into a list of a wrong length', () => {
    expect(problemsOf(['x', 'x', 'x'], list(small, { min: 1, max: 2 }))).toEqual([
      { field: '', allowed: { kind: 'list', min: 1, max: 2 } },
    ]);
  });

  it('applies further rules only to what keeps the first one', () => {
    const even = inTurn(small, (value, field, problems) => {
      if (Number(value) % 2 !== 0) problems.push({ field, allowed: { kind: 'plain-data' } });
    });
    const kinds = (value: unknown) => problemsOf(value, even).map(({ allowed }) => allowed.kind);
    expect([kinds(2), kinds(3), kinds(11)]).toEqual([[], ['plain-data'], ['whole-number']]);
  });

  it('asks a tagged union for its kind first', () => {
    const problems = (value: unknown) => problemsOf(value, tagged(shapes));
    const kinds = { kind: 'one-of', values: ['circle', 'point'] };
    expect(problems({ kind: 'square' })).toEqual([{ field: 'kind', allowed: kinds }]);
    expect(problems({ kind: 1 })).toEqual([{ field: 'kind', allowed: kinds }]);
    expect(problems('circle')).toEqual([{ field: '', allowed: { kind: 'object', members: ['kind'] } }]);
    expect(problems({ kind: 'circle', radius: 99 }).map(({ field }) => field)).toEqual(['radius']);
  });

  it('of plain data refuses what JSON lacks, and what is nested too deeply', () => {
    const isPlain = (value: unknown) => problemsOf(value, plainData).length === 0;
    expect([1, 'a', true, null, {}, [], { a: [{ b: null }] }].every(isPlain)).toBe(true);
    expect([undefined, () => {}, Symbol('a'), 1n, { a: undefined }, [() => {}]].some(isPlain)).toBe(false);
    let deep: unknown = 1;
    for (let level = 0; level < 100; level += 1) deep = [deep];
    expect(isPlain(deep)).toBe(false);
  });
});
