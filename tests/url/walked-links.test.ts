/** A reader walks through a lesson by N. At each position, the link and the kept branches open the same run again. */
import { describe, expect, it } from 'vitest';
import { open } from '../../src/app/open.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import sharedStore from '../../src/lessons/shared-store/lesson.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import type { Player, PlayerStore } from '../../src/player/player.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import type { Link } from '../../src/url/link.ts';
import { linkTo, otherBranches } from '../../src/url/link-to.ts';
import { packHistory, unpackHistory } from '../../src/url/packed-history.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { CODE_CHARACTERS_MAX, encodeRun } from '../../src/url/run-code.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';
import { crash, whenAnswered } from '../support/scenario.ts';

function openedAt(lesson: Lesson): PlayerStore {
  const player = openPlayer({ allowsMotion: false });
  act(player, { kind: 'open-lesson', lesson, lessonPosition: 'opening' });
  return player;
}

/** Presses N until the lesson's end, and calls back at each position. */
function walk(player: PlayerStore, visit: (state: Player) => void): void {
  for (;;) {
    const before = player.getState();
    visit(before);
    if (act(player, 'next-scene').lessonPosition === before.lessonPosition) return;
  }
}

/** The address of what is shown, with all branches. */
function linkOf({ lesson, recording, step, history }: Player): Link {
  if (recording.run === null) throw new Error('A lesson plays a run.');
  const link = linkTo('', lesson, recording.run, step, history, CODE_CHARACTERS_MAX);
  const [search = '', hash] = link.split('#');
  return parseLink(search, hash === undefined ? '' : `#${hash}`);
}

const packed = ({ history }: Player): unknown => JSON.parse(JSON.stringify(packHistory(history)));

function expectReadable(player: PlayerStore): void {
  const { history } = player.getState();
  const { scenario, commands } = runOfPlayer(player);
  for (const branch of history.all) expect(checkCommands(branch.commands, scenario)).toEqual([]);
  const { run, problems } = linkOf(player.getState());
  expect(problems).toEqual([]);
  expect(run?.branches ?? []).toEqual(otherBranches(history, commands));
  expect(unpackHistory(packed(player.getState()), scenario)).toEqual({ ...history, removed: [] });
}

describe('at each position of a lesson', () => {
  it.each(lessons)('$id: the link and the kept branches can be read', (lesson) => {
    const player = openedAt(lesson);
    walk(player, () => expectReadable(player));
  });

  it.each(lessons)('$id: so they can after a crash at each of them, and on the way back', (lesson) => {
    const player = openedAt(lesson);
    walk(player, () => {
      act(player, { kind: 'crash', node: 'server-1' });
      expectReadable(player);
    });
    for (const _ of lesson.scenes) {
      act(player, 'previous-scene');
      expectReadable(player);
    }
  });
});

it.each(lessons)('at the end of $id, a reload brings back the run and all branches', (lesson) => {
  const player = openedAt(lesson);
  walk(player, () => {});
  const state = act(player, { kind: 'crash', node: 'server-1' });
  const kept = { branches: { history: packed(state), opened: null }, futures: [] };
  const again = open(linkOf(state), phrasebook, kept);
  expect(again.problems).toEqual([]);
  expect(again.state.step).toBe(state.step);
  expect(again.state.recording.run?.commands).toEqual(runOfPlayer(player).commands);
  expect(again.state.history).toEqual({ ...state.history, removed: [] });
});

it('a link that was shared with branches of another scene opens without them', () => {
  const { scenario } = sharedStore;
  const [present, strange] = [
    [crash('server-1', whenAnswered('client/1'))],
    [crash('server-1', whenAnswered('client-2/1'))],
  ];
  const code = encodeRun({ scenario, commands: present, branches: [strange] }, scenario);
  const { run, problems } = parseLink('?lesson=shared-store', `#run=${code}`);
  expect(problems).toEqual([]);
  expect(run).toEqual({ scenario, commands: present });
});
