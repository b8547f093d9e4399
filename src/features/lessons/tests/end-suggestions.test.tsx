// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { act } from '../../../../tests/support/opened-player.ts';
import { lessons } from '../../../lessons/lessons.ts';
import { EndSuggestions } from '../end-suggestions.tsx';

test('offers the other mode, a comparison, a restart, and the next scene while there is one', async () => {
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
  expect(screen.queryByRole('button', { name: /Next lesson/ })).toBeNull();
  await screen.findByRole('button', { name: 'Next scene: Server 1 crashes' });
  await press(/Next scene/);
  expect(player.getState()).toMatchObject({ lesson: { id: lessons[0]?.id }, lessonPosition: 2 });
});

test('offers the next lesson at the end of the lesson, and no next scene', async () => {
  const { player } = mount(<EndSuggestions />);
  act(player, { kind: 'open-lesson', lesson: player.getState().lesson, lessonPosition: 'closing' });
  await waitFor(() => expect(screen.queryByRole('button', { name: /Next scene/ })).toBeNull());
  await userEvent.click(await screen.findByRole('button', { name: /Next lesson/ }));
  expect(player.getState()).toMatchObject({ lesson: { id: lessons[1]?.id }, isPlaying: false });
});

test('offers no next lesson after the last one', async () => {
  const last = lessons.at(-1);
  if (last === undefined) throw new Error('There are no lessons.');
  const { player } = mount(<EndSuggestions />, 'en', { lesson: last });
  act(player, { kind: 'open-lesson', lesson: last, lessonPosition: 'closing' });
  await waitFor(() => expect(screen.queryByRole('button', { name: /Next scene/ })).toBeNull());
  expect(screen.queryByRole('button', { name: /Next lesson/ })).toBeNull();
});
