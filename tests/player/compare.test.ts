/** Stepping and crashing two strategies side by side. */
import { expect, it } from 'vitest';
import type { Action } from '../../src/player/state.ts';
import { labelOf } from '../support/diagram-texts.ts';
import { act, clusterOf, openPlayer } from '../support/opened-player.ts';

const crash = (node: string): Action => ({ kind: 'crash', node });

function labels(player: ReturnType<typeof openPlayer>): [string | undefined, string | undefined] {
  const { recording, step, comparison } = player.getState();
  const own = recording.diagram.steps[step];
  const other = comparison?.recording.diagram.steps[comparison.step];
  return [own && labelOf(own), other && labelOf(other)];
}

it('starts with the other mode at the same step', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare');
  const { comparison, step } = player.getState();
  expect(comparison?.variant).toBe('client-state');
  expect(step).toBe(2);
  expect(comparison?.step).toBe(2);
  act(player, 'toggle-compare');
  expect(player.getState().comparison).toBeNull();
});

it('a crash applies to both, and they diverge at the reply to the second request', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare', crash('server-1'), 'next-step', 'next-step', 'next-step');
  expect(labels(player)).toEqual(['Two of what?', '2,000,000 won. Card or cash?']);
  const { comparison } = player.getState();
  expect(comparison?.position).toBe(comparison?.differsAt);
  act(player, 'undo');
  expect(player.getState().comparison?.differsAt).toBeNull();
});

it('every step, jump and request applies to both', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare', crash('server-1'), 'last-step');
  const { recording, comparison, step } = player.getState();
  expect(step).toBe(recording.diagram.steps.length - 1);
  expect(comparison?.step).toBe((comparison?.recording.diagram.steps.length ?? 0) - 1);
  act(player, 'previous-request');
  expect(labels(player)).toEqual(['Two of what?', '2,000,000 won. Card or cash?']);
  act(player, 'first-step', 'previous-step');
  expect(player.getState().comparison?.step).toBe(0);
});

it('choosing the comparison’s strategy swaps the two', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare', 'other-mode');
  expect(clusterOf(player).strategy).toBe('client-state');
  expect(player.getState().comparison?.variant).toBe('server-memory');
});

it('any other strategy can be compared', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, { kind: 'compare-with', variant: 'signed-token' });
  expect(player.getState().comparison?.variant).toBe('signed-token');
});
