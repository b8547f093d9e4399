import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { presentScene } from '../../src/player/lesson-position.ts';
import { act, openPlayer, presentArrow, runOfPlayer } from '../support/opened-player.ts';

const scenes: readonly string[] = clerk.scenes.map(({ id }) => id);
const at = (id: string) =>
  ({ kind: 'open-lesson', lesson: clerk, lessonPosition: scenes.indexOf(id) }) as const;

it('goes to a scene: its commands are given, and its step is shown', () => {
  const player = openPlayer();
  act(player, at('another-clerk'));
  expect(presentArrow(player)).toBe('client/2 server-2 --> client');
  expect(runOfPlayer(player).commands).toHaveLength(1);
});

it('keeps what was tried in the lesson as another future', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'last-step', { kind: 'crash', node: 'server-2' }, at('another-clerk'));
  const tried = player.getState().history.all.map(({ commands }) => commands.length);
  expect(tried).toEqual([0, 1, 1]);
});

it('compares at the closing, and no longer at a scene', () => {
  const player = openPlayer();
  act(player, { kind: 'open-lesson', lesson: clerk, lessonPosition: 'closing' });
  expect(player.getState().comparison?.variant).toBe('client-state');
  act(player, at('remembered'));
  expect(player.getState().comparison).toBeNull();
});

it('knows the scene that has been reached, until something else is tried', () => {
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

describe('where in the lesson one has got to', () => {
  const positionAfter = (
    ...actions: Parameters<typeof act> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const player = openPlayer({ allowsMotion: false });
    return act(player, ...actions).lessonPosition;
  };

  it('is the opening until one goes on', () => {
    expect(positionAfter()).toBe('opening');
    expect(positionAfter('faster')).toBe('opening');
  });

  it('goes from situation to situation, and no further than the ends', () => {
    expect(positionAfter('previous-scene')).toBe('opening');
    expect(positionAfter('next-scene')).toBe(0);
    expect(positionAfter('next-scene', 'next-scene', 'next-scene')).toBe(2);
    const all = Array.from({ length: scenes.length + 2 }, () => 'next-scene' as const);
    expect(positionAfter(...all)).toBe('closing');
    expect(positionAfter(...all, 'previous-scene')).toBe(scenes.length - 1);
  });

  it('follows whoever steps to a scene', () => {
    expect(positionAfter('last-step')).toBe(scenes.indexOf('same-clerk'));
  });

  it('is kept whatever is tried, so that the next scene is the next', () => {
    const tried = [at('another-clerk'), { kind: 'crash', node: 'server-2' }] as const;
    expect(positionAfter(...tried)).toBe(scenes.indexOf('another-clerk'));
    expect(positionAfter(...tried, 'next-scene')).toBe(scenes.indexOf('by-turns'));
  });

  it('is known again after a reload, but for what has the same run and place as the opening', () => {
    const { scenario } = clerk;
    const commands = clerk.scenes[2].commands;
    const positionOf = (opening: Parameters<typeof openPlayer>[0]) =>
      openPlayer(opening).getState().lessonPosition;
    expect(positionOf({ scenario, commands, step: 99 })).toBe(2);
    expect(positionOf({ scenario, step: 99 })).toBe(1);
    expect(positionOf({ scenario })).toBe('opening');
  });

  it('is the end once the same is compared', () => {
    const compared = { kind: 'compare-with', variant: 'client-state' } as const;
    expect(positionAfter(at('another-clerk'), compared)).toBe('closing');
    expect(positionAfter(at('by-turns'), compared)).toBe(scenes.indexOf('by-turns'));
  });
});
