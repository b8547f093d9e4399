// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act as reactAct, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import {
  act,
  type PlayerOpening,
  presentArrow,
  runOfPlayer,
} from '../../../../tests/support/opened-player.ts';
import clerkWords from '../../../lessons/clerk/en.ts';
import doublePayment from '../../../lessons/double-payment/lesson.ts';
import type { LessonWords } from '../../../lessons/lesson-words.ts';
import scaleOut from '../../../lessons/scale-out/lesson.ts';
import { GuideProvider } from '../../guide-context.ts';
import { LessonBar } from '../lesson-bar.tsx';

const words: LessonWords = clerkWords;

async function mountBar(opening: PlayerOpening = {}) {
  const openLesson = vi.fn();
  const mounted = mount(
    <GuideProvider value={{ place: null, go: () => {}, close: () => {}, openRun: () => {}, openLesson }}>
      <LessonBar />
    </GuideProvider>,
    'en',
    opening,
  );
  const bar = screen.getByRole('region', { name: 'Lesson' });
  // Loads lazily.
  if (opening.lesson === undefined) await within(bar).findByText(words.opening);
  return { ...mounted, bar, openLesson };
}

function textOf(scene: string) {
  const found = words.scenes[scene];
  if (found === undefined) throw new Error(`There is no ${scene}.`);
  return found;
}

test('says how the lesson starts, then where to look in each scene', async () => {
  const { bar } = await mountBar();
  await userEvent.click(within(bar).getByRole('button', { name: 'Next scene' }));
  expect(bar).toHaveTextContent(textOf('same-clerk').look);
  await userEvent.click(within(bar).getByRole('button', { name: 'Previous scene' }));
  expect(bar).toHaveTextContent(textOf('remembered').heading);
  expect(bar).toHaveTextContent(textOf('remembered').look);
});

test('suggests the next fault, stops where it is given, and asks before it shows the outcome', async () => {
  const { bar, player } = await mountBar();
  await userEvent.click(await within(bar).findByRole('button', { name: 'Try: Crash Server 1' }));
  expect(presentArrow(player)).toBe('crash server-1: done');
  const { notes, look } = textOf('another-clerk');
  expect(bar).toHaveTextContent(notes.ask);
  expect(bar).not.toHaveTextContent(look);
  act(player, 'next-step', 'next-step', 'next-step');
  await waitFor(() => expect(bar).toHaveTextContent(look));
  expect(within(bar).queryByRole('button', { name: /^Try: / })).toBeNull();
});

test('names a fault that is suggested twice once, with its count', async () => {
  const { bar } = await mountBar({ lesson: scaleOut, scenario: scaleOut.scenario });
  const suggestion = await within(bar).findByRole('button', { name: /^Try: / });
  expect(suggestion).toHaveAccessibleName('Try: Add server × 2');
});

test('shows the suggested fault at its step, although its machine was hidden', async () => {
  const { bar, player } = await mountBar();
  act(player, { kind: 'set-hidden', nodes: ['server-1', 'server-2'] });
  await userEvent.click(await within(bar).findByRole('button', { name: 'Try: Crash Server 1' }));
  const { recording, step, hidden } = player.getState();
  expect(hidden).toEqual(['server-2']);
  expect(recording.run?.steps[step]).toMatchObject({ kind: 'command', command: { node: 'server-1' } });
});

test('lists all scenes, marks the present one, and goes to any', async () => {
  const { bar, player } = await mountBar();
  await userEvent.click(within(bar).getByRole('button', { name: /^Scenes/ }));
  const list = await screen.findByRole('list', { name: 'Scenes', hidden: true });
  const scenes = within(list).getAllByRole('button', { hidden: true });
  expect(scenes).toHaveLength(Object.keys(words.scenes).length + 2);
  expect(scenes.map((each) => each.getAttribute('aria-current'))).toEqual([
    'step',
    ...scenes.slice(1).map(() => null),
  ]);
  const handover = scenes.find((each) => each.textContent?.includes(textOf('handover').heading));
  if (handover === undefined) throw new Error('The list lacks a scene.');
  await userEvent.click(handover);
  expect(runOfPlayer(player).scenario).toMatchObject({ strategy: 'replicated' });
  expect(bar).toHaveTextContent(textOf('handover').look);
});

test('ends with the comparison, and leads on to the next lesson', async () => {
  const { bar, player, openLesson } = await mountBar();
  act(player, { kind: 'open-lesson', lesson: player.getState().lesson, lessonPosition: 'closing' });
  await waitFor(() => expect(bar).toHaveTextContent(words.closing));
  expect(within(bar).getByRole('button', { name: 'Next scene' })).toBeDisabled();
  await userEvent.click(within(bar).getByRole('button', { name: /^Next: / }));
  expect(openLesson).toHaveBeenCalledWith('login-crash', 'opening');
});

test('says nothing about a run that isn’t the lesson’s', async () => {
  const { bar, player } = await mountBar();
  const { scenario } = doublePayment;
  reactAct(() => player.getState().dispatch({ kind: 'open-run', scenario, commands: [] }));
  await waitFor(() => expect(runOfPlayer(player).scenario).toEqual(scenario));
  expect(bar).not.toHaveTextContent(words.opening);
});
