import { expect, test } from 'vitest';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { clusterOf, openPlayer } from '../support/opened-player.ts';
import { crash, whenAnswered } from '../support/scenario.ts';

const ofSecond: Command = crash('server-1', whenAnswered('client-2/1'));
const ofFirst: Command = crash('server-2', whenAnswered('client/1'));

test('commands for a client that no longer exists are dropped, and the others stay', () => {
  const player = openPlayer();
  const { dispatch } = player.getState();
  const alone = clusterOf(player);
  const both = { ...alone, clients: [...alone.clients, clients([{ kind: 'me' }])] };
  dispatch({ kind: 'open-run', scenario: both, commands: [ofFirst, ofSecond] });
  dispatch({ kind: 'change-scenario', scenario: alone });
  const { recording, history } = player.getState();
  expect(recording.run?.commands).toEqual([ofFirst]);
  for (const { id } of history.all) {
    dispatch({ kind: 'choose-branch', branch: id });
    expect(player.getState().recording.run?.scenario).toEqual(alone);
  }
});

test('a change that fits all commands keeps the branches', () => {
  const player = openPlayer();
  const { dispatch } = player.getState();
  dispatch({ kind: 'crash', node: 'server-1' });
  const { history } = player.getState();
  dispatch({ kind: 'change-scenario', scenario: { ...clusterOf(player), servers: 5 } });
  expect(player.getState().history).toBe(history);
});

test('another kind of scenario keeps the faults that it supports', () => {
  const player = openPlayer();
  const { dispatch } = player.getState();
  dispatch({ kind: 'crash', node: 'server-1' });
  dispatch({ kind: 'open-run', scenario: clusterOf(player), commands: [ofFirst] });
  expect(player.getState().recording.run?.commands).toEqual([ofFirst]);
});
