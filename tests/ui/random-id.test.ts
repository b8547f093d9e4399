import { afterEach, expect, it, vi } from 'vitest';
import { randomId } from '../../src/ui/random-id.ts';

afterEach(() => vi.unstubAllGlobals());

it('works on a page without a secure context, where crypto.randomUUID is missing', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
});

it('returns a different ID each time', () => {
  expect(new Set(Array.from({ length: 100 }, randomId)).size).toBe(100);
});
