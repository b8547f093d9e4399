// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act as render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import type { Action } from '../../../player/state.ts';
import { preload } from '../../../ui/use-loaded.ts';
import { SceneTitle } from '../scene-title.tsx';

beforeAll(() => preload(languages.en.viewText.loadLessonWords));
afterEach(() => vi.useRealTimers());

const title = () => document.querySelector('[data-scene-title]');

function mountTitle() {
  vi.useFakeTimers();
  const { player } = mount(<SceneTitle />);
  const dispatch = (action: Action) => render(() => player.getState().dispatch(action));
  return { player, dispatch };
}

test('shows a scene’s number and heading for two seconds after a jump to it', () => {
  const { dispatch } = mountTitle();
  expect(title()).toBeNull();
  dispatch({ kind: 'next-scene' });
  expect(title()).toHaveTextContent('2 / 6The same server: it works');
  render(() => void vi.advanceTimersByTime(1_900));
  expect(title()).not.toBeNull();
  render(() => void vi.advanceTimersByTime(200));
  expect(title()).toBeNull();
});

test('gives way to the next step, and does not cover a scene that was stepped to', () => {
  const { player, dispatch } = mountTitle();
  dispatch({ kind: 'next-scene' });
  dispatch({ kind: 'previous-step' });
  expect(title()).toBeNull();
  dispatch({ kind: 'next-step' });
  expect(player.getState().lessonPosition).toBe(1);
  expect(title()).toBeNull();
});

test('names the closing', () => {
  const { player, dispatch } = mountTitle();
  dispatch({ kind: 'open-lesson', lesson: player.getState().lesson, lessonPosition: 'closing' });
  expect(title()).toHaveTextContent('Side by side');
  expect(screen.queryByText(/ \/ 6/)).toBeNull();
});
