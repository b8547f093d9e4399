// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PressShield } from '../../src/app/press-shield.ts';

const crash = vi.fn();

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  crash.mockReset();
});

/** One button gives way to another at the same place. */
function Page() {
  const [isPresenting, setIsPresenting] = useState(false);
  const button = isPresenting ? (
    <button type="button" onClick={crash}>
      Crash
    </button>
  ) : (
    <button type="button" onClick={() => setIsPresenting(true)}>
      Present
    </button>
  );
  return (
    <>
      <PressShield layout={isPresenting} />
      {button}
    </>
  );
}

/** jsdom stamps events with real time. */
function press(name: string, { x = 100, y = 100, detail = 1 } = {}) {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y, detail });
  Object.defineProperty(event, 'timeStamp', { value: performance.now() });
  fireEvent(screen.getByRole('button', { name }), event);
}

test('a second press at the same place does not reach the button that came there', () => {
  render(<Page />);
  press('Present');
  vi.advanceTimersByTime(300);
  press('Crash', { x: 104, y: 97, detail: 2 });
  vi.advanceTimersByTime(500);
  press('Crash');
  expect(crash).not.toHaveBeenCalled();
});

test('a press elsewhere, after a moment, or by a key reaches it', () => {
  render(<Page />);
  press('Present');
  press('Crash', { detail: 0 });
  expect(crash).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_600);
  press('Crash');
  expect(crash).toHaveBeenCalledTimes(2);
});

test('a pointer that has moved away is aimed again', () => {
  render(<Page />);
  press('Present');
  fireEvent(window, new MouseEvent('pointermove', { bubbles: true, clientX: 300, clientY: 300 }));
  press('Crash', { x: 110 });
  expect(crash).toHaveBeenCalledTimes(1);
});
