// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { act } from '../../../../tests/support/opened-player.ts';
import { lessons } from '../../../lessons/lessons.ts';
import { EndSuggestions } from '../end-suggestions.tsx';

test('offers the other mode, a comparison, a restart and the next lesson', async () => {
  const { player } = mount(<EndSuggestions />);
  const press = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }));
  act(player, 'last-step');
  await press(/Same run: Client carries it/);
  expect(player.getState().recording.run?.scenario).toMatchObject({ strategy: 'client-state' });
  await press(/side by side/);
  expect(player.getState().comparison).not.toBeNull();
  expect(screen.queryByRole('button', { name: /side by side/ })).toBeNull();
  await press(/From the beginning/);
  expect(player.getState()).toMatchObject({ step: 2, isPlaying: false });
  await press(/Next lesson/);
  expect(player.getState()).toMatchObject({ lesson: { id: lessons[1]?.id }, isPlaying: false });
});

test('offers no next lesson after the last one', () => {
  const last = lessons.at(-1);
  if (last === undefined) throw new Error('There are no lessons.');
  mount(<EndSuggestions />, 'en', { lesson: last });
  expect(screen.queryByRole('button', { name: /Next lesson/ })).toBeNull();
});
