import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import doublePayment from '../../src/lessons/double-payment/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import type { LessonPosition } from '../../src/player/lesson-position.ts';
import { presentScene } from '../../src/player/lesson-position.ts';
import type { Player } from '../../src/player/player.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { withVariant } from '../../src/simulation/variants.ts';
import { act, openPlayer, presentArrow, runOfPlayer } from '../support/opened-player.ts';

const scenes: readonly string[] = clerk.scenes.map(({ id }) => id);
const at = (id: string) =>
  ({ kind: 'open-lesson', lesson: clerk, lessonPosition: scenes.indexOf(id) }) as const;

it('opens a scene with its commands at its step', () => {
  const player = openPlayer();
  act(player, at('another-clerk'));
  expect(presentArrow(player)).toBe('client/2 server-2 --> client');
  expect(runOfPlayer(player).commands).toHaveLength(1);
});

it('keeps earlier attempts in the lesson as another branch', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'last-step', { kind: 'crash', node: 'server-2' }, at('another-clerk'));
  const tried = player.getState().history.all.map(({ commands }) => commands.length);
  expect(tried).toEqual([0, 1, 1]);
});

it('compares at the closing, but not at a scene', () => {
  const player = openPlayer();
  act(player, { kind: 'open-lesson', lesson: clerk, lessonPosition: 'closing' });
  expect(player.getState().comparison?.variant).toBe('client-state');
  act(player, at('remembered'));
  expect(player.getState().comparison).toBeNull();
});

it('knows the current scene until another command is given', () => {
  const player = openPlayer({ allowsMotion: false });
  const scene = () => {
    const { recording, step, lesson } = player.getState();
    return recording.run && presentScene(lesson, recording.run, step)?.id;
  };
  expect(scene()).toBe('remembered');
  act(player, 'next-step');
  expect(scene()).toBe('remembered');
  act(player, 'last-step');
  expect(scene()).toBe('same-clerk');
  act(player, 'first-step');
  expect(scene()).toBeUndefined();
  act(player, at('complete-requests'));
  expect(scene()).toBe('complete-requests');
  act(player, { kind: 'crash', node: 'server-3' });
  expect(scene()).toBeUndefined();
});

it.each(lessons)('goes on with each next scene of $id, and never back in the same run', (lesson) => {
  const player = openPlayer({ allowsMotion: false });
  act(player, { kind: 'open-lesson', lesson, lessonPosition: 'opening' });
  const visited: LessonPosition[] = [];
  for (;;) {
    const before = player.getState();
    if (before.lessonPosition === 'closing') break;
    const after = act(player, 'next-scene');
    visited.push(after.lessonPosition);
    if (isSameRun(before, after) && after.comparison === null)
      expect(after.step).toBeGreaterThan(before.step);
  }
  // Nothing but a first scene that the opening already shows is left out.
  expect(visited.slice(-lesson.scenes.length)).toEqual(
    [...lesson.scenes.keys(), 'closing'].slice(-lesson.scenes.length),
  );
});

function isSameRun(one: Player, other: Player): boolean {
  const plan = ({ recording: { run } }: Player) => JSON.stringify([run?.scenario, run?.commands]);
  return plan(one) === plan(other);
}

describe('the position in the lesson', () => {
  const positionAfter = (
    ...actions: Parameters<typeof act> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const player = openPlayer({ allowsMotion: false });
    return act(player, ...actions).lessonPosition;
  };

  it('is the opening at first', () => {
    expect(positionAfter()).toBe('opening');
    expect(positionAfter('faster')).toBe('opening');
  });

  it('moves from scene to scene, and stops at the ends', () => {
    expect(positionAfter('previous-scene')).toBe('opening');
    // The first scene is what the opening shows.
    expect(positionAfter('next-scene')).toBe(1);
    expect(positionAfter('next-scene', 'next-scene')).toBe(2);
    expect(positionAfter('next-scene', 'previous-scene')).toBe(0);
    const all = Array.from({ length: scenes.length + 2 }, () => 'next-scene' as const);
    expect(positionAfter(...all)).toBe('closing');
    expect(positionAfter(...all, 'previous-scene')).toBe(scenes.length - 1);
  });

  it('follows a user who steps to a scene', () => {
    expect(positionAfter('last-step')).toBe(scenes.indexOf('same-clerk'));
  });

  it('survives other commands, so that the next scene stays the next', () => {
    const tried = [at('another-clerk'), { kind: 'crash', node: 'server-2' }] as const;
    expect(positionAfter(...tried)).toBe(scenes.indexOf('another-clerk'));
    expect(positionAfter(...tried, 'next-scene')).toBe(scenes.indexOf('by-turns'));
  });

  it('is restored after a reload, except for a run and step equal to the opening', () => {
    const { scenario } = clerk;
    const commands = clerk.scenes[2].commands;
    const positionOf = (opening: Parameters<typeof openPlayer>[0]) =>
      openPlayer(opening).getState().lessonPosition;
    expect(positionOf({ scenario, commands, step: 99 })).toBe(2);
    expect(positionOf({ scenario, step: 99 })).toBe(1);
    expect(positionOf({ scenario })).toBe('opening');
  });

  it('is the end once the closing’s comparison is open', () => {
    const compared = { kind: 'compare-with', variant: 'client-state' } as const;
    expect(positionAfter(at('another-clerk'), compared)).toBe('closing');
    expect(positionAfter(at('by-turns'), compared)).toBe(scenes.indexOf('by-turns'));
  });
});

it('shows the whole of another lesson, whatever was in focus before', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, { kind: 'set-focus', node: 'server-2' });
  expect(player.getState().focus).toBe('server-2');
  act(player, { kind: 'open-lesson', lesson: doublePayment, lessonPosition: 'opening' });
  expect(player.getState().focus).toBeNull();
});

describe('a run that comes from elsewhere', () => {
  const open = (scenario: Scenario) => {
    const player = openPlayer({ allowsMotion: false });
    act(player, { kind: 'open-run', scenario, commands: [] });
    return player.getState();
  };

  it('stays in the lesson whose clients it has', () => {
    expect(open(withVariant(clerk.scenario, 'signed-token')).lesson.id).toBe('clerk');
  });

  it('is in the sandbox if its clients aren’t those of the lesson', () => {
    const { lesson, recording } = open(doublePayment.scenario);
    expect(lesson.id).toBe('sandbox');
    expect(recording.run?.scenario).toEqual(doublePayment.scenario);
  });
});
