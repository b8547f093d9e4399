// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act as render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { presentText } from '../../../locales/en/present-text.ts';
import { PresentTools } from '../present-button.tsx';
import { type PresenterTools, plainProjection } from '../presenter-tools.ts';

const hide = vi.fn();

beforeEach(() => {
  // jsdom has no popovers.
  Object.assign(HTMLElement.prototype, { popover: null, hidePopover: hide });
});
afterEach(() => hide.mockReset());

async function mountTools(open: PresenterTools['presenter']['open'] = () => true) {
  const nothing = () => {};
  const tools: PresenterTools = {
    theme: 'light',
    chooseTheme: nothing,
    projection: plainProjection,
    adjust: nothing,
    laserIsOn: false,
    toggleLaser: nothing,
    soundIsOn: false,
    toggleSound: nothing,
    blank: nothing,
    leave: nothing,
    presenter: { open, refusedLink: null },
  };
  const mounted = mount(<PresentTools tools={tools} />);
  const panel = mounted.container.querySelector('[popover]');
  if (panel === null) throw new Error('There is no panel.');
  const toggle = Object.assign(new Event('toggle'), { newState: 'open' });
  render(() => void panel.dispatchEvent(toggle));
  const button = await screen.findByText(presentText.presenterWindow, {}, { timeout: 5_000 });
  return { ...mounted, button };
}

test('the tools close with any step, and not before', async () => {
  const { player } = await mountTools();
  render(() => player.getState().dispatch({ kind: 'faster' }));
  expect(hide).not.toHaveBeenCalled();
  render(() => player.getState().dispatch({ kind: 'next-step' }));
  expect(hide).toHaveBeenCalled();
});

test('the tools close with a crash', async () => {
  const { player } = await mountTools();
  render(() => player.getState().dispatch({ kind: 'crash', node: 'server-1' }));
  expect(hide).toHaveBeenCalled();
});

test('the tools close when the presenter’s window opens', async () => {
  const { button } = await mountTools();
  await userEvent.click(button);
  expect(hide).toHaveBeenCalled();
});

test('the tools stay when the browser blocks the presenter’s window', async () => {
  const { button } = await mountTools(() => false);
  await userEvent.click(button);
  expect(hide).not.toHaveBeenCalled();
});
