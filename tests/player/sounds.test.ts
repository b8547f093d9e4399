/** The sound of each step: in the clerk lesson (T1, T2 in docs/lessons.md), and under strategies that lose nothing. */
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { mayFollow, type Sound, soundBetween } from '../../src/player/sounds.ts';
import { act, openPlayer, presentArrow } from '../support/opened-player.ts';

type Actions = Parameters<typeof act> extends [PlayerStore, ...infer Rest] ? Rest : never;

/** What is heard while these are done, one after another. */
function heard(player: PlayerStore, ...actions: Actions): (Sound | null)[] {
  return actions.map((action) => {
    const before = player.getState();
    return soundBetween(before, act(player, action));
  });
}

const still = { allowsMotion: false };

describe('a step', () => {
  it('ticks when a message has arrived, and settles with the reply to the client', () => {
    const player = openPlayer({ ...still, step: 0 });
    expect(heard(player, 'next-step')).toEqual(['tick']);
    expect(heard(player, 'next-step')).toEqual(['settled']);
    expect(presentArrow(player)).toMatch(/client/);
  });

  it('is heard once its message has arrived, and not while it is on its way', () => {
    const player = openPlayer({ step: 0 });
    expect(heard(player, 'next-step', 'finish-motion', 'finish-motion')).toEqual([null, 'tick', null]);
  });

  it('breaks with a crash that takes a memory, and is refused where nobody remembers', () => {
    const player = openPlayer(still);
    expect(heard(player, { kind: 'crash', node: 'server-1' })).toEqual(['break']);
    expect(heard(player, 'next-step', 'next-step', 'next-step')).toEqual(['tick', 'tick', 'refused']);
  });

  it('settles after the same crash where nothing was to be lost', () => {
    const player = openPlayer({ ...still, scenario: { ...clerk.scenario, strategy: 'client-state' } });
    expect(heard(player, { kind: 'crash', node: 'server-1' })).toEqual(['break']);
    expect(heard(player, 'next-step', 'next-step', 'next-step')).toEqual(['tick', 'tick', 'settled']);
  });

  it('is silent on the way back, at a leap, and where nothing happens', () => {
    const player = openPlayer(still);
    expect(heard(player, 'previous-step', 'last-step', 'next-step', 'first-step')).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(heard(player, { kind: 'go-to', step: 5 }, 'other-mode', 'faster')).toEqual([null, null, null]);
  });

  it('is silent when a command is taken back, and heard when it is given again', () => {
    const player = openPlayer(still);
    expect(heard(player, { kind: 'crash', node: 'server-1' }, 'undo', 'redo')).toEqual([
      'break',
      null,
      'break',
    ]);
  });

  it('while comparing sounds as the side that goes on', () => {
    const player = openPlayer(still);
    act(player, 'toggle-compare', { kind: 'crash', node: 'server-1' });
    const sounds = heard(player, 'next-step', 'next-step', 'next-step');
    expect(sounds.at(-1)).toBe('refused');
    expect(sounds.slice(0, -1)).toEqual(['tick', 'tick']);
  });
});

describe('sounds that come fast', () => {
  it('do not pile up: a tick so soon after another sound is left out', () => {
    expect(mayFollow('tick', 20)).toBe(false);
    expect(mayFollow('settled', 20)).toBe(false);
    expect(mayFollow('tick', 300)).toBe(true);
  });

  it('never leave out that something was lost', () => {
    expect(mayFollow('break', 0)).toBe(true);
  });
});
