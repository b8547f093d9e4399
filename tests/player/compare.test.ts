/** Two strategies side by side, as a person steps and crashes. */
import { expect, it } from 'vitest';
import type { Action } from '../../src/player/state.ts';
import { labelOf } from '../support/diagram-texts.ts';
import { act, clusterOf, openPlayer } from '../support/opened-player.ts';

const crash = (node: string): Action => ({ kind: 'crash', node });

function labels(player: ReturnType<typeof openPlayer>): [string | undefined, string | undefined] {
  const { recording, step, rival } = player.getState();
  const own = recording.diagram.steps[step];
  const other = rival?.recording.diagram.steps[rival.step];
  return [own && labelOf(own), other && labelOf(other)];
}

it('begins with the other mode, at the same place', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare');
  const { rival, step } = player.getState();
  expect(rival?.variant).toBe('client-state');
  expect(step).toBe(2);
  expect(rival?.step).toBe(2);
  act(player, 'toggle-compare');
  expect(player.getState().rival).toBeNull();
});

it('a crash is one for both, and they part at the reply to the second request', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare', crash('server-1'), 'next-step', 'next-step', 'next-step');
  expect(labels(player)).toEqual(['Two of what?', '2,000,000 won. Card or cash?']);
  const { rival } = player.getState();
  expect(rival?.position).toBe(rival?.differsAt);
  act(player, 'undo');
  expect(player.getState().rival?.differsAt).toBeNull();
});

it('every step, end and request is one for both', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare', crash('server-1'), 'last-step');
  const { recording, rival, step } = player.getState();
  expect(step).toBe(recording.diagram.steps.length - 1);
  expect(rival?.step).toBe((rival?.recording.diagram.steps.length ?? 0) - 1);
  act(player, 'previous-request');
  expect(labels(player)).toEqual(['Two of what?', '2,000,000 won. Card or cash?']);
  act(player, 'first-step', 'previous-step');
  expect(player.getState().rival?.step).toBe(0);
});

it('choosing the rival’s strategy lets the two change places', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, 'toggle-compare', 'other-mode');
  expect(clusterOf(player).strategy).toBe('client-state');
  expect(player.getState().rival?.variant).toBe('server-memory');
});

it('any other strategy can stand beside it', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, { kind: 'compare-with', variant: 'signed-token' });
  expect(player.getState().rival?.variant).toBe('signed-token');
});
