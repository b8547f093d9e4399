/** Chips in a head's memory: complete while they fit, then one word each, then only a number. */
import { expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { runOf } from '../support/run-of.ts';
import { scenario } from '../support/scenario.ts';

/** Chips in the only server's memory after this many customers have named a product. */
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

it('three sessions are shown completely', () => {
  expect(chipsOfServer(1)).toEqual(['Laptop', '×2']);
  expect(chipsOfServer(3)).toEqual(['Laptop', '×2', 'Laptop', '×2', 'Laptop', '×2']);
});

it('more than three are one word each, and those beyond six are counted', () => {
  expect(chipsOfServer(4)).toEqual(['Laptop', 'Laptop', 'Laptop', 'Laptop']);
  expect(chipsOfServer(9)).toEqual([...Array(6).fill('Laptop'), phrasebook.moreChips(3)]);
});
