/** One presentation in several windows, connected by a channel that delivers on demand. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { FakeChannel } from '../../../../tests/support/fake-channel.ts';
import { drawingSaying } from '../../../../tests/support/imported-diagrams.ts';
import { act, openPlayer } from '../../../../tests/support/opened-player.ts';
import clerk from '../../../lessons/clerk/lesson.ts';
import { timelineIndex } from '../../../player/comparison.ts';
import type { PlayerStore } from '../../../player/player.ts';
import { predictionProgress } from '../../../player/prediction.ts';
import type { Action } from '../../../player/state.ts';
import { type BlankScreen, playerSession } from '../player-session.ts';
import { joinPresentation } from '../presentation-session.ts';

interface Window {
  readonly player: PlayerStore;
  readonly blank: BlankScreen;
  readonly onOthers: ReturnType<typeof vi.fn>;
  readonly onOtherVersion: ReturnType<typeof vi.fn>;
  leave(): void;
}

function blankScreen(): BlankScreen {
  let isBlank = false;
  const listeners = new Set<() => void>();
  return {
    isBlank: () => isBlank,
    setBlank: (next) => {
      if (next === isBlank) return;
      isBlank = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function openWindow(
  channel: FakeChannel,
  name: string,
  opening: Parameters<typeof openPlayer>[0] = {},
): Window {
  const player = openPlayer({ allowsMotion: false, ...opening });
  const blank = blankScreen();
  const onOthers = vi.fn();
  const onOtherVersion = vi.fn();
  const leave = joinPresentation(playerSession(player, blank), channel.join(), name, {
    onOthers,
    onOtherVersion,
  });
  return { player, blank, onOthers, onOtherVersion, leave };
}

/** A window's visible state. */
function seenIn({ player, blank }: Window): unknown {
  const state = player.getState();
  const { recording, comparison } = state;
  return {
    caption: recording.diagram.steps[state.step]?.sentence,
    comparison: comparison && [
      comparison.variant,
      comparison.recording.diagram.steps[comparison.step]?.sentence,
    ],
    timelineIndex: timelineIndex(state),
    prediction: predictionProgress(state),
    steps: recording.diagram.steps.length,
    scenario: recording.run?.scenario,
    commands: recording.run?.commands,
    detail: recording.run?.detail,
    isBlank: blank.isBlank(),
  };
}

const crash: Action = { kind: 'crash', node: 'server-1' };

function twoWindows(): { channel: FakeChannel; audience: Window; presenter: Window } {
  const channel = new FakeChannel();
  const audience = openWindow(channel, 'audience');
  const presenter = openWindow(channel, 'presenter');
  channel.settle();
  return { channel, audience, presenter };
}

describe('two windows', () => {
  it('know of each other', () => {
    const { audience, presenter } = twoWindows();
    expect(audience.onOthers).toHaveBeenLastCalledWith(1);
    expect(presenter.onOthers).toHaveBeenLastCalledWith(1);
  });

  it.each([
    ['audience', 'presenter'],
    ['presenter', 'audience'],
  ] as const)('show what happens in the window of the %s in that of the %s', (from, to) => {
    const { channel, ...windows } = twoWindows();
    act(windows[from].player, 'next-step', crash, 'next-step', 'toggle-compare', 'next-step');
    windows[from].blank.setBlank(true);
    channel.settle();
    expect(seenIn(windows[to])).toEqual(seenIn(windows[from]));
    act(windows[from].player, 'undo', 'other-mode', 'toggle-detail', 'last-step');
    windows[from].blank.setBlank(false);
    channel.settle();
    expect(seenIn(windows[to])).toEqual(seenIn(windows[from]));
  });

  it('stay in sync after a message with the largest number', () => {
    const { channel, audience, presenter } = twoWindows();
    const messages: object[] = [];
    const port = channel.join();
    const stop = port.listen((message) => messages.push(Object(message)));
    act(audience.player, 'next-step');
    channel.settle();
    stop();
    const shown = messages.find((message) => 'kind' in message && message.kind === 'show') ?? expect.fail();
    port.send({ ...shown, from: 'stranger', by: 'stranger', turn: Number.MAX_SAFE_INTEGER });
    channel.settle();
    act(presenter.player, 'next-step', crash);
    channel.settle();
    expect(seenIn(audience)).toEqual(seenIn(presenter));
    expect(timelineIndex(audience.player.getState())).toBeGreaterThan(3);
  });

  it('send a change once, and never back', () => {
    const { channel, audience } = twoWindows();
    const before = channel.sent.length;
    act(audience.player, 'next-step');
    channel.settle();
    expect(channel.sent.slice(before)).toMatchObject([{ kind: 'show', from: 'audience' }]);
    act(audience.player, 'faster', 'next-step');
    channel.settle();
    expect(channel.sent).toHaveLength(before + 2);
  });

  it('agree after two simultaneous changes', () => {
    const { channel, audience, presenter } = twoWindows();
    act(audience.player, crash);
    act(presenter.player, 'first-step');
    channel.settle();
    expect(seenIn(audience)).toEqual(seenIn(presenter));
  });

  it('ask the same question, and neither goes past it', () => {
    const { channel, audience, presenter } = twoWindows();
    act(audience.player, crash, { kind: 'predict', isOn: true });
    channel.settle();
    expect(presenter.player.getState().prediction).not.toBeNull();
    act(presenter.player, 'last-step');
    channel.settle();
    const [asked] = [audience, presenter].map(({ player }) => player.getState().prediction?.asked);
    expect(asked?.phase).toBe('first-vote');
    expect(seenIn(presenter)).toEqual(seenIn(audience));
    const { timelineIndex } = seenIn(audience) as { timelineIndex: number };

    act(audience.player, { kind: 'count-hands', option: 1, hands: 17 });
    channel.settle();
    act(presenter.player, 'next-step');
    channel.settle();
    // Both stay in the discussion, and the hands aren't counted again.
    expect(seenIn(audience)).toMatchObject({
      timelineIndex,
      prediction: { asked: { phase: 'discussion', votes: [{ hands: expect.arrayContaining([17]) }, {}] } },
    });
    act(presenter.player, 'next-step', 'next-step', 'next-step');
    channel.settle();
    expect(seenIn(audience)).toEqual(seenIn(presenter));
    // The earlier question is answered; another one can wait at the same position.
    expect(seenIn(audience)).toMatchObject({ prediction: { next: 1 } });
    act(presenter.player, { kind: 'predict', isOn: false });
    channel.settle();
    expect(audience.player.getState().prediction).toBeNull();
  });

  it('continue alone when the other is closed', () => {
    const { channel, audience, presenter } = twoWindows();
    presenter.leave();
    channel.settle();
    expect(audience.onOthers).toHaveBeenLastCalledWith(0);
    act(audience.player, 'next-step');
    expect(audience.player.getState().step).toBe(3);
  });

  it('resume the presentation after one of them was reloaded', () => {
    const { channel, audience, presenter } = twoWindows();
    act(presenter.player, crash, 'next-step');
    channel.settle();
    audience.leave();
    act(presenter.player, 'next-step');
    const again = openWindow(channel, 'audience-again', { step: 0 });
    channel.settle();
    expect(seenIn(again)).toEqual(seenIn(presenter));
  });

  it('pause when the other takes control', () => {
    const { channel, audience, presenter } = twoWindows();
    act(audience.player, 'toggle-play');
    act(presenter.player, 'next-step');
    channel.settle();
    expect(audience.player.getState()).toMatchObject({ isPlaying: false, step: 3 });
  });

  it('keep their own branches', () => {
    const { channel, audience, presenter } = twoWindows();
    act(audience.player, crash);
    channel.settle();
    act(presenter.player, 'first-step', { kind: 'crash', node: 'server-2' });
    channel.settle();
    const branches = audience.player.getState().history.all.map(({ commands }) => commands.length);
    expect(branches).toEqual([0, 1, 1]);
    expect(seenIn(audience)).toEqual(seenIn(presenter));
  });
});

it('a window that joins later shows the same as the others', () => {
  const { channel, audience } = twoWindows();
  act(audience.player, crash, 'next-step', 'toggle-compare');
  audience.blank.setBlank(true);
  channel.settle();
  const late = openWindow(channel, 'late');
  channel.settle();
  expect(seenIn(late)).toEqual(seenIn(audience));
  expect(audience.onOthers).toHaveBeenLastCalledWith(2);
});

it('a single step moves in the other window as well, a jump does not', () => {
  const channel = new FakeChannel();
  const audience = openWindow(channel, 'audience', { allowsMotion: true });
  const presenter = openWindow(channel, 'presenter');
  channel.settle();
  const movesAfter = (
    ...actions: Parameters<typeof act> extends [PlayerStore, ...infer Rest] ? Rest : never
  ) => {
    act(presenter.player, ...actions);
    channel.settle();
    return audience.player.getState().isMoving;
  };
  expect(movesAfter('next-step')).toBe(true);
  expect(movesAfter('last-step')).toBe(false);
  expect(movesAfter('previous-step')).toBe(false);
  expect(movesAfter(crash)).toBe(true);
});

it('an imported diagram has no link: the other window stays where it was, and follows again afterwards', () => {
  const { channel, audience, presenter } = twoWindows();
  const before = seenIn(presenter);
  act(audience.player, { kind: 'open-imported', imported: drawingSaying('one', 'two') }, 'next-step');
  channel.settle();
  expect(seenIn(presenter)).toEqual(before);
  act(audience.player, 'close-imported', 'next-step');
  channel.settle();
  expect(seenIn(presenter)).toEqual(seenIn(audience));
});

describe('a received message', () => {
  const plain = {
    ...{ v: 4, kind: 'show', from: 'x', turn: 9, by: 'x' },
    ...{ link: null, lessonPosition: 'opening', timelineIndex: 0, prediction: null, isBlank: false },
  };

  it.each([
    ['nothing', undefined],
    ['a text', 'show'],
    ['no kind', { v: 4, from: 'x' }],
    ['an index that is none', { ...plain, timelineIndex: -1 }],
    ['an index that is no number', { ...plain, timelineIndex: '3' }],
    ['a scene that is none', { ...plain, lessonPosition: -1 }],
    ['a sender that is none', { ...plain, from: '<script>' }],
    ['a field too many', { ...plain, more: 1 }],
    ['a link that is none', { ...plain, link: 7 }],
  ])('is ignored when it is %s', (_, message) => {
    const { channel, audience } = twoWindows();
    const before = seenIn(audience);
    channel.inject(message);
    expect(seenIn(audience)).toEqual(before);
    expect(audience.onOtherVersion).not.toHaveBeenCalled();
  });

  it.each(['?lesson=nothing', '?lesson=clerk&strategy=magic', '?lesson=clerk#run=broken', '#', ''])(
    'is not shown when its link is “%s”, but later ones are',
    (link) => {
      const { channel, audience, presenter } = twoWindows();
      const before = seenIn(audience);
      channel.inject({ ...plain, link });
      if (link.includes('=')) expect(seenIn(audience)).toEqual(before);
      act(presenter.player, 'last-step');
      channel.settle();
      expect(seenIn(audience)).toEqual(seenIn(presenter));
    },
  );

  it('from another version is reported, and not shown', () => {
    const { channel, audience } = twoWindows();
    const before = seenIn(audience);
    channel.inject({ v: 5, kind: 'show', everything: 'different' });
    expect(audience.onOtherVersion).toHaveBeenCalled();
    expect(seenIn(audience)).toEqual(before);
  });
});

type Turn =
  | { readonly kind: 'act'; readonly window: number; readonly action: Action }
  | { readonly kind: 'blank'; readonly window: number; readonly isBlank: boolean }
  | { readonly kind: 'deliver'; readonly window: number };

const window = fc.nat({ max: 2 });
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc
    .constantFrom(
      ...(['next-step', 'previous-step', 'first-step', 'last-step', 'next-request', 'undo', 'redo'] as const),
      ...(['other-mode', 'toggle-compare', 'next-branch', 'toggle-detail', 'start-over', 'advance'] as const),
      ...(['go-on', 'reveal', 'skip-question', 'put-away'] as const),
    )
    .map((kind) => ({ kind })),
  fc.constantFrom(true, true, false).map((isOn) => ({ kind: 'predict' as const, isOn })),
  fc.record({ kind: fc.constant('choose-option' as const), option: fc.nat({ max: 3 }) }),
  fc.record({
    kind: fc.constant('count-hands' as const),
    option: fc.nat({ max: 3 }),
    hands: fc.nat({ max: 40 }),
  }),
  fc.nat({ max: 12 }).map((step) => ({ kind: 'go-to' as const, step })),
  fc.constantFrom('server-1', 'server-2').map((node) => ({ kind: 'toggle-power' as const, node })),
  fc
    .constantFrom('sticky', 'shared-store', 'signed-token')
    .map((variant) => ({ kind: 'choose-variant' as const, variant })),
  fc
    .constantFrom<(0 | 2 | 'closing')[]>(0, 2, 'closing')
    .map((lessonPosition) => ({ kind: 'open-lesson' as const, lesson: clerk, lessonPosition })),
);
const anyTurn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('act'), window, action: anyAction }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('blank'), window, isBlank: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('deliver'), window }) },
);

it('after any interleaving of actions and deliveries, all windows show the same', () => {
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 25 }), (turns) => {
      const channel = new FakeChannel();
      const windows = ['one', 'two', 'three'].map((name) => openWindow(channel, name));
      for (const turn of turns) {
        const at = windows[turn.window];
        if (at === undefined) continue;
        if (turn.kind === 'deliver') channel.deliver(turn.window);
        else if (turn.kind === 'blank') at.blank.setBlank(turn.isBlank);
        else act(at.player, turn.action);
      }
      channel.settle();
      const [first, ...others] = windows.map(seenIn);
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
