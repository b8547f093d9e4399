import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clerk } from '../../src/lessons/clerk.ts';
import { type CodedRun, decodeRun, encodeRun, pageLimits } from '../../src/share/run-code.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { DELAY_US_MAX } from '../../src/simulation/validation/limits.ts';
import { anyCodedRun, codeOf } from '../support/links.ts';
import { crash, whenAnswered } from '../support/scenario.ts';
import { anySchedule } from '../support/schedules.ts';

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

const base = clerk.scenario;
const read = (code: string) => decodeRun(code, base);
const written = (run: CodedRun) => encodeRun(run, base);

/** Runs that a page takes: of lessons that somebody changed, and any others, with all kinds of commands. */
const anyRun: fc.Arbitrary<CodedRun> = fc.oneof(
  anyCodedRun,
  anySchedule.filter(({ scenario }) => checkScenario(scenario, pageLimits).length === 0),
);

describe('the code of a run', () => {
  it('is read back as what it was made of', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(read(written(run))).toEqual(run);
      }),
    );
  });

  it('may stand in the address as it is (RFC 3986 §2.3, unreserved)', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(written(run)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('is base64url of JSON with a version, as other tools read it', () => {
    const code = written({ scenario: { ...base, servers: 2 }, commands: [command] });
    const json = Buffer.from(code, 'base64url').toString();
    expect(JSON.parse(json)).toEqual({ v: 2, scenario: { servers: 2 }, commands: [command] });
  });

  it('says what is written in any language', () => {
    const scenario = transportScenario({ script: [{ kind: 'request', text: '안녕하세요 👋' }] });
    expect(read(written({ scenario, commands: [] }))).toEqual({ scenario, commands: [] });
  });
});

describe('a code of the first version', () => {
  it('is read as what it meant', () => {
    const script = [{ product: 'americano' }, { kind: 'log-in', user: 'mina' }];
    expect(read(codeOf({ v: 1, balancing: 'round-robin', script, commands: [command] }))).toEqual({
      scenario: {
        ...base,
        balancing: 'round-robin',
        clients: [
          {
            ...base.clients[0],
            script: [
              { kind: 'shop', said: { product: 'americano' } },
              { kind: 'log-in', user: 'mina' },
            ],
          },
        ],
      },
      commands: [command],
    });
  });

  it('without anything is the lesson as it is', () => {
    expect(read(codeOf({ v: 1 }))).toEqual({ scenario: base, commands: [] });
  });
});

describe('a code that is no run', () => {
  /** A valid code in which a piece was cut out, replaced or put in. */
  const anyMutation = fc
    .tuple(anyRun, fc.nat(), fc.nat({ max: 6 }), fc.string({ maxLength: 6 }))
    .map(([run, place, cut, put]) => {
      const code = written(run);
      const at = place % (code.length + 1);
      return code.slice(0, at) + put + code.slice(at + cut);
    });
  const anyCode = fc.oneof(
    anyMutation,
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.jsonValue().map(codeOf),
    fc
      .dictionary(
        fc.constantFrom('v', 'scenario', 'balancing', 'script', 'commands', '__proto__'),
        fc.jsonValue(),
      )
      .map((fields) => codeOf({ v: 2, ...fields })),
  );

  it('never throws: it is a problem, or a run that is read back the same', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const decoded = read(code);
        if ('problem' in decoded) expect(['bad-run', 'later-version']).toContain(decoded.problem);
        else expect(read(written(decoded))).toEqual(decoded);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['', '!', 'null', '한글', '%', 'eyJ2IjoxfQ==x'])('is a problem when it is %j', (code) => {
    expect(read(code)).toEqual({ problem: 'bad-run' });
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
    [{ v: 2, scenario: [] }],
    [{ v: 2, scenario: { servers: 10 } }],
    [{ v: 2, scenario: { color: 'red' } }],
    [{ v: 2, scenario: { kind: 'transport' } }],
    [{ v: 2, scenario: { clients: [{ ...base.clients[0], count: 41 }] } }],
    [{ v: 2, scenario: { clients: [{ ...base.clients[0], repeats: 10_000 }] } }],
    [{ v: 2, balancing: 'first' }],
    [withLine({ product: 'phone' })],
    [withLine({ payment: 'cheque' })],
    [withLine({ quantity: 0 })],
    [withLine({ quantity: 100 })],
    [withLine({ quantity: 1.5 })],
    [withLine({ product: 'laptop', priceWon: 1 })],
    [withCommand({ kind: 'explode' })],
    [withCommand({ node: 'server-0' })],
    [withCommand({ node: 'server-10' })],
    [withCommand({ node: 'client-2' })],
    [withCommand({ node: 1 })],
    [withMoment({ request: 'client/0' })],
    [withMoment({ request: 'server-1/1' })],
    [withMoment({ at: 'lost' })],
    [withMoment({ offsetUs: -1 })],
    [withMoment({ offsetUs: 0.5 })],
    [withMoment({ offsetUs: '0' })],
  ])('is a problem when it says %j', (value) => {
    expect(read(codeOf(value))).toEqual({ problem: 'bad-run' });
  });

  it('is a problem of its own when a later version wrote it, whatever it says', () => {
    for (const value of [{ v: 3 }, { v: 99, commands: 'all' }]) {
      expect(read(codeOf(value))).toEqual({ problem: 'later-version' });
    }
  });
});

describe('the limits of a link', () => {
  const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
  const isRead = (value: unknown) => !('problem' in read(codeOf(value)));

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
    ['as long as any', DELAY_US_MAX, true],
    ['a microsecond more', DELAY_US_MAX + 1, false],
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
