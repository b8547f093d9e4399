// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen, within } from '@testing-library/react';
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
  const countsOf = (name: RegExp) =>
    within(within(table).getByRole('row', { name }))
      .getAllByRole('cell')
      .slice(-2)
      .map(({ textContent }) => textContent);
  // The only copy was on the server that crashed. Copies had arrived before, but not that of the latest change.
  expect(countsOf(/^Sessions lost/)).toEqual(['1', '1']);
  expect(countsOf(/^Lost in a crash/)).toEqual(['1', '0']);
  expect(countsOf(/^Latest change lost in a crash/)).toEqual(['0', '1']);
});

test('where machines are hidden, the last step that is left has its own score, not that of the run’s end', async () => {
  const { player, dialog } = await openScoreboard(1);
  const { dispatch } = player.getState();
  const rowOf = (name: RegExp) =>
    within(within(dialog).getByRole('table')).getByRole('row', { name }).querySelectorAll('td');
  const own = async (name: RegExp) => {
    await within(dialog).findByRole('table');
    return [...rowOf(name)].slice(-2)[0]?.textContent;
  };
  act(() => dispatch({ kind: 'last-step' }));
  expect(await own(/^Asked again/)).toBe('1');
  // The second server asks again. Its last answers are the last steps.
  act(() => dispatch({ kind: 'set-hidden', nodes: ['server-2'] }));
  act(() => dispatch({ kind: 'last-step' }));
  expect(await own(/^Asked again/)).toBe('0');
  const side = document.querySelector('[data-side=own]');
  expect(side?.textContent).toMatch(/Asked again 0/);
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
