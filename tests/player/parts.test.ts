import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import udp from '../../src/lessons/udp/lesson.ts';

beforeEach(() => {
  // A page that has fetched nothing but what it begins with.
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

test('what needs more than the page has waits for it, and overtakes nothing', async () => {
  const { open, variant } = await freshPage();
  const player = open(clerk);
  const { dispatch, step } = player.getState();
  dispatch({ kind: 'next-step' });
  dispatch({ kind: 'choose-variant', variant: 'shared-store' });
  dispatch({ kind: 'next-step' });
  dispatch({ kind: 'choose-variant', variant: 'server-memory' });
  dispatch({ kind: 'next-step' });
  expect(variant(player)).toBe('server-memory');
  expect(player.getState().step).toBe(step + 1);
  await vi.waitFor(() => expect(player.getState().step).toBe(step + 3));
  expect(variant(player)).toBe('server-memory');
  // Then all is there, and nothing waits any more.
  dispatch({ kind: 'choose-variant', variant: 'signed-token' });
  expect(variant(player)).toBe('signed-token');
});

test('what cannot be fetched is not done, and the run can be stepped as before', async () => {
  vi.doMock('../../src/simulation/every-part.ts', () => {
    throw new Error('There is no network.');
  });
  const { open, variant } = await freshPage();
  const player = open(clerk);
  const { dispatch, step } = player.getState();
  dispatch({ kind: 'choose-variant', variant: 'shared-store' });
  await vi.waitFor(() => expect(player.getState().failures).toBe(1));
  expect(variant(player)).toBe('server-memory');
  dispatch({ kind: 'next-step' });
  expect(player.getState().step).toBe(step + 1);
});

test('a run that needs more is opened once that is there', async () => {
  const { open, variant, withParts } = await freshPage();
  expect(() => open(udp)).toThrow('has not been fetched');
  expect(variant(await withParts(() => open(udp)))).toBe('udp');
});

test('a fault of another kind is no lack of parts', async () => {
  const { withParts } = await freshPage();
  const faulty = () => {
    throw new TypeError('Broken on purpose');
  };
  await expect(withParts(faulty)).rejects.toThrow('Broken on purpose');
});
