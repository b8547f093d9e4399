import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, openPlayer, presentArrow } from '../support/opened-player.ts';

/** The lesson's run has nine steps, three per request. */
const LAST = 8;

describe('a newly opened player', () => {
  it('is paused at the lesson’s step: the price has been given', () => {
    const player = openPlayer();
    expect(presentArrow(player)).toBe('client/1 server-1 --> client');
    expect(player.getState()).toMatchObject({ isPlaying: false, isMoving: false, speed: 1 });
  });

  it.each([
    [0, 0],
    [5, 5],
    [-3, 0],
    [99, LAST],
  ])('opens at step %i, clamped to the nearest existing step: %i', (asked, shown) => {
    expect(openPlayer({ step: asked }).getState().step).toBe(shown);
  });
});

describe('stepping', () => {
  it('moves one step forward and back, and stops at both ends', () => {
    const player = openPlayer({ step: 0 });
    expect(act(player, 'previous-step').step).toBe(0);
    expect(act(player, 'next-step', 'finish-motion').step).toBe(1);
    expect(act(player, 'previous-step').step).toBe(0);
    expect(act(player, 'last-step').step).toBe(LAST);
    expect(act(player, 'next-step').step).toBe(LAST);
    expect(act(player, 'first-step').step).toBe(0);
  });

  it('animates the message when stepping forward, not backward', () => {
    const player = openPlayer();
    expect(act(player, 'next-step').isMoving).toBe(true);
    expect(act(player, 'previous-step').isMoving).toBe(false);
  });

  it('completes a running animation on Next, and steps on the second press', () => {
    const player = openPlayer();
    expect(act(player, 'next-step')).toMatchObject({ step: 3, isMoving: true });
    expect(act(player, 'next-step')).toMatchObject({ step: 3, isMoving: false });
    expect(act(player, 'next-step')).toMatchObject({ step: 4, isMoving: true });
  });

  it('leaves a step with a running animation at once on Back', () => {
    expect(act(openPlayer(), 'next-step', 'previous-step')).toMatchObject({ step: 2, isMoving: false });
  });

  it('animates nothing at the end', () => {
    expect(act(openPlayer(), 'last-step', 'next-step')).toMatchObject({ step: LAST, isMoving: false });
  });

  it('jumps to the end of the next request, and of the previous one', () => {
    const player = openPlayer();
    expect(act(player, 'next-request').step).toBe(5);
    expect(act(player, 'next-request').step).toBe(8);
    expect(act(player, 'next-request').step).toBe(8);
    expect(act(player, 'previous-request').step).toBe(5);
    expect(act(player, 'previous-request').step).toBe(2);
    expect(act(player, 'previous-request').step).toBe(0);
  });

  it('clamps a jump to the nearest existing step', () => {
    const player = openPlayer();
    expect(act(player, { kind: 'go-to', step: 7 }).step).toBe(7);
    expect(act(player, { kind: 'go-to', step: 1_000 }).step).toBe(LAST);
    expect(act(player, { kind: 'go-to', step: -1 }).step).toBe(0);
  });

  it('shows the same heads at a step regardless of the path to it', () => {
    const fresh = openPlayer().getState().recording.diagram;
    const walk = fc.array(
      fc.constantFrom('next-step', 'previous-step', 'next-request', 'previous-request', 'advance'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(walk, (actions) => {
        const { recording, step } = act(openPlayer(), ...actions);
        expect(recording.diagram.headsAt(step)).toEqual(fresh.headsAt(step));
      }),
    );
  });

  it('stepping back restores all heads exactly', () => {
    const player = openPlayer({ step: 0 });
    act(player, { kind: 'go-to', step: 2 }, { kind: 'crash', node: 'server-1' }, 'first-step');
    const heads = () => {
      const { recording, step } = player.getState();
      return recording.diagram.headsAt(step);
    };
    const last = player.getState().recording.diagram.steps.length - 1;
    const there = Array.from({ length: last }, () => {
      const seen = heads();
      act(player, 'next-step', 'finish-motion');
      return seen;
    });
    expect(player.getState().step).toBe(last);
    for (const seen of there.toReversed()) {
      act(player, 'previous-step');
      expect(heads()).toEqual(seen);
    }
  });
});

describe('playing', () => {
  it('starts at the present step', () => {
    expect(act(openPlayer(), 'toggle-play')).toMatchObject({ isPlaying: true, step: 2 });
  });

  it('restarts at the end', () => {
    expect(act(openPlayer(), 'last-step', 'toggle-play')).toMatchObject({ isPlaying: true, step: 0 });
  });

  it('pauses on a second press', () => {
    expect(act(openPlayer(), 'toggle-play', 'toggle-play')).toMatchObject({ isPlaying: false, step: 2 });
  });

  it("continues with the clock's steps, and stops at the last one", () => {
    const player = openPlayer({ step: 6 });
    expect(act(player, 'toggle-play', 'advance')).toMatchObject({ step: 7, isPlaying: true });
    expect(act(player, 'finish-motion', 'advance')).toMatchObject({ step: 8, isPlaying: false });
  });

  it.each([
    'next-step',
    'previous-step',
    'first-step',
    'last-step',
    'next-request',
    'previous-request',
    'other-mode',
    'start-over',
    'toggle-play',
  ] as const)("pauses on a user's %s", (kind) => {
    expect(act(openPlayer(), 'toggle-play', kind).isPlaying).toBe(false);
  });

  it("pauses on a user's step during an animation, which only completes the animation", () => {
    const playing = act(openPlayer(), 'toggle-play', 'advance', 'next-step');
    expect(playing).toMatchObject({ step: 3, isMoving: false, isPlaying: false });
  });
});

describe('speed', () => {
  it('has a minimum and a maximum', () => {
    const player = openPlayer();
    const times = (kind: 'faster' | 'slower') => Array.from({ length: 10 }, () => kind);
    expect(act(player, ...times('faster')).speed).toBe(4);
    expect(act(player, ...times('slower')).speed).toBe(0.25);
    expect(act(player, 'faster', 'faster').speed).toBe(1);
    expect(act(player, { kind: 'set-speed', speed: 2 }).speed).toBe(2);
  });

  it('does not pause', () => {
    expect(act(openPlayer(), 'toggle-play', 'faster').isPlaying).toBe(true);
  });
});

describe('reduced motion', () => {
  it('disables animation: steps, playback and commands appear complete', () => {
    const actions = fc.array(
      fc.constantFrom(
        ...(['next-step', 'previous-step', 'next-request', 'toggle-play', 'advance', 'other-mode'] as const),
        ...([{ kind: 'toggle-power', node: 'server-1' }] as const),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(actions, (list) => {
        const player = openPlayer({ allowsMotion: false });
        for (const action of list) expect(act(player, action).isMoving).toBe(false);
      }),
    );
  });

  it('enabled during an animation completes it, with the same steps afterwards', () => {
    const player = openPlayer();
    act(player, 'next-step', { kind: 'allow-motion', allowed: false });
    expect(player.getState()).toMatchObject({ step: 3, isMoving: false });
    expect(act(player, 'next-step')).toMatchObject({ step: 4, isMoving: false });
    expect(act(player, { kind: 'allow-motion', allowed: true }, 'next-step').isMoving).toBe(true);
  });
});
