// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act as perform, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { act } from '../../../../tests/support/opened-player.ts';
import { InspectorDialog } from '../inspector-dialog.tsx';

test('goes to the selected step while comparing, too, where the other run has steps of its own', async () => {
  const { player } = mount(<InspectorDialog />);
  // The shared store has messages that the server's own memory doesn't need.
  await perform(async () => act(player, { kind: 'compare-with', variant: 'shared-store' }, 'last-step'));
  const target = player.getState().step - 1;
  perform(() => void act(player, { kind: 'select', selection: { side: 'own', kind: 'step', step: target } }));
  const button = await screen.findByRole('button', { name: `Go to step ${target + 1}` });
  perform(() => button.click());
  expect(player.getState().step).toBe(target);
});
