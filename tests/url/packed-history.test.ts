import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { createHistory } from '../../src/player/create-history.ts';
import {
  appendUnchecked,
  nextBranch,
  presentBranch,
  type RunHistory,
  redo,
  remove,
  undo,
} from '../../src/player/history.ts';
import { packHistory, unpackHistory } from '../../src/url/packed-history.ts';
import { crash, whenAnswered } from '../support/scenario.ts';

const { scenario } = clerk;

const command = (offsetUs: number) => crash('server-1', { ...whenAnswered('client/1'), offsetUs });

/** What a reader does: a command on the present branch, or a move between branches. */
const anyMove = fc.oneof(
  fc.nat(9).map((offsetUs) => (history: RunHistory) => {
    const { commands } = history.all.find(({ id }) => id === history.present) ?? { commands: [] };
    return appendUnchecked(history, [...commands, command(offsetUs)]);
  }),
  fc.constantFrom(undo, redo, (history: RunHistory) => ({ ...history, present: nextBranch(history) })),
  fc.constant((history: RunHistory) => remove(history, history.present)),
);

const anyHistory = fc
  .array(anyMove, { maxLength: 30 })
  .map((moves) => moves.reduce((history, move) => move(history), createHistory([])));

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('packed branches', () => {
  it('are the same branches once unpacked', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const unpacked = unpackHistory(asStored(packHistory(history)), scenario);
        // A removal can be undone only until the page is left.
        expect(unpacked).toEqual({ ...history, removed: [] });
      }),
    );
  });

  it('take little room: 400 futures of up to 100 commands each fit 100 kB', () => {
    const commands = Array.from({ length: 100 }, (_, index) => command(index));
    const others = Array.from({ length: 400 }, (_, index) => [
      ...commands.slice(0, 99),
      command(1_000 + index),
    ]);
    expect(JSON.stringify(packHistory(createHistory(commands, others))).length).toBeLessThan(100_000);
  });

  it('are read without those that don’t fit the scenario, and Undo leads past them', () => {
    const strange = crash('client-2', whenAnswered('client-2/1'));
    const [first, second] = [[command(1)], [command(1), strange]];
    let history = createHistory(first);
    for (const commands of [second, [...second, command(2)], [command(1), command(3)]]) {
      history = appendUnchecked(history, commands);
    }
    const read = unpackHistory(asStored(packHistory(history)), scenario);
    expect(read?.all.map(({ commands }) => commands)).toEqual([[], first, [command(1), command(3)]]);
    expect(read && presentBranch(undo(read)).commands).toEqual(first);
    // Of another version: no such command exists here.
    const dancing = { ...packHistory(createHistory(first)), commands: [{ ...command(1), kind: 'dance' }] };
    expect(unpackHistory(asStored(dancing), scenario)).toMatchObject({ all: [{ id: 0, commands: [] }] });
  });

  it('are refused without an exception when anything in them is changed', () => {
    const packed = packHistory(createHistory([command(1), command(2)], [[command(3)]]));
    const faults: unknown[] = [
      null,
      [],
      { ...packed, present: 99 },
      { ...packed, nextId: 1 },
      { ...packed, commands: [] },
      { ...packed, branches: [] },
      { ...packed, branches: [...packed.branches, packed.branches[0]] },
      { ...packed, branches: [[0, 7, null, 0]] },
      { ...packed, branches: [[0, null, null, 5]] },
      { ...packed, branches: [[0, null, null, 0, ...Array.from({ length: 500 }, () => 0)]] },
    ];
    for (const fault of faults) expect(unpackHistory(fault, scenario), JSON.stringify(fault)).toBeNull();
  });
});
