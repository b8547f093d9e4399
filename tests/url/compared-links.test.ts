/** While two runs are compared, the run's own step isn't enough for a link: one side waits while the other goes on. */
import { describe, expect, it } from 'vitest';
import { open } from '../../src/app/open.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { timelineIndex, timelineLength } from '../../src/player/comparison.ts';
import type { Player, PlayerStore } from '../../src/player/player.ts';
import type { Action, PlayerState } from '../../src/player/state.ts';
import { comparisonKeys } from '../../src/url/comparison-keys.ts';
import { hiddenText } from '../../src/url/hidden-nodes.ts';
import { linkTo } from '../../src/url/link-to.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { writeQuery } from '../../src/url/query.ts';
import { act, openPlayer } from '../support/opened-player.ts';

function comparing(...actions: readonly Action[]): PlayerStore {
  const player = openPlayer({ allowsMotion: false });
  act(player, ...actions, { kind: 'compare-with', variant: 'shared-store' });
  return player;
}

function linkOf({ lesson, recording, step, comparison, hidden }: Player): string {
  if (recording.run === null) throw new Error('There is no run.');
  const search = writeQuery('', { ...comparisonKeys(comparison), hide: hiddenText(hidden) });
  return linkTo(search, lesson, recording.run, step);
}

function opened(link: string): PlayerState {
  const [search = '', hash = ''] = link.split('#');
  const { state, problems } = open(parseLink(search, `#${hash}`), phrasebook);
  expect(problems).toEqual([]);
  return state;
}

/** The shown steps of both sides. */
const shown = (state: PlayerState) => [timelineIndex(state), state.step, state.comparison?.step];

const runs: readonly (readonly [string, readonly Action[]])[] = [
  ['the plain run', []],
  ['a run with a crash', [{ kind: 'crash', node: 'server-1' }]],
  ['a run without one of its nodes', [{ kind: 'set-hidden', nodes: ['client'] }]],
];

describe.each(runs)('at each position of %s compared with another strategy', (_, actions) => {
  const player = comparing(...actions);
  const positions = Array.from({ length: timelineLength(player.getState()) }, (__, at) => at);

  it('a reload shows the same pair of steps', () => {
    for (const step of positions) {
      const state = act(player, { kind: 'go-to', step });
      expect(shown(opened(linkOf(state)))).toEqual(shown(state));
    }
  });

  it('another language shows the same pair of steps', () => {
    for (const step of positions) {
      const before = shown(act(player, { kind: 'go-to', step }));
      expect(shown(act(player, { kind: 'set-messages', phrasebook: korean }))).toEqual(before);
      act(player, { kind: 'set-messages', phrasebook });
    }
  });
});

describe('a link with a comparison', () => {
  const address = '?lesson=clerk&compare=shared-store&step=7';
  const first = opened(address);

  it('that has no pair opens at the first one with its step', () => {
    const { pairs, position } = first.comparison ?? expect.fail();
    expect(first.step).toBe(6);
    expect(position).toBe(pairs.findIndex(({ own }) => own === 6));
  });

  it.each(['1', '0', '999'])('ignores pair %s, which doesn’t show its step', (pair) => {
    expect(shown(opened(`${address}&pair=${pair}`))).toEqual(shown(first));
  });

  it('that compares with nothing ignores its pair', () => {
    expect(shown(opened('?lesson=clerk&step=7&pair=9'))).toEqual([6, 6, undefined]);
  });
});
