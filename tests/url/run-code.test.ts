import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { DELAY_US_MAX } from '../../src/simulation/validation/limits.ts';
import { type Json, pack } from '../../src/url/packed-json.ts';
import {
  BRANCHES_MAX,
  CODE_CHARACTERS_MAX,
  type CodedRun,
  decodeRun,
  encodeRun,
  LINK_CODE_CHARACTERS_MAX,
  pageLimits,
} from '../../src/url/run-code.ts';
import { runWords, wordsOfVersion } from '../../src/url/run-words.ts';
import { anyCodedRun, codeOf } from '../support/links.ts';
import { crash, whenAnswered } from '../support/scenario.ts';
import { anySchedule } from '../support/schedules.ts';

const decoded = vi.hoisted(() => ({ characters: 0 }));
vi.mock('@scure/base', async (importOriginal) => {
  const base = await importOriginal<typeof import('@scure/base')>();
  const decode = (code: string) => {
    decoded.characters += code.length;
    return base.base64urlnopad.decode(code);
  };
  return { ...base, base64urlnopad: { ...base.base64urlnopad, decode } };
});

const command = crash('server-1', whenAnswered('client/1'));

/** A run with one invalid command. */
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

/** Valid runs: changed lessons, and random ones, with all kinds of commands. */
const anyRun: fc.Arbitrary<CodedRun> = fc
  .tuple(
    fc.oneof(
      anyCodedRun,
      anySchedule.filter(({ scenario }) => checkScenario(scenario, pageLimits).length === 0),
    ),
    fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 3 }),
  )
  .map(([{ scenario, commands }, cuts]) => {
    const branches = cuts.map(([kept, left]) => [
      ...commands.slice(0, kept),
      ...commands.slice(left).reverse(),
    ]);
    return { scenario, commands, ...(branches.length > 0 && { branches }) };
  });

describe('the code of a run', () => {
  it('is decoded to the original run', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(read(written(run))).toEqual(run);
      }),
    );
  });

  it('can be in an address without escapes (RFC 3986 §2.3, unreserved)', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(written(run)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('is a version and packed JSON, with run words interned', () => {
    const [number, newShape, list, zero] = [(word: string) => runWords.indexOf(word), 0xf6, 0xd0, 0xa0];
    const named = (...names: readonly string[]) => [newShape, names.length, ...names.map(number)];
    expect([...Buffer.from(written({ scenario: base, commands: [command] }), 'base64url')]).toEqual([
      4,
      ...named('commands'),
      list + 1,
      ...named(...Object.keys(command)),
      ...Object.keys(command).flatMap((name) => {
        if (name === 'kind') return [number('crash')];
        if (name === 'node') return [number('server-1')];
        return [...named('request', 'at', 'offsetUs'), number('client/1'), number('answered'), zero];
      }),
    ]);
  });

  it('includes the other branches within a limit', () => {
    const later = crash('server-2', whenAnswered('client/2'));
    const branches = [[command, later], [later]];
    const run = { scenario: base, commands: [command], branches };
    expect(read(written(run))).toEqual(run);
    const many = Array.from({ length: 60 }, (_, index) => [
      crash('server-3', whenAnswered(`client/${index + 1}`)),
    ]);
    const short = encodeRun({ ...run, branches: many }, base, LINK_CODE_CHARACTERS_MAX);
    expect(read(short)).toEqual({ scenario: base, commands: [command] });
    expect(read(written({ ...run, branches: many }))).toEqual({ ...run, branches: many });
  });

  it('includes only the latest branches, if there are more than a reader accepts', () => {
    const branches = Array.from({ length: BRANCHES_MAX + 5 }, (_, index) => [
      crash('server-3', { request: 'client/1', at: 'sent', offsetUs: index }),
    ]);
    expect(read(written({ scenario: base, commands: [], branches }))).toEqual({
      scenario: base,
      commands: [],
      branches: branches.slice(5),
    });
  });

  it('keeps texts in any language', () => {
    const scenario = transportScenario({ script: [{ kind: 'request', text: '안녕하세요 👋' }] });
    expect(read(written({ scenario, commands: [] }))).toEqual({ scenario, commands: [] });
  });
});

describe('the words of runs', () => {
  it('keep their indices: links are kept for years', () => {
    expect(runWords).toHaveLength(new Set(runWords).size);
    expect([0, 11, 27, 42, 72, 117, 126].map((index) => runWords[index])).toEqual([
      'commands',
      'crash',
      'server-1',
      'client/1',
      'say',
      'strategy',
      'queueMax',
    ]);
    // Words that are spelled out get the indices after the dictionary's, so its length belongs to the version.
    expect([3, 4].map((version) => wordsOfVersion(version).length)).toEqual([124, 138]);
  });
});

describe('a code of the second version', () => {
  it('is migrated to its original meaning', () => {
    const code = codeOf({ v: 2, scenario: { servers: 2 }, commands: [command] });
    expect(read(code)).toEqual({ scenario: { ...base, servers: 2 }, commands: [command] });
  });
});

describe('a code of the first version', () => {
  it('is migrated to its original meaning', () => {
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

  it('without any field is the unchanged lesson', () => {
    expect(read(codeOf({ v: 1 }))).toEqual({ scenario: base, commands: [] });
  });
});

describe('an invalid run code', () => {
  /** A valid code in which a piece was removed, replaced or inserted. */
  const codes = fc.sample(anyRun, { numRuns: 200, seed: 1 }).map(written);
  const anyPut = fc.oneof(fc.string({ maxLength: 6 }), fc.base64String({ maxLength: 8 }));
  const anyMutation = fc
    .tuple(fc.constantFrom(...codes), fc.nat(), fc.nat({ max: 6 }), anyPut)
    .map(([code, place, cut, put]) => {
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
    fc
      .tuple(
        fc.nat(8),
        fc.dictionary(
          fc.constantFrom('scenario', 'commands', 'futures', '__proto__'),
          fc.oneof(fc.jsonValue(), fc.constant([[0], [1, command]])),
        ),
      )
      .map(([version, fields]) =>
        Buffer.from([version, ...pack(fields as Json, wordsOfVersion(version))]).toString('base64url'),
      ),
  );

  it('never throws: it is a problem, or a run that survives a round trip', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const decoded = read(code);
        if ('problem' in decoded) expect(['bad-run', 'later-version']).toContain(decoded.problem);
        else expect(read(written(decoded))).toEqual(decoded);
      }),
      { numRuns: 10_000 },
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
    [{ v: 2, futures: [] }],
    [{ v: 1, scenario: {} }],
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
  ])('is a problem when it contains %j', (value) => {
    expect(read(codeOf(value))).toEqual({ problem: 'bad-run' });
  });

  it('is a problem of its own kind when a later version wrote it, with any contents', () => {
    for (const value of [{ v: 3 }, { v: 99, commands: 'all' }]) {
      expect(read(codeOf(value))).toEqual({ problem: 'later-version' });
    }
    expect(read(Buffer.from([5, 1, 2, 3]).toString('base64url'))).toEqual({ problem: 'later-version' });
  });
});

describe('values that are nested', () => {
  const NESTED_MAX = 50;
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const tampering = (value: string) =>
    `{"v":2,"commands":[{"kind":"instruct","nodes":["client"],"instruction":{"kind":"tamper","tampering":` +
    `{"kind":"set-claim","claim":"role","value":${value}}},"moment":{"request":"client/1","at":"sent","offsetUs":0}}]}`;
  const codeOfText = (text: string) => Buffer.from(text).toString('base64url');

  it('are read and written as deep as commands can have them, also in other branches', () => {
    const run = read(codeOfText(tampering(nested(NESTED_MAX))));
    if ('problem' in run) throw new Error(run.problem);
    expect(read(written(run))).toEqual(run);
    const branch = { ...run, commands: [], branches: [run.commands] };
    expect(read(written(branch))).toEqual(branch);
  });

  it.each([NESTED_MAX + 1, 8_000, 200_000])('%i deep are a problem in a command', (depth) => {
    expect(read(codeOfText(tampering(nested(depth))))).toEqual({ problem: 'bad-run' });
  });

  it.each([
    ['the scenario', (deep: string) => `{"v":2,"scenario":{"servers":${deep}}}`],
    ['another kind of scenario', (deep: string) => `{"v":2,"scenario":{"kind":"transport","x":${deep}}}`],
    ['the commands', (deep: string) => `{"v":2,"commands":${deep}}`],
    ['a script', (deep: string) => `{"v":1,"script":${deep}}`],
    ['an unknown field', (deep: string) => `{"v":2,"x":${deep}}`],
    ['everything', (deep: string) => deep],
  ])('8,000 deep are a problem in %s', (_, textOf) => {
    expect(read(codeOfText(textOf(nested(8_000))))).toEqual({ problem: 'bad-run' });
  });
});

describe('the limits of a link', () => {
  it('of its length: ten million characters are refused at once', () => {
    const longest = 'A'.repeat(CODE_CHARACTERS_MAX);
    const decodedOf = (code: string) => {
      decoded.characters = 0;
      expect(read(code)).toEqual({ problem: 'bad-run' });
      return decoded.characters;
    };
    expect(decodedOf(longest)).toBe(CODE_CHARACTERS_MAX);
    expect(decodedOf('A'.repeat(10_000_000))).toBe(0);
  });

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
