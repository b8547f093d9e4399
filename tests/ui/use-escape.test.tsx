// @vitest-environment jsdom
import '../support/browser-stubs.ts';
import { fireEvent, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useEscape } from '../../src/ui/use-escape.ts';

interface LayerProps {
  readonly isOn?: boolean;
  readonly layer?: 'popover' | 'view';
  readonly onEscape: () => void;
}

function Layer({ isOn = true, layer, onEscape }: LayerProps) {
  useEscape(isOn, () => onEscape(), layer);
  return null;
}

const reached = vi.fn();
document.body.addEventListener('keydown', reached);
afterEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
});

const press = (init: KeyboardEventInit = {}) => fireEvent.keyDown(document.body, { code: 'Escape', ...init });

test('calls the one that was opened last, and nothing else hears the key', () => {
  const [first, last] = [vi.fn(), vi.fn()];
  // The one opened last is the first in the page.
  const page = (isOpen: boolean) => (
    <>
      <Layer isOn={isOpen} onEscape={last} />
      <Layer onEscape={first} />
    </>
  );
  const { rerender } = render(page(false));
  rerender(page(true));
  // Another handler of an open one doesn't open it again.
  rerender(
    <>
      <Layer isOn onEscape={last} />
      <Layer onEscape={() => first()} />
    </>,
  );
  press();
  expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
  expect(reached).not.toHaveBeenCalled();
  rerender(page(false));
  press();
  expect([first.mock.calls.length, last.mock.calls.length]).toEqual([1, 1]);
});

test('closes a panel before a view, also when the view’s code arrives later', () => {
  const [panel, view] = [vi.fn(), vi.fn()];
  const page = (isPanelOpen: boolean, hasView: boolean) => (
    <>
      <Layer isOn={isPanelOpen} onEscape={panel} />
      {hasView && <Layer layer="view" onEscape={view} />}
    </>
  );
  const { rerender } = render(page(true, false));
  rerender(page(true, true));
  press();
  expect([panel.mock.calls.length, view.mock.calls.length]).toEqual([1, 0]);
  rerender(page(false, true));
  press();
  expect([panel.mock.calls.length, view.mock.calls.length]).toEqual([1, 1]);
});

test('leaves the key to the page when nothing is open', () => {
  const { unmount } = render(<Layer onEscape={() => {}} />);
  unmount();
  press();
  expect(reached).toHaveBeenCalledOnce();
});

test('leaves other keys to the page, and Escape to a syllable that is being composed', () => {
  const close = vi.fn();
  render(<Layer onEscape={close} />);
  fireEvent.keyDown(document.body, { code: 'Enter' });
  press({ isComposing: true });
  expect(close).not.toHaveBeenCalled();
  expect(reached).toHaveBeenCalledTimes(2);
});

test('leaves an open dialog or popover to the browser, unless it is its own', () => {
  const [below, popover] = [vi.fn(), vi.fn()];
  render(
    <>
      <Layer onEscape={below} />
      <dialog open />
    </>,
  );
  press();
  expect(below).not.toHaveBeenCalled();
  expect(reached).toHaveBeenCalledOnce();
  render(<Layer layer="popover" onEscape={popover} />);
  press();
  expect(popover).toHaveBeenCalledOnce();
});
