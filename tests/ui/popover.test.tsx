// @vitest-environment jsdom
/** jsdom has no popovers, like the oldest supported browsers. */
import '../support/browser-stubs.ts';
import { fireEvent, render, screen } from '@testing-library/react';
import { useCallback, useRef, useState } from 'react';
import { expect, test } from 'vitest';
import { hasPopovers, isLayerOpen } from '../../src/ui/popover.ts';
import { useLightDismiss } from '../../src/ui/use-light-dismiss.ts';

function Menu() {
  const [isOpen, setIsOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setIsOpen(false), []);
  useLightDismiss(menu, isOpen, close);
  return (
    <>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        Open
      </button>
      <div ref={menu} popover="auto" hidden={!isOpen}>
        <button type="button">Inside</button>
      </div>
    </>
  );
}

function openMenu(): void {
  render(<Menu />);
  expect(hasPopovers()).toBe(false);
  expect(isLayerOpen()).toBe(false);
  fireEvent.click(screen.getByText('Open'));
  expect(isLayerOpen()).toBe(true);
}

test('without popovers, Escape closes the open one and reaches nothing else', () => {
  openMenu();
  let reached = false;
  const listen = () => {
    reached = true;
  };
  document.body.addEventListener('keydown', listen);
  fireEvent.keyDown(document.body, { code: 'Escape' });
  document.body.removeEventListener('keydown', listen);
  expect(isLayerOpen()).toBe(false);
  expect(reached).toBe(false);
});

test('without popovers, a click beside the open one closes it, and a click in it does not', () => {
  openMenu();
  fireEvent.pointerDown(screen.getByText('Inside'));
  expect(isLayerOpen()).toBe(true);
  fireEvent.pointerDown(document.body);
  expect(isLayerOpen()).toBe(false);
});

test('without popovers, the button closes what it has opened', () => {
  openMenu();
  fireEvent.pointerDown(screen.getByText('Open'));
  fireEvent.click(screen.getByText('Open'));
  expect(isLayerOpen()).toBe(false);
});
