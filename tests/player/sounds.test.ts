/** The sound of each step: in the clerk lesson (T1, T2 in docs/lessons.md), and under strategies that lose nothing. */
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { mayFollow, type Sound, soundBetween } from '../../src/player/sounds.ts';
import { act, openPlayer, presentArrow } from '../support/opened-player.ts';

type Actions = Parameters<typeof act> extends [PlayerStore, ...infer Rest] ? Rest : never;

/** Sounds of these actions, in order. */
function heard(player: PlayerStore, ...actions: Actions): (Sound | null)[] {
  return actions.map((action) => {
    const before = player.getState();
    return soundBetween(before, act(player, action));
  });
}

const still = { allowsMotion: false };

describe('a step', () => {
  it('ticks when a message arrives, and settles with the reply to the client', () => {
    const player = openPlayer({ ...still, step: 0 });
    expect(heard(player, 'next-step')).toEqual(['tick']);
    expect(heard(player, 'next-step')).toEqual(['settled']);
    expect(presentArrow(player)).toMatch(/client/);
  });

  it('sounds when its message has arrived, not during the animation', () => {
    const player = openPlayer({ step: 0 });
    expect(heard(player, 'next-step', 'finish-motion', 'finish-motion')).toEqual([null, 'tick', null]);
  });

  it('breaks on a crash that clears a memory, and sounds refused when the session is missing', () => {
    const player = openPlayer(still);
    expect(heard(player, { kind: 'crash', node: 'server-1' })).toEqual(['break']);
    expect(heard(player, 'next-step', 'next-step', 'next-step')).toEqual(['tick', 'tick', 'refused']);
  });

  it('settles after the same crash when nothing was lost', () => {
    const player = openPlayer({ ...still, scenario: { ...clerk.scenario, strategy: 'client-state' } });
    expect(heard(player, { kind: 'crash', node: 'server-1' })).toEqual(['break']);
    expect(heard(player, 'next-step', 'next-step', 'next-step')).toEqual(['tick', 'tick', 'settled']);
  });

  it('is silent backwards, on a jump, and without a change', () => {
    const player = openPlayer(still);
    expect(heard(player, 'previous-step', 'last-step', 'next-step', 'first-step')).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(heard(player, { kind: 'go-to', step: 5 }, 'other-mode', 'faster')).toEqual([null, null, null]);
  });

  it('is silent on undo, and sounds on redo', () => {
    const player = openPlayer(still);
    expect(heard(player, { kind: 'crash', node: 'server-1' }, 'undo', 'redo')).toEqual([
      'break',
      null,
      'break',
    ]);
  });

  it('sounds like the advancing side while comparing', () => {
    const player = openPlayer(still);
    act(player, 'toggle-compare', { kind: 'crash', node: 'server-1' });
    const sounds = heard(player, 'next-step', 'next-step', 'next-step');
    expect(sounds.at(-1)).toBe('refused');
    expect(sounds.slice(0, -1)).toEqual(['tick', 'tick']);
  });
});

describe('sounds in quick succession', () => {
  it('do not pile up: a tick right after another sound is skipped', () => {
    expect(mayFollow('tick', 20)).toBe(false);
    expect(mayFollow('settled', 20)).toBe(false);
    expect(mayFollow('tick', 300)).toBe(true);
  });

  it('never skip a loss', () => {
    expect(mayFollow('break', 0)).toBe(true);
  });
});
