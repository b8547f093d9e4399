import { describe, expect, it } from 'vitest';
import { open } from '../../src/app/open.ts';
import sharedStore from '../../src/lessons/shared-store/lesson.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import type { PlayerState } from '../../src/player/state.ts';
import { hiddenText } from '../../src/url/hidden-nodes.ts';
import { linkTo } from '../../src/url/link-to.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { writeQuery } from '../../src/url/query.ts';
import { act, openPlayer } from '../support/opened-player.ts';

const hideStore = { kind: 'set-hidden', nodes: ['session-store'] } as const;

function reopened({ lesson, recording, step, comparison, focus, hidden }: PlayerState) {
  if (recording.run === null) throw new Error('A link opens a run.');
  const compare = comparison?.variant ?? null;
  const search = writeQuery('', { compare, focus, hide: hiddenText(hidden) });
  const { search: query, hash } = new URL(
    linkTo(search, lesson, recording.run, step),
    'https://shop.example/',
  );
  return open(parseLink(query, hash), english);
}

describe('a link to a stage with hidden nodes', () => {
  it('hides a node again that only the comparison has, without a problem', () => {
    const player = openPlayer({ lesson: sharedStore });
    const before = act(player, hideStore, 'toggle-compare', 'other-mode');
    const { state, problems } = reopened(before);
    expect(problems).toEqual([]);
    expect(state.hidden).toEqual(['session-store']);
    expect(state.recording.hiding).toBeUndefined();
    expect(state.comparison?.recording.hiding?.nodes).toEqual(['session-store']);
  });

  it('names no node that the other mode does not have', () => {
    const focused = openPlayer({ lesson: sharedStore });
    act(focused, { kind: 'set-focus', node: 'session-store' }, 'other-mode');
    const hidden = openPlayer({ lesson: sharedStore });
    act(hidden, hideStore, 'other-mode');
    for (const player of [focused, hidden]) {
      expect(reopened(player.getState()).problems).toEqual([]);
    }
  });

  it('reports a node that neither side of a comparison has', () => {
    const { problems, state } = open(
      parseLink('?lesson=shared-store&compare=client-state&hide=server-99.server-1&focus=server-98', ''),
      english,
    );
    expect(problems.map(({ kind }) => kind)).toEqual(['unknown-focus', 'unknown-hidden']);
    expect(state.hidden).toEqual(['server-1']);
    expect(state.comparison?.recording.hiding?.nodes).toEqual(['server-1']);
  });
});
