// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { act, type PlayerOpening, runOfPlayer } from '../../../../tests/support/opened-player.ts';
import { createSliceWorker } from '../../../lab/slices.ts';
import clerk from '../../../lessons/clerk/lesson.ts';
import { findLossText as text } from '../../../locales/en/find-loss-text.ts';
import { presentBranch } from '../../../player/history.ts';
import type { PlayerStore } from '../../../player/player.ts';
import { clusterScenario } from '../../../simulation/scenario.ts';
import type { Workers } from '../lab-workers.ts';
import { FindLoss } from '../search/find-loss.tsx';
import { createSearchStore, type SearchStore } from '../search/search-store.ts';
import type { LoadWorkers } from '../use-workers.ts';

/** No threads in Node's DOM: the runs take turns with the test. */
const workers: Workers = {
  count: 1,
  areThreads: false,
  create: () => createSliceWorker((work) => void setImmediate(work)),
};

/** The panel, and a button that opens it again. */
function Reopened({
  store,
  loadWorkers,
}: {
  readonly store: SearchStore;
  readonly loadWorkers: LoadWorkers;
}) {
  const [isOpen, setIsOpen] = useState(true);
  return isOpen ? (
    <FindLoss store={store} loadWorkers={loadWorkers} onClose={() => setIsOpen(false)} />
  ) : (
    <button type="button" onClick={() => setIsOpen(true)}>
      Reopen
    </button>
  );
}

async function open(opening: PlayerOpening = {}, ownWorkers = workers) {
  // Reports each batch.
  let nowMs = 0;
  const store = createSearchStore(() => {
    nowMs += 1_000;
    return nowMs;
  });
  const loadWorkers = async () => ownWorkers;
  const { player } = mount(<Reopened store={store} loadWorkers={loadWorkers} />, 'en', opening);
  const search = await screen.findByRole('button', { name: text.search });
  await waitFor(() => expect(search).toBeEnabled());
  const user = userEvent.setup();
  const isOver = () => waitFor(() => expect(store.getState().isRunning).toBe(false), { timeout: 20_000 });
  return { user, store, player, search, isOver };
}

describe('the search for a loss', () => {
  it('plays the first loss that it finds, on a branch that Undo takes back', async () => {
    const { user, player, search, isOver } = await open();
    const before = runOfPlayer(player);
    await user.click(search);
    await isOver();
    const summary = screen.getByRole('status');
    expect(summary).toHaveTextContent(/^Tried all \d+ single faults at all 9 moments\. Found \d+ ways/);
    expect(summary).toHaveTextContent(text.notSearched('pairs'));
    const state = player.getState();
    expect(state.isPlaying).toBe(true);
    expect(state.history.all).toHaveLength(2);
    expect(runOfPlayer(player).scores.at(-1)?.sessionsLost).toBeGreaterThan(0);
    const list = await screen.findByRole('group', { name: text.list });
    const [first, second] = within(list).getAllByRole('button');
    expect(first).toHaveAttribute('aria-pressed', 'true');
    if (second === undefined) throw new Error('Only one was found.');
    await user.click(second);
    expect(second).toHaveAttribute('aria-pressed', 'true');
    expect(player.getState().history.all).toHaveLength(3);
    act(player, 'undo', 'undo');
    expect(runOfPlayer(player).commands).toEqual(before.commands);
    expect(presentBranch(player.getState().history).commands).toEqual([]);
  });

  it('says what it tried when it finds nothing, and offers pairs', async () => {
    const scenario = clusterScenario({ ...clerk.scenario, strategy: 'signed-token', servers: 1 });
    const { user, player, search, isOver } = await open({ scenario });
    await user.click(search);
    await isOver();
    const summary = screen.getByRole('status');
    expect(summary).toHaveTextContent(/Tried \d+, found none\. Pairs of faults weren’t searched\./);
    expect(summary).not.toHaveTextContent(/safe|prove/i);
    expect(player.getState().history.all).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: /^Search pairs/ }));
    await isOver();
    expect(screen.getByRole('status')).toHaveTextContent(/pairs/);
    expect(screen.getByRole('button', { name: /^Try random lists/ })).toBeEnabled();
  });

  it('searches the run as it was before it played what it found', async () => {
    const { user, store, search, isOver } = await open();
    await user.click(search);
    await isOver();
    const { found } = store.getState().search ?? { found: [] };
    await user.click(screen.getByRole('button', { name: text.search }));
    await isOver();
    expect(store.getState().search?.found).toEqual(found);
  });

  it('forgets its results under another scenario', async () => {
    const { user, player, search, isOver } = await open();
    await user.click(search);
    await isOver();
    player.getState().dispatch({ kind: 'choose-variant', variant: 'shared-store' });
    await waitFor(() => expect(screen.queryByRole('group', { name: text.list })).toBeNull());
  });

  it('goes on while it’s closed, and then has what it found without having played it', async () => {
    const { user, store, player, search, isOver } = await open();
    await user.click(search);
    await user.click(screen.getByRole('button', { name: text.close }));
    expect(screen.queryByRole('region', { name: text.title })).toBeNull();
    await isOver();
    expect(store.getState().search?.found.length).toBeGreaterThan(0);
    expect(player.getState().history.all).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    expect(await screen.findByRole('group', { name: text.list })).toBeVisible();
    expect(player.getState().history.all).toHaveLength(1);
  });

  it.each([
    [
      'is cancelled',
      async (user: UserEvent) => user.click(screen.getByRole('button', { name: text.cancel })),
    ],
    [
      'looks for another property',
      async (user: UserEvent) => user.selectOptions(screen.getByRole('combobox'), 'asked-again'),
    ],
    [
      'tries other faults',
      async (user: UserEvent) => user.click(screen.getByRole('checkbox', { name: text.kinds.drop })),
    ],
    [
      'is of another scenario',
      async (_: UserEvent, player: PlayerStore) =>
        act(player, { kind: 'choose-variant', variant: 'shared-store' }),
    ],
  ])('plays nothing when it %s after a first find', async (_, end) => {
    const waiting: (() => void)[] = [];
    const create = () => createSliceWorker((work) => void waiting.push(work));
    const { user, store, player, search } = await open({}, { ...workers, create });
    await user.click(search);
    while (store.getState().search?.found.length === 0) waiting.shift()?.();
    const before = player.getState().history.all.length;
    expect(store.getState().isRunning).toBe(true);
    await end(user, player);
    await waitFor(() => expect(store.getState().isRunning).toBe(false));
    expect(player.getState().history.all).toHaveLength(before);
    expect(player.getState().isPlaying).toBe(false);
  });

  it('chooses the faults to try', async () => {
    const { user, store } = await open();
    for (const kind of ['crash', 'drop', 'flush'] as const) {
      await user.click(screen.getByRole('checkbox', { name: text.kinds[kind] }));
    }
    expect(store.getState().kinds).toEqual([]);
    expect(screen.getByRole('button', { name: text.search })).toBeDisabled();
    expect(screen.getByRole('status')).toHaveTextContent(text.noFaults);
    await user.click(screen.getByRole('checkbox', { name: text.kinds.freeze }));
    expect(store.getState().kinds).toEqual(['freeze']);
  });
});

it('says that its workers couldn’t be loaded, and loads them when it’s asked again', async () => {
  let tries = 0;
  const loadWorkers = async () => {
    tries += 1;
    if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return workers;
  };
  mount(<FindLoss store={createSearchStore()} loadWorkers={loadWorkers} onClose={() => {}} />);
  expect(await screen.findByRole('alert')).toHaveTextContent(`“${text.title}” failed.`);
  const search = screen.getByRole('button', { name: text.search });
  expect(search).toBeDisabled();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(search).toBeEnabled());
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says that it searches only the shown steps while predicting', async () => {
  const { player } = await open();
  expect(screen.queryByText(text.onlyShown)).toBeNull();
  act(player, { kind: 'predict', isOn: true }, { kind: 'crash', node: 'server-1' });
  expect(await screen.findByText(text.onlyShown)).toBeVisible();
});
