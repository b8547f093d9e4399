// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import type { Action } from '../../../player/state.ts';
import { preload } from '../../../ui/use-loaded.ts';
import { QuestionPanel } from '../question-panel.tsx';

beforeAll(() => preload(languages.en.viewText.loadPredictText));

const untilAsked: readonly Action[] = [
  { kind: 'predict', isOn: true },
  { kind: 'crash', node: 'server-1' },
  { kind: 'next-step' },
  { kind: 'next-step' },
];

const pressed = () => screen.queryAllByRole('button', { pressed: true });

test('outlines the option whose hands are counted, and none of them once the round is over', () => {
  const { player } = mount(<QuestionPanel />);
  const { dispatch } = player.getState();
  act(() => {
    for (const action of untilAsked) dispatch(action);
  });
  act(() => {
    dispatch({ kind: 'choose-option', option: 1 });
    dispatch({ kind: 'type-digit', digit: 9 });
  });
  expect(pressed()).toHaveLength(1);
  act(() => dispatch({ kind: 'go-on' }));
  expect(pressed()).toEqual([]);
  act(() => dispatch({ kind: 'go-on' }));
  expect(pressed()).toEqual([]);
});
