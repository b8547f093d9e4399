// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followAddress } from '../../src/app/sync-address.ts';
import { openPlayer } from '../support/opened-player.ts';

let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/');
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function followed() {
  const player = openPlayer();
  stop = followAddress(player);
  const writes = vi.spyOn(history, 'replaceState');
  const { dispatch } = player.getState();
  return { player, dispatch, writes };
}

const stepInAddress = () => new URLSearchParams(location.search).get('step');

test('the address contains a step a moment after it is shown', () => {
  const { dispatch } = followed();
  dispatch({ kind: 'go-to', step: 4 });
  vi.advanceTimersByTime(50);
  expect(stepInAddress()).toBe('5');
});

test('the address is throttled during fast stepping, and ends with the last step', () => {
  const { dispatch, writes } = followed();
  for (let step = 1; step <= 8; step += 1) {
    dispatch({ kind: 'go-to', step });
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(500);
  expect(stepInAddress()).toBe('9');
  expect(writes.mock.calls.length).toBeLessThanOrEqual(3);
});

test('the address is written every two seconds during playback, and at once on pause', () => {
  const { player, dispatch, writes } = followed();
  dispatch({ kind: 'toggle-play' });
  for (let step = 1; step <= 5; step += 1) {
    dispatch({ kind: 'advance' });
    vi.advanceTimersByTime(300);
  }
  expect(writes.mock.calls.length).toBeLessThanOrEqual(2);
  dispatch({ kind: 'toggle-play' });
  vi.advanceTimersByTime(500);
  expect(stepInAddress()).toBe(String(player.getState().step + 1));
});

test('leaving the page writes a pending address', () => {
  const { dispatch } = followed();
  dispatch({ kind: 'go-to', step: 1 });
  vi.advanceTimersByTime(50);
  dispatch({ kind: 'go-to', step: 2 });
  window.dispatchEvent(new Event('pagehide'));
  expect(stepInAddress()).toBe('3');
});

test('a change before the first subscription is written', () => {
  const player = openPlayer();
  const opened = player.getState();
  opened.dispatch({ kind: 'go-to', step: 4 });
  stop = followAddress(player, opened);
  vi.advanceTimersByTime(50);
  expect(stepInAddress()).toBe('5');
});

test('an unchanged address is not written again', () => {
  const player = openPlayer();
  const writes = vi.spyOn(history, 'replaceState');
  stop = followAddress(player, player.getState());
  vi.advanceTimersByTime(500);
  expect(writes).not.toHaveBeenCalled();
});
