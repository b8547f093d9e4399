import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRun, encodeRun } from '../../src/share/run-code.ts';
import { anyRunChange, codeOf } from '../support/links.ts';
import { crash, whenAnswered } from '../support/scenario.ts';

const command = crash('server-1', whenAnswered('client/1'));

/** A run of which one command is not as it should be. */
function withCommand(changes: object): unknown {
  return { v: 1, commands: [{ ...command, ...changes }] };
}

function withMoment(changes: object): unknown {
  return withCommand({ moment: { ...command.moment, ...changes } });
}

function withLine(line: object): unknown {
  return { v: 1, script: [line], commands: [] };
}

describe('the code of a run', () => {
  it('is read back as what it was made of', () => {
    fc.assert(
      fc.property(anyRunChange, (change) => {
        expect(decodeRun(encodeRun(change))).toEqual(change);
      }),
    );
  });

  it('may stand in the address as it is (RFC 3986 §2.3, unreserved)', () => {
    fc.assert(
      fc.property(anyRunChange, (change) => {
        expect(encodeRun(change)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('is base64url of JSON with a version, as other tools read it', () => {
    const json = Buffer.from(encodeRun({ commands: [command] }), 'base64url').toString();
    expect(JSON.parse(json)).toEqual({ v: 1, commands: [command] });
  });

  it('without commands is a run without commands', () => {
    expect(decodeRun(codeOf({ v: 1, balancing: 'round-robin' }))).toEqual({
      balancing: 'round-robin',
      commands: [],
    });
  });
});

describe('a code that is no run', () => {
  /** A valid code in which a piece was cut out, replaced or put in. */
  const anyMutation = fc
    .tuple(anyRunChange, fc.nat(), fc.nat({ max: 6 }), fc.string({ maxLength: 6 }))
    .map(([change, place, cut, put]) => {
      const code = encodeRun(change);
      const at = place % (code.length + 1);
      return code.slice(0, at) + put + code.slice(at + cut);
    });
  const anyCode = fc.oneof(
    anyMutation,
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.jsonValue().map(codeOf),
    fc
      .dictionary(fc.constantFrom('v', 'balancing', 'script', 'commands', '__proto__'), fc.jsonValue())
      .map((fields) => codeOf({ v: 1, ...fields })),
  );

  it('never throws: it is a problem, or a run that is read back the same', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const decoded = decodeRun(code);
        if ('problem' in decoded) expect(['bad-run', 'later-version']).toContain(decoded.problem);
        else expect(decodeRun(encodeRun(decoded))).toEqual(decoded);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['', '!', 'null', '한글', '%', 'eyJ2IjoxfQ==x'])('is a problem when it is %j', (code) => {
    expect(decodeRun(code)).toEqual({ problem: 'bad-run' });
  });

  it.each([
    [null],
    [1],
    [[]],
    [{}],
    [{ v: 0, commands: [] }],
    [{ v: 1.5, commands: [] }],
    [{ v: '1', commands: [] }],
    [{ v: 1, commands: {} }],
    [{ v: 1, commands: [], seed: 1 }],
    [{ v: 1, commands: [], balancing: 'random' }],
    [{ v: 1, commands: [], script: [] }],
    [withLine({ product: 'phone' })],
    [withLine({ payment: 'cheque' })],
    [withLine({ quantity: 0 })],
    [withLine({ quantity: 100 })],
    [withLine({ quantity: 1.5 })],
    [withLine({ product: 'laptop', priceWon: 1 })],
    [withCommand({ kind: 'explode' })],
    [withCommand({ node: 'server-0' })],
    [withCommand({ node: 'server-10' })],
    [withCommand({ node: 'client' })],
    [withCommand({ node: 1 })],
    [withMoment({ request: 'client/0' })],
    [withMoment({ request: 'server-1/1' })],
    [withMoment({ at: 'lost' })],
    [withMoment({ offsetUs: -1 })],
    [withMoment({ offsetUs: 0.5 })],
    [withMoment({ offsetUs: '0' })],
  ])('is a problem when it says %j', (value) => {
    expect(decodeRun(codeOf(value))).toEqual({ problem: 'bad-run' });
  });

  it('is a problem of its own when a later version wrote it, whatever it says', () => {
    for (const value of [{ v: 2 }, { v: 99, commands: 'all' }]) {
      expect(decodeRun(codeOf(value))).toEqual({ problem: 'later-version' });
    }
  });
});

describe('the limits of a link', () => {
  const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
  const isRead = (value: unknown) => !('problem' in decodeRun(codeOf(value)));

  it.each([
    ['1,000 lines', 1_000, true],
    ['1,001 lines', 1_001, false],
  ])('of a script: %s', (_, count, expected) => {
    expect(isRead({ v: 1, script: times(count, { product: 'laptop' }) })).toBe(expected);
  });

  it.each([
    ['200', 200, true],
    ['201', 201, false],
  ])('of the commands: %s', (_, count, expected) => {
    expect(isRead({ v: 1, commands: times(count, command) })).toBe(expected);
  });

  it.each([
    ['an hour', 3_600_000_000, true],
    ['a microsecond more', 3_600_000_001, false],
  ])('of the time after a landmark: %s', (_, offsetUs, expected) => {
    expect(isRead(withMoment({ offsetUs }))).toBe(expected);
  });

  it.each([
    ['99', 99, true],
    ['100', 100, false],
  ])('of a quantity: %s', (_, quantity, expected) => {
    expect(isRead(withLine({ quantity }))).toBe(expected);
  });
});
