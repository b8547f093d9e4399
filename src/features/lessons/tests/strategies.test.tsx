// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { clusterOf } from '../../../../tests/support/opened-player.ts';
import clerk from '../../../lessons/clerk/lesson.ts';
import scaleOut from '../../../lessons/scale-out/lesson.ts';
import { StrategiesPanel } from '../strategies-panel.tsx';

const grown = { lesson: scaleOut, commands: scaleOut.closing.commands };

async function cellsOf(row: string): Promise<(string | null)[]> {
  const line = (await screen.findByRole('button', { name: `Show ${row}` })).closest('tr');
  if (line === null) throw new Error(`There is no row ${row}.`);
  return within(line)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

test('the table of strategies has one row each, with the figures of its own run', async () => {
  mount(<StrategiesPanel />, 'en', grown);
  expect(await screen.findAllByRole('row')).toHaveLength(8);
  // They appear a moment later than the table.
  await waitFor(() => expect(screen.queryByText('…')).toBeNull());
  const figures = await Promise.all(
    ['Server memory', 'Shared store', 'Signed token'].map((row) => cellsOf(row)),
  );
  const [memory, store, token] = figures;
  // Twenty requests under each strategy, distributed round robin.
  for (const cells of figures) {
    const counts = (cells[0] ?? '').split(' · ').map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
  }
  expect(Number(memory?.[1])).toBeGreaterThan(0);
  expect([store?.[1], token?.[1]]).toEqual(['0', '0']);
  expect(Number(store?.[3])).toBeGreaterThan(0);
  expect([memory?.[3], token?.[3]]).toEqual(['0', '0']);
  expect([store?.[4], token?.[4]]).toEqual(['0 B', '0 B']);
});

test('a row shows its strategy on the stage, or beside the present one', async () => {
  const { player } = mount(<StrategiesPanel />, 'en', grown);
  await userEvent.click(await screen.findByRole('button', { name: 'Show Shared store' }));
  expect(clusterOf(player).strategy).toBe('shared-store');
  expect(screen.getByRole('button', { name: 'Show Shared store' })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: 'Compare with Signed token' }));
  expect(player.getState().comparison?.variant).toBe('signed-token');
});

test('other lessons have no such table', () => {
  mount(<StrategiesPanel />, 'en', { lesson: clerk });
  expect(screen.queryByText('All strategies')).toBeNull();
});
