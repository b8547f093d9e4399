import { describe, expect, it, test, vi } from 'vitest';
import { createLazyPlayer, type PlayerParts } from '../../src/app/lazy-player.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { navigate } from '../../src/player/navigate.ts';
import { pendingPhrasebook } from '../../src/player/pending-phrasebook.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { atReachedScene } from '../../src/player/reached-scene.ts';
import { reduce } from '../../src/player/reduce.ts';
import { variantOf } from '../../src/simulation/variant-of.ts';
import { act, openedState, openPlayer } from '../support/opened-player.ts';

/** Parts whose loading ends when the test says so. */
function pendingParts() {
  const attempts: PromiseWithResolvers<PlayerParts>[] = [];
  const loadParts = vi.fn(() => {
    const attempt = promiseWithResolvers<PlayerParts>();
    attempts.push(attempt);
    return attempt.promise;
  });
  const last = () => {
    const attempt = attempts.at(-1);
    if (attempt === undefined) throw new Error('Nothing is being loaded.');
    return attempt;
  };
  return {
    loadParts,
    arrive: () => last().resolve({ reduce, atReachedScene, phrasebook }),
    fail: () => last().reject(new Error('No network')),
  };
}

/** Node 20 lacks `Promise.withResolvers`. */
function promiseWithResolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve: PromiseWithResolvers<Value>['resolve'] = () => {};
  let reject: PromiseWithResolvers<Value>['reject'] = () => {};
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

function opened() {
  const loading = pendingParts();
  const state = { ...openedState({ allowsMotion: false }), phrasebook: pendingPhrasebook };
  const lazy = createLazyPlayer(state, loading.loadParts);
  return { ...loading, ...lazy };
}

function variant(player: PlayerStore) {
  const { run } = player.getState().recording;
  return run && variantOf(run.scenario);
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('before the simulation is loaded', () => {
  it('steps at once, and loads nothing for it', () => {
    const { player, loadParts } = opened();
    const { step } = player.getState();
    expect(act(player, 'next-step').step).toBe(step + 1);
    expect(act(player, 'toggle-causes', 'faster').speed).toBe(2);
    expect(loadParts).not.toHaveBeenCalled();
  });

  it('brings the lesson to the scene that was stepped to, once it is there', async () => {
    const { player, load, arrive } = opened();
    const loaded = load();
    expect(act(player, 'last-step').lessonPosition).toBe('opening');
    arrive();
    await loaded;
    // The opening already shows the first scene. The second one is at the end of the run.
    expect(player.getState().lessonPosition).toBe(1);
  });

  it('lets a command wait, and everything after it', async () => {
    const { player, loadParts, arrive } = opened();
    const { step } = player.getState();
    act(player, 'next-step', 'other-mode', 'next-step', 'other-mode', 'next-step');
    expect(variant(player)).toBe('server-memory');
    expect(player.getState().step).toBe(step + 1);
    arrive();
    await settled();
    expect(variant(player)).toBe('server-memory');
    expect(player.getState().step).toBe(step + 3);
    expect(loadParts).toHaveBeenCalledTimes(1);
  });

  it('executes a command exactly once, in order', async () => {
    const { player, load, arrive } = opened();
    void load();
    act(player, 'next-step', { kind: 'crash', node: 'server-1' }, 'next-step');
    arrive();
    await settled();
    const { recording, history } = player.getState();
    expect(recording.run?.commands).toMatchObject([{ kind: 'crash', node: 'server-1' }]);
    expect(history.all).toHaveLength(2);
    const eager = act(
      openPlayer({ allowsMotion: false }),
      'next-step',
      { kind: 'crash', node: 'server-1' },
      'next-step',
    );
    expect(recording.run?.commands).toEqual(eager.recording.run?.commands);
    expect(player.getState().step).toBe(eager.step);
  });
});

test('executes actions at once after loading', async () => {
  const { player, load, arrive } = opened();
  const loaded = load();
  arrive();
  await loaded;
  act(player, { kind: 'choose-variant', variant: 'signed-token' });
  expect(variant(player)).toBe('signed-token');
});

it('has a phrasebook once it has loaded, and keeps the one that was chosen since', async () => {
  const { player, load, arrive } = opened();
  const loaded = load();
  expect(player.getState().phrasebook).toBe(pendingPhrasebook);
  arrive();
  await loaded;
  expect(player.getState().phrasebook).toBe(phrasebook);
  act(player, { kind: 'set-messages', phrasebook: korean });
  await load();
  expect(player.getState().phrasebook).toBe(korean);
});

describe('when it cannot be loaded', () => {
  it('drops the command, reports it, and keeps stepping', async () => {
    const { player, whenDropped, fail } = opened();
    const onDropped = vi.fn();
    whenDropped(onDropped);
    const { step } = player.getState();
    act(player, 'other-mode', 'next-step');
    fail();
    await settled();
    expect(onDropped).toHaveBeenCalledTimes(1);
    expect(variant(player)).toBe('server-memory');
    expect(player.getState().step).toBe(step + 1);
    expect(act(player, 'next-step').step).toBe(step + 2);
  });

  it('retries with the next command', async () => {
    const { player, loadParts, fail, arrive } = opened();
    act(player, 'other-mode');
    fail();
    await settled();
    act(player, 'other-mode');
    arrive();
    await settled();
    expect(loadParts).toHaveBeenCalledTimes(2);
    expect(variant(player)).toBe('client-state');
  });

  it('reports nothing until a command needs it', async () => {
    const { load, whenDropped, fail } = opened();
    const onDropped = vi.fn();
    whenDropped(onDropped);
    const loaded = load();
    fail();
    await expect(loaded).rejects.toThrow('No network');
    expect(onDropped).not.toHaveBeenCalled();
  });
});

describe('navigating', () => {
  it.each([
    'next-step',
    'previous-step',
    'first-step',
    'last-step',
    'next-request',
    'previous-request',
    'toggle-play',
    'advance',
    'finish-motion',
    'faster',
    'slower',
    'inspect-earlier',
    'inspect-later',
    'toggle-causes',
    'toggle-future',
  ] as const)('%s has the same result as in the whole reducer', (kind) => {
    for (const step of [0, 3, 8]) {
      const state = openedState({ step });
      const selected = navigate(state, { kind: 'inspect-earlier' });
      for (const before of [state, selected, { ...state, isPlaying: true, isMoving: true }]) {
        // The lesson's position follows once the run's trace is there.
        const { lessonPosition } = before;
        expect(navigate(before, { kind })).toEqual({ ...reduce(before, { kind }), lessonPosition });
      }
    }
  });
});
