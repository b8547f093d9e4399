// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { crash, whenAnswered } from '../../../../tests/support/scenario.ts';
import { Compare } from '../../compare/compare.tsx';
import { ComparedTrends } from '../compared-trends.tsx';

const commands = [crash('server-1', whenAnswered('client/2'))];

async function openScoreboard(step: number) {
  const { player } = mount(
    <Compare trends={(onClose) => <ComparedTrends onClose={onClose} />}>{null}</Compare>,
    'en',
    { commands, step },
  );
  player.getState().dispatch({ kind: 'compare-with', variant: 'replicated' });
  await userEvent.click(await screen.findByRole('button', { name: 'Scoreboard' }));
  return { player, dialog: await screen.findByRole('dialog', { name: 'Scoreboard' }) };
}

test('while comparing, shows all scores of both sides side by side', async () => {
  const { dialog } = await openScoreboard(8);
  const table = await within(dialog).findByRole('table');
  const headings = within(table).getAllByRole('columnheader');
  expect(headings.map(({ textContent }) => textContent)).toEqual(['Server memory', 'Replicated sessions']);
  const row = within(table).getByRole('row', { name: /^Sessions lost/ });
  // The only copy was on the server that crashed; its copies had arrived before.
  expect(
    within(row)
      .getAllByRole('cell')
      .slice(-2)
      .map(({ textContent }) => textContent),
  ).toEqual(['1', '0']);
});

test('each side has its memory by server and its ledger, which selects its own steps', async () => {
  const { player, dialog } = await openScoreboard(8);
  const theirs = within(await within(dialog).findByRole('region', { name: 'Replicated sessions' }));
  const ledger = within(theirs.getByRole('region', { name: 'Ledger: Replicated sessions' }));
  expect(ledger.getAllByRole('listitem').map(({ textContent }) => textContent)).toContainEqual(
    expect.stringMatching(/Server 2 remembers/),
  );
  const [look] = ledger.getAllByRole('button');
  if (look === undefined) throw new Error('The ledger is empty.');
  await userEvent.click(look);
  expect(player.getState().selection).toMatchObject({ kind: 'step', side: 'comparison' });
});
