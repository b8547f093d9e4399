/** A window that can't show at once what the others show: its simulation is still loading, or a diagram is being read. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeChannel } from '../../../../tests/support/fake-channel.ts';
import { act, openedState, openPlayer } from '../../../../tests/support/opened-player.ts';
import { createLazyPlayer, type PlayerParts } from '../../../app/lazy-player.ts';
import { phrasebook } from '../../../locales/en/phrasebook.ts';
import { timelineIndex } from '../../../player/comparison.ts';
import type { PlayerStore } from '../../../player/player.ts';
import { atReachedScene } from '../../../player/reached-scene.ts';
import { reduce } from '../../../player/reduce.ts';
import { readPlantUml } from '../../../sequence/plantuml/read-plantuml.ts';
import { readDiagram } from '../../../url/read-diagram.ts';
import { type BlankScreen, playerSession } from '../player-session.ts';
import { joinPresentation } from '../presentation-session.ts';

vi.mock('../../../url/read-diagram.ts', () => ({ readDiagram: vi.fn() }));

const neverBlank: BlankScreen = { isBlank: () => false, setBlank: () => {}, subscribe: () => () => {} };
const nothing = { onOthers: () => {}, onOtherVersion: () => {} };
const settled = () => new Promise((resolve) => setTimeout(resolve));
const placeOf = (player: PlayerStore) => timelineIndex(player.getState());

function join(
  channel: FakeChannel,
  name: string,
  player: PlayerStore,
  { onLinked, blank = neverBlank }: { onLinked?: (is: boolean) => void; blank?: BlankScreen } = {},
) {
  return joinPresentation(playerSession(player, blank, onLinked), channel.join(), name, nothing);
}

/** An audience's page that has just been reloaded, beside a presenter's window at place 2. */
function reloadedAudience(blank?: BlankScreen) {
  let finish = (_: PlayerParts) => {};
  let fail = (_: Error) => {};
  const load = () =>
    new Promise<PlayerParts>((resolve, reject) => {
      finish = resolve;
      fail = reject;
    });
  const channel = new FakeChannel();
  const presenter = openPlayer({ allowsMotion: false });
  join(channel, 'presenter', presenter);
  const { player: audience } = createLazyPlayer(openedState({ allowsMotion: false, step: 0 }), load);
  join(channel, 'audience', audience, blank === undefined ? {} : { blank });
  channel.settle();
  const arrive = async () => {
    finish({ reduce, atReachedScene, phrasebook });
    await settled();
    channel.settle();
  };
  return { channel, presenter, audience, arrive, fail: () => fail(new Error('No network')) };
}

describe('while the audience’s simulation is loading', () => {
  it('no step of the presenter is lost or sent back', async () => {
    const { channel, presenter, audience, arrive } = reloadedAudience();
    for (const step of [3, 4, 5, 6]) {
      act(presenter, 'next-step');
      channel.settle();
      expect(placeOf(presenter)).toBe(step);
    }
    const before = channel.sent.length;
    await arrive();
    expect([placeOf(presenter), placeOf(audience)]).toEqual([6, 6]);
    expect(channel.sent).toHaveLength(before);
  });

  it('a step that was taken there follows the presenter’s, and is shown by both', async () => {
    const { presenter, audience, arrive } = reloadedAudience();
    act(audience, 'next-step');
    await arrive();
    expect([placeOf(presenter), placeOf(audience)]).toEqual([3, 3]);
  });

  it('a step between two of the presenter’s gives way to the later one', async () => {
    const { channel, presenter, audience, arrive } = reloadedAudience();
    act(audience, 'next-step');
    act(presenter, 'last-step');
    channel.settle();
    const last = placeOf(presenter);
    await arrive();
    expect([placeOf(presenter), placeOf(audience)]).toEqual([last, last]);
  });

  it('a third window gets what the presenter shows', async () => {
    const { channel, presenter, audience, arrive } = reloadedAudience();
    act(presenter, 'next-step');
    channel.settle();
    const third = openPlayer({ allowsMotion: false });
    join(channel, 'third', third);
    channel.settle();
    expect(placeOf(third)).toBe(3);
    await arrive();
    expect([presenter, audience, third].map(placeOf)).toEqual([3, 3, 3]);
  });

  it('and cannot be loaded, the next step is followed again', async () => {
    const { channel, presenter, audience, fail, arrive } = reloadedAudience();
    fail();
    await settled();
    channel.settle();
    expect([placeOf(presenter), placeOf(audience)]).toEqual([2, 0]);
    act(presenter, 'next-step');
    channel.settle();
    await arrive();
    expect([placeOf(presenter), placeOf(audience)]).toEqual([3, 3]);
  });
});

describe('while a diagram is being read', () => {
  const plain = { v: 4, kind: 'show', from: 'x', by: 'x', lessonPosition: 'opening', timelineIndex: 0 };
  const show = (turn: number, link: string) => ({ ...plain, turn, link, prediction: null, isBlank: false });
  const other = '?lesson=clerk&strategy=server-memory';
  let fail: (problem: Error) => void;

  beforeEach(() => {
    vi.mocked(readDiagram).mockReset();
    vi.mocked(readDiagram).mockImplementation(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
  });

  it('a failure is reported, but not once something else is shown', async () => {
    const channel = new FakeChannel();
    const onLinked = vi.fn();
    join(channel, 'audience', openPlayer({ allowsMotion: false }), { onLinked });
    channel.inject(show(2, '?#diagram=one'));
    fail(new Error('No network'));
    await settled();
    expect(onLinked.mock.calls).toEqual([[false]]);
    channel.inject(show(3, '?#diagram=two'));
    channel.inject(show(4, other));
    fail(new Error('No network'));
    await settled();
    expect(onLinked.mock.calls).toEqual([[false], [true]]);
  });

  it('a step of the old run isn’t sent, and a step after a failure is', async () => {
    const channel = new FakeChannel();
    const player = openPlayer({ allowsMotion: false });
    join(channel, 'audience', player);
    channel.inject(show(2, '?#diagram=one'));
    const before = channel.sent.length;
    act(player, 'next-step');
    expect(channel.sent).toHaveLength(before);
    fail(new Error('No network'));
    await settled();
    expect(channel.sent).toHaveLength(before);
    act(player, 'next-step');
    expect(channel.sent).toHaveLength(before + 1);
  });

  it('one that arrives too late changes nothing', async () => {
    const arrivals = new Map<string, () => void>();
    const { diagram } = readPlantUml('a -> b : one\nb -> a : two\na -> b : three');
    vi.mocked(readDiagram).mockImplementation(
      (code) => new Promise((resolve) => arrivals.set(code, () => resolve(diagram))),
    );
    const arrive = async (code: string) => {
      arrivals.get(code)?.();
      await settled();
    };
    const channel = new FakeChannel();
    const player = openPlayer({ allowsMotion: false });
    join(channel, 'audience', player);
    channel.inject(show(2, '?#diagram=one'));
    await arrive('one');
    channel.inject(show(3, '?#diagram=two'));
    channel.inject(show(4, '?#diagram=one'));
    await arrive('two');
    channel.inject({ ...show(5, '?#diagram=one'), timelineIndex: 2 });
    expect(placeOf(player)).toBe(2);
  });
});

it('a screen that is blanked while a window catches up is told once it has', async () => {
  let isBlank = false;
  let changed = () => {};
  const blank: BlankScreen = {
    isBlank: () => isBlank,
    setBlank: (is) => {
      isBlank = is;
    },
    subscribe: (onChange) => {
      changed = onChange;
      return () => {};
    },
  };
  const { channel, presenter, audience, arrive } = reloadedAudience(blank);
  act(presenter, 'next-step');
  channel.settle();
  isBlank = true;
  changed();
  const before = channel.sent.length;
  await arrive();
  expect(placeOf(audience)).toBe(3);
  expect(channel.sent[before]).toMatchObject({ from: 'audience', isBlank: true, timelineIndex: 3 });
});
