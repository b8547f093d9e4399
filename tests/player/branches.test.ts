/** What commands do to the other branches of a run, from the user's view. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forkStep } from '../../src/player/fork.ts';
import type { Action } from '../../src/player/state.ts';
import { act, clusterOf, openPlayer, presentArrow, runOfPlayer } from '../support/opened-player.ts';
import { runOf } from '../support/run-of.ts';
import { anyLessonScenario, arrowsOf } from '../support/runs.ts';

const crash = (node: string): Action => ({ kind: 'crash', node });

describe('a run that was saved', () => {
  it('brings the branches with it that were tried, besides those of the present one', () => {
    const saved = openPlayer({ allowsMotion: false });
    act(saved, crash('server-1'), 'first-step', { kind: 'go-to', step: 2 }, crash('server-2'));
    const { scenario, commands } = runOfPlayer(saved);
    const branches = saved.getState().history.all.map((branch) => branch.commands);
    const player = openPlayer({ allowsMotion: false });
    act(player, crash('server-3'));
    const before = player.getState().history.all.map((branch) => branch.commands);
    act(player, { kind: 'open-run', scenario, commands, branches });
    const { history } = player.getState();
    expect(runOfPlayer(player).commands).toEqual(commands);
    expect(history.all.map((branch) => branch.commands)).toEqual([...before, ...branches.slice(1)]);
    act(player, 'undo');
    expect(runOfPlayer(player).commands).toEqual([]);
  });
});

describe('a command in the past', () => {
  it('keeps the existing branch, and one action switches between the two', () => {
    const player = openPlayer({ allowsMotion: false });
    act(player, crash('server-1'), 'last-step', 'first-step', { kind: 'go-to', step: 2 }, crash('server-2'));
    expect(player.getState().history.all.map(({ commands }) => commands.map((each) => each.kind))).toEqual([
      [],
      ['crash'],
      ['crash'],
    ]);
    const here = arrowsOf(runOfPlayer(player));
    act(player, 'last-step', 'next-branch');
    expect(arrowsOf(runOfPlayer(player))).not.toContain('crash server-2: done');
    act(player, 'next-branch');
    expect(arrowsOf(runOfPlayer(player))).toContain('crash server-1: done');
    act(player, 'next-branch');
    expect(arrowsOf(runOfPlayer(player))).toEqual(here);
  });

  it('can be undone to its step, and redone', () => {
    const player = openPlayer({ allowsMotion: false });
    const before = arrowsOf(runOfPlayer(player));
    act(player, crash('server-1'), 'last-step', 'undo');
    expect(player.getState().step).toBe(2);
    expect(arrowsOf(runOfPlayer(player))).toEqual(before);
    act(player, 'redo');
    expect(presentArrow(player)).toBe('crash server-1: done');
    act(player, 'redo');
    expect(presentArrow(player)).toBe('crash server-1: done');
  });

  it('repeated at the same step adds no second branch', () => {
    const player = openPlayer({ allowsMotion: false });
    act(player, crash('server-1'), 'previous-step', crash('server-1'), 'previous-step', crash('server-1'));
    expect(player.getState().history.all).toHaveLength(2);
  });

  it('can be removed, and the branch without it remains', () => {
    const player = openPlayer({ allowsMotion: false });
    act(player, crash('server-1'), 'remove-branch');
    expect(player.getState().history.all).toHaveLength(1);
    expect(runOfPlayer(player).commands).toEqual([]);
    expect(player.getState().step).toBe(2);
    act(player, 'remove-branch', 'redo', 'next-branch');
    expect(player.getState().history.all).toHaveLength(1);
  });

  it('comes back by Undo after it was removed, at its step; the next Undo takes the command back', () => {
    const player = openPlayer({ allowsMotion: false });
    act(player, crash('server-1'), 'next-step');
    const { step } = player.getState();
    const before = arrowsOf(runOfPlayer(player));
    act(player, 'remove-branch', 'undo');
    expect(arrowsOf(runOfPlayer(player))).toEqual(before);
    expect(player.getState().step).toBe(step);
    act(player, 'undo');
    expect(runOfPlayer(player).commands).toEqual([]);
    expect(player.getState().history.all).toHaveLength(2);
  });
});

it('starting over keeps the earlier branch', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, crash('server-1'), 'last-step', 'start-over');
  expect(runOfPlayer(player).commands).toEqual([]);
  expect(player.getState().step).toBe(2);
  act(player, 'next-branch');
  expect(runOfPlayer(player).commands).toHaveLength(1);
});

it('a change of strategy keeps every branch', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, crash('server-1'), 'other-mode', 'next-branch');
  expect(runOfPlayer(player).commands).toEqual([]);
  expect(clusterOf(player).strategy).toBe('client-state');
});

it('two branches have the same steps up to the first difference', () => {
  fc.assert(
    fc.property(anyLessonScenario, fc.nat(), fc.nat(), fc.boolean(), (scenario, some, others, isAtTime) => {
      const plain = runOf(scenario, []);
      const at = (index: number) => plain.steps[index % plain.steps.length]?.moment;
      const [first, second] = [at(some), at(others)];
      fc.pre(first !== undefined && second !== undefined);
      const atUs = plain.events[plain.steps[some % plain.steps.length]?.lastEvent ?? 0]?.atUs ?? 0;
      const one = runOf(scenario, [{ kind: 'crash', node: 'server-1', moment: isAtTime ? { atUs } : first }]);
      const other = runOf(scenario, [{ kind: 'restart', node: 'server-1', moment: second }]);
      const fork = forkStep(one, other.commands);
      expect(arrowsOf(one).slice(0, fork + 1)).toEqual(arrowsOf(other).slice(0, fork + 1));
      expect(arrowsOf(plain).slice(0, forkStep(plain, one.commands) + 1)).toEqual(
        arrowsOf(one).slice(0, forkStep(plain, one.commands) + 1),
      );
      expect(forkStep(one, one.commands)).toBe(one.steps.length - 1);
    }),
    { numRuns: 50 },
  );
});
