// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenNotKept } from '../../src/app/preferences.ts';
import { useProgress } from '../../src/app/use-progress.ts';
import clerk from '../../src/lessons/clerk/lesson.ts';

const KEY = 'statescope.seen-scenes';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

function opened() {
  const { result } = renderHook(() => useProgress());
  return {
    reach: (lessonPosition: Parameters<typeof result.current.reach>[1]) =>
      act(() => result.current.reach(clerk, lessonPosition)),
    reached: () => [...result.current.reached('clerk')],
  };
}

test('scenes that were seen are seen after a reload, and the opening is none', () => {
  const page = opened();
  page.reach('opening');
  page.reach(2);
  page.reach('closing');
  page.reach(2);
  expect(page.reached()).toEqual(['another-clerk', 'closing']);
  expect(opened().reached()).toEqual(['another-clerk', 'closing']);
});

test('what another tab has kept meanwhile stays', () => {
  const [one, other] = [opened(), opened()];
  one.reach(0);
  other.reach(1);
  expect(opened().reached()).toEqual(['remembered', 'same-clerk']);
});

test.each(['{', '[]', '{"clerk":7}', '{"clerk":[7]}', 'null', '{"__proto__":["x"]}'])(
  'what makes no sense in the storage, as %s, is as if nothing had been seen',
  (text) => {
    localStorage.setItem(KEY, text);
    const page = opened();
    expect(page.reached()).toEqual([]);
    page.reach(0);
    expect(opened().reached()).toEqual(['remembered']);
  },
);

test('a storage that is full or forbidden is told, and the scenes are seen until the page is closed', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const told = vi.fn();
  const forget = whenNotKept(told);
  const page = opened();
  page.reach(0);
  expect(page.reached()).toEqual(['remembered']);
  expect(told).toHaveBeenCalled();
  forget();
});
