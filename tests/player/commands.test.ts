import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import type { Action } from '../../src/player/state.ts';
import { clients } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { labelOf } from '../support/diagram-texts.ts';
import { act, clusterOf, openPlayer, presentArrow, runOfPlayer } from '../support/opened-player.ts';
import { arrowsOf } from '../support/runs.ts';
import { linesOf, purchase } from '../support/scenario.ts';

function crash(node: string): Action {
  return { kind: 'crash', node };
}

function restart(node: string): Action {
  return { kind: 'restart', node };
}

describe('a crash', () => {
  it('at the opening leads to the question in three steps at most', () => {
    const player = openPlayer();
    act(player, crash('server-1'));
    for (let press = 0; press < 3; press += 1) act(player, 'finish-motion', 'next-step');
    const { recording, step } = player.getState();
    const present = recording.diagram.steps[step];
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
    expect(present && labelOf(present)).toBe('Two of what?');
  });

  it('is shown at once, and pauses playback', () => {
    const player = openPlayer();
    act(player, 'toggle-play', crash('server-1'));
    expect(presentArrow(player)).toBe('crash server-1: done');
    expect(player.getState().isPlaying).toBe(false);
  });

  it('keeps all earlier steps', () => {
    const player = openPlayer();
    const before = runOfPlayer(player).steps;
    act(player, crash('server-1'));
    expect(runOfPlayer(player).steps.slice(0, 3)).toEqual(before.slice(0, 3));
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('at step %i is the following step', (step) => {
    const player = openPlayer({ step });
    const before = arrowsOf(runOfPlayer(player)).slice(0, step + 1);
    act(player, crash('server-1'));
    expect(player.getState().step).toBe(step + 1);
    expect(arrowsOf(runOfPlayer(player)).slice(0, step + 2)).toEqual([...before, 'crash server-1: done']);
  });

  it('of a server that is down is a step that shows it', () => {
    const player = openPlayer();
    act(player, crash('server-1'), crash('server-1'));
    expect(presentArrow(player)).toBe('crash server-1: already-down');
  });

  it('given earlier drops later commands', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'last-step', crash('server-2'), 'first-step');
    expect(runOfPlayer(player).commands).toHaveLength(2);
    act(player, { kind: 'go-to', step: 2 }, crash('server-3'));
    expect(arrowsOf(runOfPlayer(player)).filter((arrow) => !arrow.startsWith('client/'))).toEqual([
      'crash server-3: done',
    ]);
  });

  it('given later keeps earlier commands', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'last-step', restart('server-1'));
    expect(arrowsOf(runOfPlayer(player)).filter((arrow) => !arrow.startsWith('client/'))).toEqual([
      'crash server-1: done',
      'restart server-1: done',
    ]);
  });

  it('at its own step keeps the displayed crash', () => {
    const player = openPlayer();
    act(player, crash('server-1'), crash('server-2'));
    expect(arrowsOf(runOfPlayer(player)).slice(3, 5)).toEqual([
      'crash server-1: done',
      'crash server-2: done',
    ]);
    expect(presentArrow(player)).toBe('crash server-2: done');
  });
});

describe('the power button', () => {
  it('crashes a server that is up, and restarts one that is down', () => {
    const player = openPlayer();
    act(player, { kind: 'toggle-power', node: 'server-1' });
    expect(presentArrow(player)).toBe('crash server-1: done');
    act(player, { kind: 'toggle-power', node: 'server-1' });
    expect(presentArrow(player)).toBe('restart server-1: done');
  });

  it('depends on the present step, not on the end of the run', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'previous-step', { kind: 'toggle-power', node: 'server-1' });
    expect(presentArrow(player)).toBe('crash server-1: done');
  });
});

describe('the other mode', () => {
  it('keeps the script, the faults and the position', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'next-request');
    const before = runOfPlayer(player);
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
    act(player, 'other-mode');
    const after = runOfPlayer(player);
    expect(after.scenario).toEqual({ ...before.scenario, strategy: 'client-state' });
    expect(after.commands).toEqual(before.commands);
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
  });

  it('answers the question after the crash (T2 against T4)', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'next-request');
    const label = () => {
      const { recording, step } = player.getState();
      const present = recording.diagram.steps[step];
      return present && labelOf(present);
    };
    expect(label()).toBe('Two of what?');
    act(player, 'other-mode');
    expect(label()).toContain('2,000,000');
  });

  it('and back again is the same step of the same run', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.boolean(), (step, hasCrash) => {
        const player = openPlayer();
        if (hasCrash) act(player, crash('server-1'));
        const before = act(player, { kind: 'go-to', step });
        const after = act(player, 'other-mode', 'other-mode');
        expect(after.step).toBe(before.step);
        expect(after.recording.run).toEqual(before.recording.run);
      }),
    );
  });

  it.each<StrategyId>(['server-memory', 'client-state'])('is also selected by choosing %s', (strategy) => {
    const player = openPlayer();
    act(player, { kind: 'choose-variant', variant: strategy });
    expect(clusterOf(player).strategy).toBe(strategy);
    expect(player.getState().step).toBe(2);
  });
});

describe('a changed scenario', () => {
  it('changes the product, and keeps position and faults', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'previous-step');
    const ofAmericano = [clients(linesOf(purchase('americano')))];
    act(player, { kind: 'change-scenario', scenario: { ...clusterOf(player), clients: ofAmericano } });
    const { recording, step } = player.getState();
    expect(presentArrow(player)).toBe('client/1 server-1 --> client');
    expect(recording.diagram.steps[step]?.row).toMatchObject({ label: expect.stringContaining('3,000') });
    expect(arrowsOf(runOfPlayer(player))).toContain('crash server-1: done');
  });

  it('changes the server by round robin, without a crash', () => {
    const player = openPlayer();
    const byTurns = { ...clusterOf(player), balancing: 'round-robin' } as const;
    act(player, 'next-request', { kind: 'change-scenario', scenario: byTurns });
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
  });
});

describe('starting over', () => {
  it('drops the commands, keeps the strategy, and returns to the opening', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'other-mode', 'last-step', 'start-over');
    expect(runOfPlayer(player).commands).toEqual([]);
    expect(clusterOf(player).strategy).toBe('client-state');
    expect(presentArrow(player)).toBe('client/1 server-1 --> client');
  });
});

describe('another language', () => {
  it('words the same run differently, and keeps the position', () => {
    const player = openPlayer();
    act(player, crash('server-1'), 'next-request');
    const before = player.getState();
    const after = act(player, { kind: 'set-messages', phrasebook: korean });
    expect(after.step).toBe(before.step);
    expect(after.recording.run).toBe(before.recording.run);
    expect(after.recording.diagram.steps[after.step]?.row).toMatchObject({
      label: expect.stringMatching(/두 개/),
    });
  });

  it('also applies to later commands', () => {
    const player = openPlayer();
    const { recording, step } = act(player, { kind: 'set-messages', phrasebook: korean }, crash('server-1'));
    expect(recording.diagram.steps[step]?.row).toMatchObject({ title: expect.stringContaining('서버 1') });
  });
});
