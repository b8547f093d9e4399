/** Navigation in lessons: by the lesson bar, keys, the list of scenes, and the page of lessons. */

import { wordsOfLesson } from '../../src/lessons/lesson-words.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import loginCrash from '../../src/lessons/login-crash/lesson.ts';
import token from '../../src/lessons/token/lesson.ts';
import { lessonWords as english } from '../../src/locales/en/lesson-words.ts';
import { lessonWords as korean } from '../../src/locales/ko/lesson-words.ts';
import { violations } from '../support/axe.ts';
import { languagesIn, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const words = { en: english, ko: korean };

for (const language of languagesIn(words)) {
  test.describe(`lessons (${language})`, () => {
    test.use({ language, locale: locales[language] });
    const { scenes, closing } = wordsOfLesson(words[language], loginCrash);

    test('a link opens a scene, and keys lead to the next one and back', async ({ stage, page }) => {
      await stage.open({ lesson: 'login-crash', scene: '3' });
      const bar = page.getByRole('region', { name: stage.words.lesson, exact: true });
      await expect(bar).toContainText(scenes['failed-login']?.look ?? '');
      await page.keyboard.press('KeyN');
      await expect(bar).toContainText(scenes['session-lost']?.look ?? '');
      await page.keyboard.press('Shift+KeyN');
      await expect(bar).toContainText(scenes['failed-login']?.heading ?? '');
      await expect(page).toHaveURL(/[?&]step=4\b/);
      await stage.reload();
      await expect(bar).toContainText(scenes['failed-login']?.heading ?? '');
    });

    test('the list of scenes opens each of them, and marks visited ones', async ({ stage, page }) => {
      await stage.open({ lesson: 'login-crash', scene: '4' });
      const bar = page.getByRole('region', { name: stage.words.lesson, exact: true });
      const { scenes: labels } = stage.words;
      await bar.getByRole('button', { name: new RegExp(`^${labels.scenes}`) }).click();
      const list = page.getByRole('list', { name: labels.scenes, exact: true });
      await expect(list.getByRole('listitem')).toHaveCount(8);
      await expect(list.locator('[aria-current]')).toContainText(scenes['session-lost']?.heading ?? '');
      await expect(list.getByLabel(labels.seen)).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
      await list.getByRole('button', { name: labels.closing }).click();
      await expect(bar).toContainText(closing);
      await expect(page.getByRole('switch', { name: stage.words.compare, exact: true })).toBeChecked();
    });

    test('the page of lessons describes and opens each of them', async ({ stage, page }) => {
      await stage.open();
      await stage.button(stage.words.lesson).click();
      const cards = page.getByRole('article');
      await expect(cards).toHaveCount(lessons.length);
      await expect(cards.first().locator('svg rect').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: stage.words.lessonTitle('token'), exact: true }).click();
      const bar = page.getByRole('region', { name: stage.words.lesson, exact: true });
      await expect(bar).toContainText(wordsOfLesson(words[language], token).opening);
    });
  });
}

test('a suggested fault stops at its step, and asks for a prediction before it shows the answer', async ({
  stage,
  page,
}) => {
  await stage.open({ lesson: 'login-crash' });
  const bar = page.getByRole('region', { name: 'Lesson', exact: true });
  await bar.getByRole('button', { name: 'Try: Crash Server 1' }).click();
  const { notes, look } = wordsOfLesson(english, loginCrash).scenes['session-lost'] ?? raise();
  await expect(bar).toContainText(notes.ask);
  await expect(bar).not.toContainText(look);
  await page.keyboard.press('PageDown');
  await stage.toTheEnd();
  await expect(stage.caption).toContainText('Mina');
});

function raise(): never {
  throw new Error('The lesson has no such scene.');
}
