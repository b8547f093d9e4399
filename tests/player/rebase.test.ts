import { describe, expect, it, test } from 'vitest';
import sharedStore from '../../src/lessons/shared-store/lesson.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import type { Action } from '../../src/player/state.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import { act, clusterOf, openPlayer, runOfPlayer } from '../support/opened-player.ts';
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

describe('the scenes of a lesson that have other clients', () => {
  const lesson = sharedStore;
  const at = (id: string): Action => ({
    kind: 'open-lesson',
    lesson,
    lessonPosition: lesson.scenes.findIndex((scene) => scene.id === id),
  });
  const opening: Action = { kind: 'open-lesson', lesson, lessonPosition: 'opening' };
  const branches = (player: PlayerStore) => player.getState().history.all.map(({ commands }) => commands);

  it('keep the branches that fit, and drop those of a client that they lack', () => {
    const player = openPlayer({ allowsMotion: false });
    act(player, opening, { kind: 'crash', node: 'server-1' });
    const own = runOfPlayer(player).commands;
    act(player, at('newest-lost'));
    const [lost] = lesson.scenes.flatMap((scene) => (scene.id === 'newest-lost' ? [scene.commands] : []));
    expect(branches(player)).toEqual([[], own, lost]);
    act(player, opening);
    expect(branches(player)).toEqual([[], own]);
  });

  it('don’t bring a dropped branch back with Undo', () => {
    const player = openPlayer({ allowsMotion: false });
    act(player, opening, at('newest-lost'), 'remove-branch', opening);
    for (let presses = 0; presses < 4; presses += 1) {
      const { scenario, commands } = runOfPlayer(player);
      expect(checkCommands(commands, scenario)).toEqual([]);
      act(player, 'undo');
    }
  });
});
