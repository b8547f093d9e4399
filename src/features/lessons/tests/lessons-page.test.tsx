// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import { wordsOfLesson } from '../../../lessons/lesson-words.ts';
import { lessons } from '../../../lessons/lessons.ts';
import { lessonWords } from '../../../locales/en/lesson-words.ts';
import { viewText as english } from '../../../locales/en/view-text.ts';
import { GuideProvider } from '../../guide-context.ts';
import { type Progress, ProgressProvider } from '../../progress-context.ts';
import { LessonsPage } from '../lessons-page.tsx';

const seen: Progress = {
  reached: (lesson) => new Set(lesson === 'clerk' ? ['remembered', 'by-turns', 'of another version'] : []),
  reach: () => {},
};

async function mountPage() {
  mount(
    <GuideProvider
      value={{ place: null, go: () => {}, close: () => {}, openLesson: () => {}, openRun: () => {} }}
    >
      <ProgressProvider value={seen}>
        <LessonsPage />
      </ProgressProvider>
    </GuideProvider>,
  );
  const list = await screen.findByRole('list');
  return within(list).getAllByRole('article');
}

test('each lesson has a title that links to it, and its topic', async () => {
  const cards = await mountPage();
  expect(cards).toHaveLength(lessons.length);
  for (const [index, lesson] of lessons.entries()) {
    const { id } = lesson;
    const card = within(cards[index] as HTMLElement);
    const link = card.getByRole('link', { name: english.lessonTitle(id) });
    expect(link.getAttribute('href')).toContain(`lesson=${id}`);
    expect(card.getByText(wordsOfLesson(lessonWords, lesson).teaches)).toBeVisible();
  }
});

test('counts seen scenes only among the scenes of the lesson', async () => {
  const [clerk, next] = await mountPage();
  expect(clerk).toHaveTextContent('6 scenes, about 14 minutes');
  expect(clerk).toHaveTextContent('2 of 7 seen');
  expect(next).not.toHaveTextContent('seen');
});

test('the picture of a lesson has a lifeline for each node of its run, and arrows', async () => {
  const [clerk] = await mountPage();
  // The client, the load balancer and three servers; the crash of the first is the closing's.
  await waitFor(() => expect(clerk?.querySelectorAll('[data-lifeline]')).toHaveLength(5));
  expect(clerk?.querySelectorAll('[data-lifeline][data-down=true]')).toHaveLength(1);
  expect(clerk?.querySelector('[data-arrow][data-tone=failure]')).not.toBeNull();
});
