// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { readJson, readText, removeText, writeText } from '../../src/url/text-store.ts';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('keeps texts by key, in the browser or in the tab', () => {
  expect(writeText('localStorage', 'a', '[1]')).toBe(true);
  expect([
    readText('localStorage', 'a'),
    readJson('localStorage', 'a'),
    readText('sessionStorage', 'a'),
  ]).toEqual(['[1]', [1], null]);
  removeText('localStorage', 'a');
  expect([readText('localStorage', 'a'), readJson('localStorage', 'a')]).toEqual([null, null]);
});

test('a text that isn’t JSON holds nothing', () => {
  writeText('localStorage', 'a', '{');
  expect(readJson('localStorage', 'a')).toBeNull();
});

test('storage that is full or blocked is no error', () => {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('No', 'QuotaExceededError');
    });
  }
  expect(writeText('localStorage', 'a', 'b')).toBe(false);
  expect([readText('localStorage', 'a'), readJson('localStorage', 'a')]).toEqual([null, null]);
  expect(() => removeText('localStorage', 'a')).not.toThrow();
});
