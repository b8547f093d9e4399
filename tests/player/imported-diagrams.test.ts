import { describe, expect, it } from 'vitest';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { drawingSaying } from '../support/imported-diagrams.ts';
import { act, openPlayer } from '../support/opened-player.ts';

const open = (...texts: string[]) => ({ kind: 'open-imported', imported: drawingSaying(...texts) }) as const;

describe('a imported in the player', () => {
  it('opens paused at its first step, and steps like a run', () => {
    const player = openPlayer({ allowsMotion: false });
    const opened = act(player, 'toggle-play', open('one', 'two'));
    expect(opened).toMatchObject({ step: 0, isPlaying: false, isMoving: false });
    expect(opened.recording.run).toBeNull();
    expect(act(player, 'next-step').step).toBe(1);
    expect(act(player, 'next-step').step).toBe(1);
  });

  it('lies over the run, which comes back as it was', () => {
    const player = openPlayer();
    const before = act(player, { kind: 'crash', node: 'server-1' }, 'finish-motion', 'next-step');
    act(player, open('one'), 'last-step', open('other'), 'close-imported');
    const after = player.getState();
    expect(after.recording).toBe(before.recording);
    expect(after.step).toBe(before.step);
    expect(after.suspendedRun).toBeNull();
  });

  it('has no mode to change and no server to crash', () => {
    const player = openPlayer();
    const { recording } = act(player, open('one'));
    act(player, 'other-mode', { kind: 'toggle-power', node: 'a' }, { kind: 'crash', node: 'server-1' });
    expect(player.getState().recording).toBe(recording);
  });

  it('is told in the other language, and so is the run below it', () => {
    const player = openPlayer();
    act(player, open('one'), { kind: 'set-messages', phrasebook: korean });
    expect(player.getState().recording.diagram.steps[0]?.sentence).toBe('a에서 b까지: one.');
    act(player, 'close-imported');
    expect(player.getState().recording.diagram.participants[0]?.name).toBe('클라이언트');
  });

  it('starts over from its own beginning', () => {
    const player = openPlayer({ allowsMotion: false });
    expect(act(player, open('one', 'two'), 'last-step', 'start-over').step).toBe(0);
  });
});
