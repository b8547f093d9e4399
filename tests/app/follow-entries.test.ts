// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followEntries } from '../../src/app/follow-entries.ts';
import { nameEntry } from '../../src/app/history-entries.ts';
import { openedOverIn } from '../../src/app/kept-branches.ts';
import { createLazyPlayer } from '../../src/app/lazy-player.ts';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { atReachedScene } from '../../src/player/reached-scene.ts';
import { reduce } from '../../src/player/reduce.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { keptBranches } from '../../src/url/kept-work.ts';
import { act, clusterOf, openedState, runOfPlayer } from '../support/opened-player.ts';

let stop = () => {};

beforeEach(() => {
  history.replaceState(null, '', '/');
  sessionStorage.clear();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

async function follow(): Promise<PlayerStore> {
  const state = openedState({ lesson: sandbox, allowsMotion: false });
  const { player, load, setMiddleware } = createLazyPlayer(state, async () => ({
    reduce,
    atReachedScene,
    phrasebook,
  }));
  await load();
  stop = followEntries({
    player,
    setMiddleware,
    openedOver: null,
    onNotKept: () => {},
    written: player.getState(),
  });
  return player;
}

/** The browser answers with an event. */
async function arriving(leave: () => void): Promise<void> {
  const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
  leave();
  await arrived;
}

const undo = (player: PlayerStore) => () => act(player, 'undo');
const travel = (by: -1 | 1) => arriving(() => history.go(by));

function change(player: PlayerStore, part: Partial<ClusterScenario>, isUndoable = true): void {
  act(player, { kind: 'change-scenario', scenario: { ...clusterOf(player), ...part }, isUndoable });
}

const crash = { kind: 'crash', node: 'server-1' } as const;
const kindsOf = (player: PlayerStore) => runOfPlayer(player).commands.map(({ kind }) => kind);

describe.each([
  ['Undo', (player: PlayerStore) => arriving(undo(player))],
  ['Back', () => travel(-1)],
])('%s', (_, goBack) => {
  test('takes back changes of the scenario one by one, and commands that were given before stay', async () => {
    const player = await follow();
    act(player, crash);
    const { servers } = clusterOf(player);
    change(player, { servers: 5 });
    change(player, { servers: 6 });
    await goBack(player);
    expect(clusterOf(player).servers).toBe(5);
    await goBack(player);
    expect(clusterOf(player).servers).toBe(servers);
    expect(kindsOf(player)).toEqual(['crash']);
  });
});

test('Undo takes back commands and changes of the scenario in order, the latest first', async () => {
  const player = await follow();
  const { servers } = clusterOf(player);
  act(player, crash);
  change(player, { servers: 5 });
  act(player, { kind: 'restart', node: 'server-1' });
  expect(kindsOf(player)).toEqual(['crash', 'restart']);
  act(player, 'undo');
  expect(clusterOf(player).servers).toBe(5);
  expect(kindsOf(player)).toEqual(['crash']);
  await arriving(undo(player));
  expect(clusterOf(player).servers).toBe(servers);
  expect(kindsOf(player)).toEqual(['crash']);
  act(player, 'undo');
  expect(kindsOf(player)).toEqual([]);
});

test('Undo brings back a removed branch before it takes back the change before the removal', async () => {
  const player = await follow();
  const { servers } = clusterOf(player);
  change(player, { servers: 5 });
  act(player, crash, 'remove-branch', 'undo');
  expect(kindsOf(player)).toEqual(['crash']);
  expect(clusterOf(player).servers).toBe(5);
  act(player, 'undo');
  await arriving(undo(player));
  expect(clusterOf(player).servers).toBe(servers);
});

test('a branch that was removed before a change is brought back after the change is taken back', async () => {
  const player = await follow();
  const { servers } = clusterOf(player);
  act(player, crash, 'remove-branch');
  change(player, { servers: 5 });
  await arriving(undo(player));
  expect(clusterOf(player).servers).toBe(servers);
  expect(kindsOf(player)).toEqual([]);
  act(player, 'undo');
  expect(kindsOf(player)).toEqual(['crash']);
});

test('after Back and Forward, Undo still takes back the latest command first', async () => {
  const player = await follow();
  change(player, { servers: 5 });
  act(player, crash);
  await travel(-1);
  await travel(1);
  expect(kindsOf(player)).toEqual(['crash']);
  act(player, 'undo');
  expect(kindsOf(player)).toEqual([]);
  expect(clusterOf(player).servers).toBe(5);
});

test('a change that goes on with the one before is taken back with it', async () => {
  const player = await follow();
  act(player, crash);
  const { clients } = clusterOf(player);
  const retries = (count: number) => ({ clients: clients.map((each) => ({ ...each, retries: count })) });
  change(player, retries(1));
  change(player, retries(12), false);
  await arriving(undo(player));
  expect(clusterOf(player).clients).toEqual(clients);
  expect(kindsOf(player)).toEqual(['crash']);
});

test('a change that drops the commands it was made after is still taken back as a whole', async () => {
  const player = await follow();
  act(player, { kind: 'add-server' });
  const { servers } = clusterOf(player);
  expect(kindsOf(player)).toEqual(['add']);
  change(player, { servers: servers + 1 });
  // Goes on: the server that the command adds is there from the start.
  change(player, { servers: servers + 2 }, false);
  await arriving(undo(player));
  expect(clusterOf(player).servers).toBe(servers);
  expect(kindsOf(player)).toEqual(['add']);
});

test('a reload knows what Undo leads back to', async () => {
  const player = await follow();
  change(player, { servers: 5 });
  const { openedOver, history: branches } = player.getState();
  expect(openedOver).toEqual({ branch: branches.present, isChange: true });
  expect(openedOverIn(keptBranches(nameEntry().work))).toEqual(openedOver);
});

test('where no entry can be added, Undo doesn’t leave the work', async () => {
  const player = await follow();
  vi.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('The document is sandboxed.', 'SecurityError');
  });
  const goBack = vi.spyOn(history, 'go');
  change(player, { servers: 5 });
  expect(player.getState().openedOver).toBeNull();
  act(player, 'undo');
  expect(goBack).not.toHaveBeenCalled();
});
