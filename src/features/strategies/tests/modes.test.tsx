// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { clusterOf } from '../../../../tests/support/opened-player.ts';
import { Modes } from '../modes.tsx';

test('shows all strategies: first the stateful, then the stateless ones', () => {
  mount(<Modes />);
  const strategies = within(screen.getByRole('radiogroup', { name: 'Where the state lives' }));
  expect(strategies.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
    ...['server-memory', 'sticky', 'replicated', 'shared-store'],
    ...['client-state', 'signed-token', 'sealed-cookie'],
  ]);
});

test('the load balancer uses the chosen policy', async () => {
  const { player } = mount(<Modes />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Balancing' }), 'Round robin');
  expect(clusterOf(player).balancing).toBe('round-robin');
});
