/** What stands on a memory memory: in full while there is room, else a word each, and beyond that a number. */
import { expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { runOf } from '../support/run-of.ts';
import { scenario } from '../support/scenario.ts';

/** The chips on the only server's memory once so many customers have said what they want, one after the other. */
function chipsOfServer(customers: number): string[] {
  const said = [
    { kind: 'shop', said: { product: 'laptop' } },
    { kind: 'shop', said: { quantity: 2 } },
  ] as const;
  const given = scenario({ clients: [clients(said, { count: customers })], servers: 1 });
  const { steps, headsAt } = describeRun(runOf(given, []), phrasebook);
  const server = headsAt(steps.length - 1).find(({ participant }) => participant.role === 'server');
  return server?.chips.map(({ text }) => text) ?? [];
}

it('three sessions stand there with all that they know', () => {
  expect(chipsOfServer(1)).toEqual(['Laptop', '×2']);
  expect(chipsOfServer(3)).toEqual(['Laptop', '×2', 'Laptop', '×2', 'Laptop', '×2']);
});

it('of more than three each has a word, and those beyond six are counted', () => {
  expect(chipsOfServer(4)).toEqual(['Laptop', 'Laptop', 'Laptop', 'Laptop']);
  expect(chipsOfServer(9)).toEqual([...Array(6).fill('Laptop'), phrasebook.moreChips(3)]);
});
