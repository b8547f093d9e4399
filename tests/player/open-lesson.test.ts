import { expect, it } from 'vitest';
import { clerk } from '../../src/lessons/clerk.ts';
import { presentBeat } from '../../src/player/situation.ts';
import { act, openPlayer, presentArrow, runOfPlayer } from '../support/opened-player.ts';

const beats: readonly string[] = clerk.beats.map(({ id }) => id);
const at = (id: string) => ({ kind: 'open-lesson', lesson: clerk, stop: beats.indexOf(id) }) as const;

it('goes to a beat: its commands are given, and its step is shown', () => {
  const player = openPlayer();
  act(player, at('another-clerk'));
  expect(presentArrow(player)).toBe('client/2 server-2 --> client');
  expect(runOfPlayer(player).commands).toHaveLength(1);
});

it('keeps what was tried in the lesson as another future', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'last-step', { kind: 'crash', node: 'server-2' }, at('another-clerk'));
  const tried = player.getState().branches.all.map(({ commands }) => commands.length);
  expect(tried).toEqual([0, 1, 1]);
});

it('compares at the closing, and no longer at a beat', () => {
  const player = openPlayer();
  act(player, { kind: 'open-lesson', lesson: clerk, stop: 'closing' });
  expect(player.getState().rival?.variant).toBe('client-state');
  act(player, at('remembered'));
  expect(player.getState().rival).toBeNull();
});

it('knows the beat that has been reached, until something else is tried', () => {
  const player = openPlayer({ allowsMotion: false });
  const beat = () => {
    const { recording, step, lesson } = player.getState();
    return recording.run && presentBeat(lesson, recording.run, step)?.id;
  };
  expect(beat()).toBe('remembered');
  act(player, 'next-step');
  expect(beat()).toBe('remembered');
  act(player, 'last-step');
  expect(beat()).toBe('same-clerk');
  act(player, 'first-step');
  expect(beat()).toBeUndefined();
  act(player, at('complete-requests'));
  expect(beat()).toBe('complete-requests');
  act(player, { kind: 'crash', node: 'server-3' });
  expect(beat()).toBeUndefined();
});
