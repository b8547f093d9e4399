// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nameEntry } from '../../src/app/history-entries.ts';
import { type AddressWriter, followAddress } from '../../src/app/sync-address.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { keptBranches, keptLink } from '../../src/url/kept-work.ts';
import { unpackHistory } from '../../src/url/packed-history.ts';
import { openPlayer } from '../support/opened-player.ts';

let stop = () => {};

const onNotKept = vi.fn();

function follow(player: PlayerStore, written = player.getState()): AddressWriter {
  const { work } = nameEntry();
  const writer = followAddress(player, () => work, onNotKept, written);
  ({ stop } = writer);
  return writer;
}

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/');
  sessionStorage.clear();
  onNotKept.mockClear();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function followed() {
  const player = openPlayer();
  follow(player);
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

test('leaving the page keeps a pending address in the storage', () => {
  const { dispatch } = followed();
  dispatch({ kind: 'go-to', step: 1 });
  vi.advanceTimersByTime(50);
  dispatch({ kind: 'go-to', step: 2 });
  window.dispatchEvent(new Event('pagehide'));
  expect(keptLink(nameEntry().work)).toContain('step=3');
});

test('a change before the first subscription is written', () => {
  const player = openPlayer();
  const opened = player.getState();
  opened.dispatch({ kind: 'go-to', step: 4 });
  follow(player, opened);
  vi.advanceTimersByTime(50);
  expect(stepInAddress()).toBe('5');
});

test('an unchanged address is not written again', () => {
  const player = openPlayer();
  nameEntry();
  const writes = vi.spyOn(history, 'replaceState');
  follow(player);
  vi.advanceTimersByTime(500);
  expect(writes).not.toHaveBeenCalled();
});

test('what a reload needs is in the storage when the page is left, with every branch', () => {
  const { player, dispatch } = followed();
  dispatch({ kind: 'go-to', step: 1 });
  vi.advanceTimersByTime(50);
  dispatch({ kind: 'crash', node: 'server-1' });
  dispatch({ kind: 'undo' });
  window.dispatchEvent(new Event('pagehide'));
  const { work } = nameEntry();
  expect(keptLink(work)).toContain('#run=');
  const { recording, history: branches } = player.getState();
  const { history: kept } = keptBranches(work) as { history: unknown };
  expect(unpackHistory(kept, recording.run?.scenario ?? expect.fail())).toEqual(branches);
});

test('the entry of a link that was pasted over the address is left as it is', () => {
  const { dispatch } = followed();
  dispatch({ kind: 'go-to', step: 4 });
  history.pushState(null, '', '/?step=1#run=pasted');
  window.dispatchEvent(new Event('pagehide'));
  expect(location.hash).toBe('#run=pasted');
});

test('a full storage is reported if it loses a branch, and the address is written', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  const { dispatch } = followed();
  dispatch({ kind: 'go-to', step: 1 });
  vi.advanceTimersByTime(500);
  expect(onNotKept).not.toHaveBeenCalled();
  dispatch({ kind: 'crash', node: 'server-1' });
  vi.advanceTimersByTime(500);
  expect(onNotKept).toHaveBeenCalled();
  expect(location.hash).toContain('#run=');
});
