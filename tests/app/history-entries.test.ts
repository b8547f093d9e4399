// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  back,
  nameEntry,
  onArrive,
  openLink,
  presentEntry,
  pushPage,
  pushWork,
} from '../../src/app/history-entries.ts';
import { keptLink } from '../../src/url/kept-work.ts';

beforeEach(() => {
  history.replaceState(null, '', '/');
  sessionStorage.clear();
  nameEntry();
});
afterEach(() => vi.restoreAllMocks());

test('going back twice at once goes back one entry', async () => {
  const { work } = nameEntry();
  pushWork('/?step=2');
  pushWork('/?step=3');
  await Promise.all([back(), back()]);
  expect(location.search).toBe('?step=2');
  await back();
  expect(presentEntry()?.work).toBe(work);
});

test('what waits for going back runs after those that listen for arrivals', async () => {
  pushWork('/?step=2');
  const heard: string[] = [];
  const arrived = back().then(() => heard.push('waited'));
  const stop = onArrive(() => heard.push('listened'));
  await arrived;
  stop();
  expect(heard).toEqual(['listened', 'waited']);
});

test('going back ends where the browser stays', async () => {
  vi.useFakeTimers();
  vi.spyOn(history, 'go').mockImplementation(() => {});
  const arrived = back();
  await vi.runAllTimersAsync();
  await arrived;
  vi.useRealTimers();
});

test('entries of pages are of the same work, and count those since the stage', async () => {
  const { work } = nameEntry();
  pushPage({ page: 'lab' });
  expect(location.search).toBe('?page=lab');
  expect(presentEntry()).toEqual({ work, isOpenedOver: false, pages: 1 });
  pushPage({ page: 'glossary' }, false);
  expect(presentEntry()).toEqual({ work, isOpenedOver: false, pages: 2 });
  await back(2);
  expect(location.search).toBe('');
  expect(presentEntry()).toEqual({ work, isOpenedOver: false, pages: 0 });
});

test('a link that no entry can be added for is opened by the browser', () => {
  vi.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('The document is sandboxed.', 'SecurityError');
  });
  // jsdom follows links within the page only.
  openLink('#run=opened');
  expect(location.hash).toBe('#run=opened');
  expect(keptLink(nameEntry().work)).toBeNull();
});
