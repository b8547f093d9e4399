import { afterEach, expect, test, vi } from 'vitest';

vi.mock('../read-recording.ts', () => ({
  readRecording: () => Promise.reject(new Error('Out of memory')),
}));

afterEach(() => vi.useRealTimers());

test('the worker that reads recordings fails in a way that the page hears of', async () => {
  const scope: { onmessage?: (event: unknown) => unknown } = {};
  vi.stubGlobal('self', scope);
  vi.useFakeTimers();
  await import('../capture-worker.ts');
  await scope.onmessage?.({ data: 'a text' });
  await Promise.resolve();
  expect(() => vi.runAllTimers()).toThrow('Out of memory');
});
