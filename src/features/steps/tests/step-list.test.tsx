// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { changedRun } from '../../../../tests/support/links.ts';
import { languages, mount } from '../../../../tests/support/mount.tsx';
import { act as operate } from '../../../../tests/support/opened-player.ts';
import { purchase } from '../../../lessons/purchase.ts';
import { StepStatus } from '../../stage/caption.tsx';
import { StepList } from '../step-list.tsx';

const sentences = () =>
  within(screen.getByRole('list'))
    .getAllByRole('button')
    .map((each) => each.textContent)
    // The inspect buttons have an icon and no text.
    .filter((words) => words !== '');

test('lists the steps up to the present one, which is marked', () => {
  const { player } = mount(<StepList />);
  const present = () => screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-current'));
  expect(present()).toEqual([null, null, 'step']);
  act(() => void operate(player, 'next-step'));
  expect(present()).toEqual([null, null, null, 'step']);
  act(() => void operate(player, 'first-step'));
  expect(present()).toEqual(['step']);
});

test('shows each step’s number and its full sentence', () => {
  mount(<StepList />);
  expect(screen.getByRole('list', { name: 'Steps' }).tagName).toBe('OL');
  expect(sentences()[1]).toBe('2Step 2: Load balancer forwards it to Server 1. Server 1 remembers: Laptop.');
});

test('an item leads to its step', async () => {
  const { player } = mount(<StepList />);
  await userEvent.click(screen.getByRole('button', { name: /^Step 1:/ }));
  expect(player.getState().step).toBe(0);
});

test('a change of language changes every sentence, not only the present one', () => {
  const { player } = mount(<StepList />);
  act(() => void operate(player, { kind: 'set-messages', phrasebook: languages.ko.phrasebook }));
  expect(sentences()).toHaveLength(3);
  for (const sentence of sentences()) expect(sentence).toMatch(/\p{Script=Hangul}/u);
});

test('a long list is in order at every position, also across its chunks, and complete on request', async () => {
  const script = Array.from({ length: 40 }, () => purchase('laptop')).flat();
  const { player } = mount(<StepList />, 'en', changedRun({ script, commands: [] }));
  const { steps } = player.getState().recording.diagram;
  const earlier = () => screen.queryByRole('button', { name: /^Show the \d+ steps before these$/ });
  const expectShown = (step: number) => {
    const shown = sentences().filter((sentence) => !sentence?.startsWith('Show the'));
    const first = step + 1 - shown.length;
    expect(earlier()?.textContent).toBe(first === 0 ? undefined : `Show the ${first} steps before these`);
    for (const [offset, sentence] of shown.entries()) {
      expect(sentence).toContain(`Step ${first + offset + 1}: `);
      expect(sentence).toContain(steps[first + offset]?.sentence);
    }
    const marked = screen.getAllByRole('listitem').filter((item) => item.hasAttribute('aria-current'));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toHaveTextContent(`Step ${step + 1}:`);
  };
  for (const step of [0, 48, 49, 50, 51, 99, 100, 149, 150, steps.length - 1, 75]) {
    act(() => void operate(player, { kind: 'go-to', step }));
    expectShown(step);
  }
  act(() => void operate(player, 'last-step'));
  const more = earlier();
  expect(more).not.toBeNull();
  if (more !== null) await userEvent.click(more);
  expect(earlier()).toBeNull();
  expectShown(steps.length - 1);
});

test('announces only the present step', () => {
  const { player } = mount(<StepStatus />);
  expect(screen.getByRole('status')).toHaveTextContent(
    /^Step 3: Server 1 answers Client: 200\. 1,000,000 won each\.$/,
  );
  act(() => void operate(player, 'next-step'));
  expect(screen.getByRole('status')).toHaveTextContent(
    /^Step 4: Client says to Load balancer: Two, please\.$/,
  );
});
