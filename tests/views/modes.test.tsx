// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Modes } from '../../src/views/modes/modes.tsx';
import { changedRun } from '../support/links.ts';
import { mount } from '../support/mount.tsx';
import { clusterOf } from '../support/opened-player.ts';

test('all strategies are there: those that are stateful, then those that are not', () => {
  mount(<Modes />);
  const strategies = within(screen.getByRole('radiogroup', { name: 'Where the state lives' }));
  expect(strategies.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
    ...['server-memory', 'sticky', 'replicated', 'shared-store'],
    ...['client-state', 'signed-token'],
  ]);
});

test('a story changes what the client does, and nothing else', async () => {
  const { player } = mount(<Modes />);
  const before = clusterOf(player);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Story' }), 'Logging in');
  const after = clusterOf(player);
  expect(after.clients[0]?.script[1]).toEqual({ kind: 'log-in', user: 'mina' });
  expect({ ...after, clients: [] }).toEqual({ ...before, clients: [] });
});

test('a story that came with a link is called one of its own, and is nothing to go back to', async () => {
  mount(<Modes />, 'en', changedRun({ script: [{ kind: 'me' }], commands: [] }));
  const story = screen.getByRole('combobox', { name: 'Story' });
  expect(story).toHaveDisplayValue('One of its own');
  await userEvent.selectOptions(story, 'Paying');
  expect(within(story).queryByText('One of its own')).toBeNull();
});

test('the load balancer goes by the policy that is chosen', async () => {
  const { player } = mount(<Modes />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Balancing' }), 'Round robin');
  expect(clusterOf(player).balancing).toBe('round-robin');
});
