import { describe, expect, it, test, vi } from 'vitest';
import { createLazyPlayer } from '../../src/app/lazy-player.ts';
import { navigate } from '../../src/player/navigate.ts';
import type { PlayerStore, Reducer } from '../../src/player/player.ts';
import { reduce } from '../../src/player/reduce.ts';
import { variantOf } from '../../src/simulation/variants.ts';
import { act, openedState, openPlayer } from '../support/opened-player.ts';

/** A reducer whose loading ends when the test says so. */
function pendingReducer() {
  const attempts: PromiseWithResolvers<Reducer>[] = [];
  const load = vi.fn(() => {
    const attempt = promiseWithResolvers<Reducer>();
    attempts.push(attempt);
    return attempt.promise;
  });
  const last = () => {
    const attempt = attempts.at(-1);
    if (attempt === undefined) throw new Error('Nothing is being loaded.');
    return attempt;
  };
  return { load, arrive: () => last().resolve(reduce), fail: () => last().reject(new Error('No network')) };
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
  const loading = pendingReducer();
  const lazy = createLazyPlayer(openedState({ allowsMotion: false }), loading.load);
  return { ...loading, ...lazy };
}

function variant(player: PlayerStore) {
  const { run } = player.getState().recording;
  return run && variantOf(run.scenario);
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('before the simulation is loaded', () => {
  it('steps at once, and loads nothing for it', () => {
    const { player, load } = opened();
    const { step } = player.getState();
    expect(act(player, 'next-step').step).toBe(step + 1);
    expect(act(player, 'toggle-causes', 'faster').speed).toBe(2);
    expect(load).not.toHaveBeenCalled();
  });

  it('lets a command wait, and everything after it', async () => {
    const { player, load, arrive } = opened();
    const { step } = player.getState();
    act(player, 'next-step', 'other-mode', 'next-step', 'other-mode', 'next-step');
    expect(variant(player)).toBe('server-memory');
    expect(player.getState().step).toBe(step + 1);
    arrive();
    await settled();
    expect(variant(player)).toBe('server-memory');
    expect(player.getState().step).toBe(step + 3);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('carries out a command exactly once, in its place', async () => {
    const { player, preload, arrive } = opened();
    void preload();
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

test('once it is loaded, nothing waits any more', async () => {
  const { player, preload, arrive } = opened();
  const preloading = preload();
  arrive();
  await preloading;
  act(player, { kind: 'choose-variant', variant: 'signed-token' });
  expect(variant(player)).toBe('signed-token');
});

describe('when it cannot be loaded', () => {
  it('drops the command, says so, and goes on stepping', async () => {
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

  it('tries again with the next command', async () => {
    const { player, load, fail, arrive } = opened();
    act(player, 'other-mode');
    fail();
    await settled();
    act(player, 'other-mode');
    arrive();
    await settled();
    expect(load).toHaveBeenCalledTimes(2);
    expect(variant(player)).toBe('client-state');
  });

  it('says nothing as long as no command needed it', async () => {
    const { preload, whenDropped, fail } = opened();
    const onDropped = vi.fn();
    whenDropped(onDropped);
    const preloading = preload();
    fail();
    await preloading;
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
  ] as const)('%s does what the whole reducer does', (kind) => {
    for (const step of [0, 3, 8]) {
      const state = openedState({ step });
      const selected = navigate(state, { kind: 'inspect-earlier' });
      for (const before of [state, selected, { ...state, isPlaying: true, isMoving: true }]) {
        expect(navigate(before, { kind })).toEqual(reduce(before, { kind }));
      }
    }
  });
});
