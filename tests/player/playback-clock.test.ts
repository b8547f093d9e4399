import { afterEach, describe, expect, it } from 'vitest';
import type { Opening } from '../../src/player/opening-state.ts';
import { dwellMs, startPlaybackClock } from '../../src/player/playback-clock.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { FakeSchedule } from '../support/fake-schedule.ts';
import { act, openPlayer } from '../support/opened-player.ts';

const stops: (() => void)[] = [];

function clocked(opening: Partial<Opening> = {}): {
  player: PlayerStore;
  time: FakeSchedule;
  stop: () => void;
} {
  const player = openPlayer(opening);
  const time = new FakeSchedule();
  const stop = startPlaybackClock(player, time.schedule);
  stops.push(stop);
  return { player, time, stop };
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('the playback clock', () => {
  it('does not start by itself', () => {
    const { player, time } = clocked();
    expect(time.waiting).toEqual([]);
    act(player, 'last-step', 'first-step', 'other-mode');
    expect(time.waiting).toEqual([]);
  });

  it('leaves time to read a step, then shows the next one with animation', () => {
    const { player, time } = clocked();
    act(player, 'toggle-play');
    time.pass();
    expect(player.getState()).toMatchObject({ step: 3, isMoving: true, isPlaying: true });
    time.pass();
    expect(player.getState()).toMatchObject({ step: 3, isMoving: false, isPlaying: true });
    time.pass();
    expect(player.getState()).toMatchObject({ step: 4, isMoving: true, isPlaying: true });
  });

  it("completes the animation of a user's step, and then waits for nothing", () => {
    const { player, time } = clocked();
    act(player, 'next-step');
    expect(time.waiting).toHaveLength(1);
    time.pass();
    expect(player.getState()).toMatchObject({ step: 3, isMoving: false });
    expect(time.waiting).toEqual([]);
  });

  it('stops at the end, with its last step complete', () => {
    const { player, time } = clocked();
    act(player, 'toggle-play');
    let waits = 0;
    while (time.waiting.length > 0) {
      time.pass();
      waits += 1;
      expect(waits).toBeLessThan(100);
    }
    expect(player.getState()).toMatchObject({ step: 8, isPlaying: false, isMoving: false });
    // Six steps from the opening to the end, each with a delay and an animation.
    expect(waits).toBe(12);
  });

  it('waits for one thing at a time, after any user actions', () => {
    const { player, time } = clocked();
    act(player, 'toggle-play', 'faster', 'slower', 'toggle-play', 'toggle-play', 'other-mode', 'toggle-play');
    expect(time.waiting).toHaveLength(1);
    act(player, 'next-step', 'next-step', 'next-step');
    expect(time.waiting).toHaveLength(1);
  });

  it('has no pending delay when paused', () => {
    const { player, time } = clocked();
    act(player, 'toggle-play', 'toggle-play');
    expect(time.waiting).toEqual([]);
  });

  it('scales delays with the speed', () => {
    const { player, time } = clocked();
    act(player, 'toggle-play');
    const [once] = time.waiting;
    act(player, 'faster');
    const [fast] = time.waiting;
    act(player, 'slower', 'slower');
    const [slow] = time.waiting;
    expect(fast).toBe((once ?? 0) / 2);
    expect(slow).toBe((once ?? 0) * 2);
  });

  it('scales animations with the speed', () => {
    const { player, time } = clocked();
    act(player, 'next-step');
    const [once] = time.waiting;
    act(player, 'faster');
    expect(time.waiting).toEqual([(once ?? 0) / 2]);
  });

  it('advances without animation under reduced motion', () => {
    const { player, time } = clocked({ allowsMotion: false });
    act(player, 'toggle-play');
    time.pass();
    expect(player.getState()).toMatchObject({ step: 3, isMoving: false, isPlaying: true });
    time.pass();
    expect(player.getState()).toMatchObject({ step: 4, isMoving: false });
  });

  it('has no pending delay after it is stopped', () => {
    const { player, time, stop } = clocked();
    act(player, 'toggle-play');
    stop();
    expect(time.waiting).toEqual([]);
    act(player, 'next-step');
    expect(time.waiting).toEqual([]);
  });
});

describe('the duration of a step', () => {
  it('grows with the caption’s length, up to a limit', () => {
    const [present] = openPlayer().getState().recording.diagram.steps;
    if (present === undefined) throw new Error('The lesson has no steps.');
    const said = (text: string) => dwellMs({ ...present, caption: [{ text, tone: 'plain' }] }, 1);
    expect(said('A short one.')).toBeLessThan(said('A caption that takes a while to read aloud.'));
    expect(said('a'.repeat(1_000))).toBe(said('a'.repeat(2_000)));
  });
});
