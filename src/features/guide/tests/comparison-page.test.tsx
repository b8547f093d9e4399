// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { act, openPlayer, runOfPlayer } from '../../../../tests/support/opened-player.ts';
import {
  type ComparisonCell,
  loginsCompared,
  type Measure,
  modesCompared,
} from '../../../lessons/comparison.ts';
import { wordsOfScene } from '../../../lessons/lesson-words.ts';
import { lessonById } from '../../../lessons/lessons.ts';
import { comparisonWords as english } from '../../../locales/en/comparison.ts';
import { lessonWords as englishLessons } from '../../../locales/en/lesson-words.ts';
import { comparisonWords as korean } from '../../../locales/ko/comparison.ts';
import { lessonWords as koreanLessons } from '../../../locales/ko/lesson-words.ts';
import { measured } from '../../../player/measured.ts';
import { lessonAddress } from '../../../url/lesson-address.ts';
import { parseLink } from '../../../url/parse-link.ts';
import { GuideProvider } from '../../guide-context.ts';
import { ComparisonPage } from '../comparison-page.tsx';

const cells: readonly (ComparisonCell & { readonly name: string })[] = [
  modesCompared,
  loginsCompared,
].flatMap(({ id, rows }) =>
  rows.flatMap((row) =>
    row.cells.map((cell: ComparisonCell, column) => ({ name: `${id} ${row.id} ${column}`, ...cell })),
  ),
);
/** Sealed cookies have no lesson. */
const linked = cells.filter(({ name }) => !name.endsWith(' 2'));

function lessonOf(id: Parameters<typeof lessonById>[0]) {
  const lesson = lessonById(id);
  if (lesson === undefined) throw new Error(`There is no lesson ${id}.`);
  return lesson;
}

describe('the comparison', () => {
  test('has every row that the lessons need', () => {
    expect(modesCompared.rows.map(({ id }) => id)).toEqual([
      ...['where', 'crash', 'change', 'scale-out', 'deploy', 'bytes', 'memory', 'logout', 'load', 'examples'],
    ]);
    expect(loginsCompared.rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['picture', 'storage', 'theft', 'leak']),
    );
  });

  test.each(linked)('$name links to existing moments, in the words of both languages', ({ moments }) => {
    expect(moments.length).toBeGreaterThan(0);
    for (const { lesson: id, scene } of moments) {
      const lesson = lessonOf(id);
      const lessonScene = lesson.scenes[scene];
      if (lessonScene === undefined) throw new Error(`${id} has no scene ${scene}.`);
      expect(parseLink(lessonAddress('', id, scene), '')).toMatchObject({
        lesson,
        lessonPosition: scene,
        problems: [],
      });
      for (const words of [englishLessons, koreanLessons]) {
        expect(wordsOfScene(words, lesson, lessonScene).heading).not.toBe('');
      }
    }
  });

  test('claims of a crash only what the runs show', () => {
    const lostIn = (column: number) => {
      const moment = modesCompared.rows.find(({ id }) => id === 'crash')?.cells[column]?.moments[0];
      if (moment === undefined) throw new Error('The row leads nowhere.');
      const lesson = lessonOf(moment.lesson);
      const player = openPlayer();
      act(player, { kind: 'open-lesson', lesson, lessonPosition: moment.scene });
      const { commands, scores } = runOfPlayer(player);
      expect(commands.map(({ kind }) => kind)).toContain('crash');
      return scores.at(-1)?.sessionsLost;
    };
    expect([lostIn(0), lostIn(1)]).toEqual([1, 0]);
  });

  test('measures what it says in numbers', () => {
    const values = (what: Measure['what']) =>
      cells.flatMap(({ measure }) => (measure?.what === what ? [measured(measure)] : []));
    const [shopSession, shopRequests, loginSession, loginToken, sealed] = values('bytes-per-request');
    for (const bytes of [shopSession, shopRequests, loginSession, loginToken, sealed])
      expect(bytes).toBeGreaterThan(100);
    expect(loginToken).toBeGreaterThan(loginSession ?? 0);
    expect(sealed).toBeGreaterThan(loginSession ?? 0);
    const [shopMemory, none, loginMemory, ...noneEither] = values('memory-on-servers');
    expect([none, ...noneEither]).toEqual([0, 0, 0]);
    expect(Math.min(shopMemory ?? 0, loginMemory ?? 0)).toBeGreaterThan(0);
    const [withStore, ...withoutStore] = values('store-round-trips');
    expect(withStore).toBeGreaterThanOrEqual(1);
    expect(withoutStore).toEqual([0, 0]);
  });
});

describe.each([
  ['en', english],
  ['ko', korean],
] as const)('its page in %s', (language, words) => {
  const openLesson = vi.fn();
  const mountPage = () =>
    mount(
      <GuideProvider
        value={{
          place: { page: 'comparison', entry: null },
          go: () => {},
          close: () => {},
          openRun: () => {},
          openLesson,
        }}
      >
        <ComparisonPage />
      </GuideProvider>,
      language,
    );

  test('has two tables whose every cell has a link, except those about sealed cookies', async () => {
    mountPage();
    for (const [comparison, table] of [
      [modesCompared, words.modes],
      [loginsCompared, words.logins],
    ] as const) {
      const shown = await screen.findByRole('table', { name: table.title });
      expect(
        within(shown)
          .getAllByRole('columnheader')
          .slice(1)
          .map(({ textContent }) => textContent),
      ).toEqual(table.columns);
      const names = within(shown)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent);
      expect(names).toEqual(Object.values(table.rows).map(({ name }) => name));
      for (const [index, cell] of within(shown).getAllByRole('cell').entries()) {
        if (index % table.columns.length === 2) continue;
        expect(await within(cell).findAllByRole('link')).not.toEqual([]);
      }
      expect(within(shown).getAllByRole('cell')).toHaveLength(table.columns.length * comparison.rows.length);
    }
  });

  test('opens a lesson at the moment without leaving the page', async () => {
    mountPage();
    const shown = await screen.findByRole('table', { name: words.modes.title });
    const [first] = await within(shown).findAllByRole('link');
    await userEvent.click(first as HTMLElement);
    expect(openLesson).toHaveBeenLastCalledWith('clerk', 0);
  });
});
