// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { earlierFutures } from '../../src/app/history-entries.ts';
import { fittingFutures, open } from '../../src/app/open.ts';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { createHistory } from '../../src/player/create-history.ts';
import { undo } from '../../src/player/history.ts';
import { packHistory } from '../../src/url/packed-history.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { crash } from '../support/scenario.ts';

afterEach(() => history.replaceState(null, ''));

const future = (offsetUs: number) => [crash('server-1', { request: 'client/1', at: 'sent', offsetUs })];

describe('a reload', () => {
  it('restores all branches, however many, and what Redo leads to', () => {
    const futures = Array.from({ length: 3_000 }, (_, index) => future(index));
    const before = undo(createHistory(future(1), futures));
    const branches = { history: packHistory(before), opened: null };
    const { state } = open(parseLink('?lesson=clerk', ''), phrasebook, { branches, futures: [] });
    expect(state.history).toEqual(before);
  });

  it('ignores kept branches of another version, and keeps those of the link', () => {
    const branches = { history: { trees: [1] }, opened: null };
    const { state } = open(parseLink('?lesson=clerk', ''), phrasebook, { branches, futures: [] });
    expect(state.history.all).toHaveLength(1);
  });
});

describe('branches that an earlier version of the page has kept', () => {
  it('leave out values that are nested too deeply to be a command, or are not plain data', () => {
    let deep: unknown[] = [];
    for (let depth = 0; depth < 1_000; depth += 1) deep = [deep];
    const tampered = (value: unknown) => [
      {
        kind: 'instruct',
        nodes: ['client'],
        instruction: { kind: 'tamper', tampering: { kind: 'set-claim', claim: 'role', value } },
        moment: { request: 'client/1', at: 'sent', offsetUs: 0 },
      },
    ];
    const good = [future(1), tampered({ admin: [true, null, 1] })];
    const bad = [tampered(deep), tampered(1n), tampered([undefined]), 1, null, [null]];
    history.replaceState({ futures: [...bad, ...good] }, '');
    expect(fittingFutures(earlierFutures(), clerk.scenario)).toEqual(good);
  });
});
