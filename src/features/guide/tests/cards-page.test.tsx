// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { cardGroups, cards } from '../../../lessons/cards.ts';
import { cardWords as english } from '../../../locales/en/cards.ts';
import { cardWords as korean } from '../../../locales/ko/cards.ts';
import type { GuideLocation } from '../../../url/guide-pages.ts';
import { GuideProvider } from '../../guide-context.ts';
import { CardsPage } from '../cards-page.tsx';

HTMLElement.prototype.scrollIntoView = () => {};

function mountCards(language: 'en' | 'ko' = 'en', place: GuideLocation = { page: 'cards', entry: null }) {
  const guide = { place, go: () => {}, close: () => {}, openLesson: () => {}, openRun: () => {} };
  mount(
    <GuideProvider value={guide}>
      <CardsPage />
    </GuideProvider>,
    language,
  );
}

const shown = () =>
  screen.getAllByRole('article').map((card) => within(card).getByRole('heading').textContent);

test.each([
  ['en', english],
  ['ko', korean],
] as const)('shows all cards in %s, by group, each with its sources', async (language, words) => {
  mountCards(language);
  expect(await screen.findAllByRole('article')).toHaveLength(cards.length);
  expect(shown()).toEqual(cards.map(({ id }) => words.cards[id].heading));
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(
    cardGroups.map((group) => words.groups[group]),
  );
  for (const article of screen.getAllByRole('article')) {
    const sources = within(article).getByRole('list', { name: words.sources });
    expect(within(sources).getAllByRole('link').length).toBeGreaterThan(0);
  }
});

test('searches in both languages, and in the sources', async () => {
  mountCards();
  const field = await screen.findByRole('searchbox', { name: english.search });
  const found = {
    wristband: 'ticket-and-wristband',
    손목띠: 'ticket-and-wristband',
    'RFC 4987': 'tickets-and-syn-cookies',
  } as const;
  for (const [query, id] of Object.entries(found)) {
    await userEvent.clear(field);
    await userEvent.type(field, query);
    expect(shown()).toEqual([english.cards[id].heading]);
    expect(screen.getByRole('status')).toHaveTextContent('1 card');
  }
});

test('without matches, says so and suggests what to do', async () => {
  mountCards('ko');
  await userEvent.type(await screen.findByRole('searchbox'), '블록체인');
  expect(screen.queryAllByRole('article')).toHaveLength(0);
  expect(screen.getByText(korean.nothingFound('블록체인'))).toBeVisible();
});

test('marks the card that a link names', async () => {
  mountCards('en', { page: 'cards', entry: 'signed-is-readable' });
  const { heading } = english.cards['signed-is-readable'];
  const card = (await screen.findByRole('heading', { name: heading })).closest('article');
  expect(card).toHaveAttribute('data-meant', 'true');
  expect(document.querySelectorAll('[data-meant=true]')).toHaveLength(1);
  expect(screen.getByRole('link', { name: english.linkTo(heading) })).toHaveAttribute(
    'href',
    expect.stringContaining('page=cards&entry=signed-is-readable'),
  );
});
