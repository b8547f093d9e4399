import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clerk } from '../../src/lessons/clerk.ts';
import { udp } from '../../src/lessons/udp.ts';

beforeEach(() => {
  // A page with only the initial modules.
  vi.resetModules();
});
afterEach(() => {
  vi.doUnmock('../../src/simulation/every-part.ts');
});

async function freshPage() {
  const { createPlayer } = await import('../../src/player/player.ts');
  const { variantOf } = await import('../../src/simulation/variants.ts');
  const { withParts } = await import('../../src/simulation/fetch-parts.ts');
  const { phrasebook } = await import('../../src/locales/en/phrasebook.ts');
  const open = (lesson: typeof clerk | typeof udp) =>
    createPlayer({ lesson, phrasebook, allowsMotion: false });
  const variant = ({ getState }: ReturnType<typeof open>) => {
    const { run } = getState().recording;
    return run && variantOf(run.scenario);
  };
  return { open, variant, withParts };
}

test('an action that needs another module waits for it, and later actions wait as well', async () => {
  const { open, variant } = await freshPage();
  const player = open(clerk);
  const { dispatch, step } = player.getState();
  dispatch({ kind: 'next-step' });
  dispatch({ kind: 'other-mode' });
  dispatch({ kind: 'next-step' });
  dispatch({ kind: 'other-mode' });
  dispatch({ kind: 'next-step' });
  expect(variant(player)).toBe('server-memory');
  expect(player.getState().step).toBe(step + 1);
  await vi.waitFor(() => expect(player.getState().step).toBe(step + 3));
  expect(variant(player)).toBe('server-memory');
  // All modules are loaded, and nothing waits.
  dispatch({ kind: 'choose-variant', variant: 'signed-token' });
  expect(variant(player)).toBe('signed-token');
});

test('an action is dropped when its module fails to load, and the run can still step', async () => {
  vi.doMock('../../src/simulation/every-part.ts', () => {
    throw new Error('There is no network.');
  });
  const { open, variant } = await freshPage();
  const player = open(clerk);
  const { dispatch, step } = player.getState();
  dispatch({ kind: 'other-mode' });
  await vi.waitFor(() => expect(player.getState().failures).toBe(1));
  expect(variant(player)).toBe('server-memory');
  dispatch({ kind: 'next-step' });
  expect(player.getState().step).toBe(step + 1);
});

test('a run that needs more modules opens once they are loaded', async () => {
  const { open, variant, withParts } = await freshPage();
  expect(() => open(udp)).toThrow('has not been fetched');
  expect(variant(await withParts(() => open(udp)))).toBe('udp');
});

test('another error is not treated as a missing module', async () => {
  const { withParts } = await freshPage();
  const faulty = () => {
    throw new TypeError('Thrown on purpose.');
  };
  await expect(withParts(faulty)).rejects.toThrow('Broken on purpose');
});
