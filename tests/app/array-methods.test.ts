/** By ECMA-262, each of these methods returns a changed copy. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const names = ['toReversed', 'toSorted', 'toSpliced', 'with'] as const;
const native = names.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)] as const);

/** As in a browser that lacks them. */
beforeAll(async () => {
  for (const name of names) Reflect.deleteProperty(Array.prototype, name);
  vi.resetModules();
  await import('../../src/app/array-methods.ts');
});

afterAll(() => {
  for (const [name, descriptor] of native) Object.defineProperty(Array.prototype, name, descriptor ?? {});
});

test('each method gives a changed copy and leaves the array as it was', () => {
  const list = [3, 1, 10];
  expect(list.toReversed()).toEqual([10, 1, 3]);
  expect(list.toSorted()).toEqual([1, 10, 3]);
  expect(list.toSorted((one, other) => other - one)).toEqual([10, 3, 1]);
  expect(list.toSpliced(1, 1)).toEqual([3, 10]);
  expect(list.toSpliced(1, 0, 7, 8)).toEqual([3, 7, 8, 1, 10]);
  expect(list.with(-1, 5)).toEqual([3, 1, 5]);
  expect(() => list.with(3, 5)).toThrow(RangeError);
  expect(list).toEqual([3, 1, 10]);
});

test('no loop over the keys of an array finds them', () => {
  const keys: string[] = [];
  for (const key in ['only']) keys.push(key);
  expect(keys).toEqual(['0']);
});
