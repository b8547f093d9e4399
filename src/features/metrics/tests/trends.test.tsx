// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { crash, whenAnswered } from '../../../../tests/support/scenario.ts';
import { TrendsView } from '../trends-view.tsx';

const commands = [crash('server-1', whenAnswered('client/1'))];

/** Text of the items under a heading, in order. */
async function items(name: string): Promise<(string | null)[]> {
  const section = await screen.findByRole('region', { name });
  return within(section)
    .queryAllByRole('listitem')
    .map((item) => item.textContent);
}

test('the ledger lists what was remembered and lost, latest first, and nothing of later steps', async () => {
  mount(<TrendsView />, 'en', { commands, step: 3 });
  expect(await items('Ledger')).toEqual([
    '4Server 1 loses Laptop',
    '3Client remembers Cookie sid=a846',
    '2Server 1 remembers Laptop',
  ]);
});

test('shows memory by server', async () => {
  mount(<TrendsView />, 'ko', { step: 2 });
  const servers = await items('서버별 메모리');
  expect(servers.map((text) => text?.slice(0, 4))).toEqual(['서버 1', '서버 2', '서버 3']);
  expect(servers[0]).not.toContain('0 B');
  expect(servers[1]).toBe('서버 20 B');
});

test('each score stands beside the other mode’s, at the same position of the same run', async () => {
  mount(<TrendsView />, 'en', { commands, step: 6 });
  const table = await screen.findByRole('table');
  const headings = within(table).getAllByRole('columnheader');
  expect(headings.map(({ textContent }) => textContent)).toEqual(['Server memory', 'Client carries it']);
  const row = within(table).getByRole('rowheader', { name: 'Sessions lost' }).closest('tr');
  const cells = within(row as HTMLElement).getAllByRole('cell');
  expect(cells.slice(-2).map(({ textContent }) => textContent)).toEqual(['1', '0']);
});
