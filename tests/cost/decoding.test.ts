/** The cost of what a link, a file or a storage holds: reading it never throws, and takes work in proportion to its size. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { createHistory } from '../../src/player/create-history.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { COMMANDS_MAX } from '../../src/simulation/scenario.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { type Json, pack, unpack } from '../../src/url/packed-json.ts';
import { BRANCHES_MAX, type CodedRun, decodeRun, encodeRun, pageLimits } from '../../src/url/run-code.ts';
import { readRunFile } from '../../src/url/run-file.ts';
import { wordsOfVersion } from '../../src/url/run-words.ts';
import { anyHostileSchedule } from '../support/hostile.ts';
import { codeOf } from '../support/links.ts';
import { crash, whenAnswered } from '../support/scenario.ts';
import { counted, countedList } from '../support/work.ts';

const base = clerk.scenario;

/** A scenario with a history of branches. Each shares some commands with the present ones. */
const anyHistory: fc.Arbitrary<CodedRun> = fc
  .tuple(anyHostileSchedule, fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }))
  .map(([{ scenario, commands }, others]) => ({
    scenario,
    commands,
    branches: others.map(([kept, left]) => [...commands.slice(0, kept), ...commands.slice(left)]),
  }));

/** Codes of every version: valid ones, damaged ones, any JSON, and any text. */
const anyCode: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(anyHistory, fc.nat(), fc.nat(255), fc.nat(3)).map(([run, at, byte, how]) => {
    const bytes = Buffer.from(encodeRun(run, base), 'base64url');
    const index = at % bytes.length;
    if (how === 1) bytes[index] = byte;
    if (how === 2) return bytes.subarray(0, index).toString('base64url');
    if (how === 3) return Buffer.concat([bytes, bytes.subarray(index)]).toString('base64url');
    return bytes.toString('base64url');
  }),
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4, 5), fc.json({ maxDepth: 6 }))
    .map(([version, json]) => codeOf({ v: version, ...Object(JSON.parse(json)) })),
  anyHistory.map(({ scenario, commands }) => codeOf({ v: 2, scenario, commands })),
  fc
    .tuple(fc.constantFrom(3, 4), fc.uint8Array({ maxLength: 400 }))
    .map(([version, bytes]) => Buffer.from([version, ...bytes]).toString('base64url')),
  fc
    .nat({ max: 9_000 })
    .map((depth) => Buffer.from(`{"v":2,"commands":${nested(depth)}}`).toString('base64url')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

function commandsOf(count: number): Command[] {
  return Array.from({ length: count }, (_, index) => crash('server-1', whenAnswered('client/1', index)));
}

describe('decoding', () => {
  it('never throws, and gives a run that passes the checks or a problem', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const run = decodeRun(code, base);
        if ('problem' in run) return;
        expect(checkScenario(run.scenario, pageLimits)).toEqual([]);
        for (const commands of [run.commands, ...(run.branches ?? [])]) {
          expect(commands.length).toBeLessThanOrEqual(COMMANDS_MAX);
        }
        expect(run.branches?.length ?? 0).toBeLessThanOrEqual(BRANCHES_MAX);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws for the text of a file', () => {
    const anyFile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.json(),
      fc
        .tuple(fc.webQueryParameters(), anyCode)
        .map(([query, code]) => JSON.stringify({ statescope: 1, link: `?${query}#run=${code}` })),
    );
    fc.assert(
      fc.property(anyFile, (text) => {
        const read = readRunFile(text);
        expect('link' in read || 'problem' in read).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('reads each packed byte a limited number of times', () => {
    const words = wordsOfVersion(4);
    const readsOf = (value: Json) => {
      const bytes = pack(value, words);
      const { items, reads } = countedList([...bytes]);
      // An array has what the reader uses of a byte array, except this.
      const view = Object.assign(items, { subarray: (from: number, to: number) => bytes.subarray(from, to) });
      unpack(view as unknown as Uint8Array, words);
      return { reads: reads(), size: bytes.length };
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const { reads, size } = readsOf(value as Json);
        expect(reads).toBeLessThanOrEqual(3 * size + 3);
      }),
    );
  });
});

describe('checking and keeping a history', () => {
  it('takes less than four times the work for twice the commands', () => {
    const workOf = (count: number) => {
      const { value, reads } = counted(commandsOf(count));
      expect(checkCommands(value, base)).toEqual([]);
      return reads();
    };
    for (const count of [10, 50, COMMANDS_MAX / 2]) {
      expect(workOf(2 * count)).toBeLessThan(2.5 * workOf(count));
    }
  });

  it('takes less than four times the work for twice the branches', () => {
    const commands = commandsOf(40);
    const workOf = (count: number) => {
      const branches = Array.from({ length: count }, (_, index) => [
        ...commands,
        crash('server-2', whenAnswered('client/1', index)),
      ]);
      const { value, reads } = counted(branches);
      expect(createHistory(commands, value).all.length).toBeGreaterThan(count);
      return reads();
    };
    for (const count of [20, 100, BRANCHES_MAX / 2]) {
      expect(workOf(2 * count)).toBeLessThan(2.5 * workOf(count));
    }
  });

  it('takes less than four times the work for a scenario with twice the lines', () => {
    const [group] = base.kind === 'cluster' ? base.clients : [];
    const workOf = (count: number) => {
      const script = Array.from({ length: count }, () => ({ kind: 'visit' }));
      const { value, reads } = counted({ ...base, clients: [{ ...group, script }] });
      expect(checkScenario(value, pageLimits)).toEqual([]);
      return reads();
    };
    for (const count of [50, 200, 500]) expect(workOf(2 * count)).toBeLessThan(2.5 * workOf(count));
  });
});
