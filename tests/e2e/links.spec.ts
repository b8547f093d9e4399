/** Addresses: what they open, error messages for invalid ones, and what survives a reload. */

import { worded } from '../../src/features/wording.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { Problem } from '../../src/url/problem.ts';
import { crash, linesOf, restart, whenAnswered } from '../support/scenario.ts';
import { addressOf, languages, locales, type Query } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

interface BadLink {
  readonly what: string;
  readonly query: Query;
  readonly hash?: string;
  readonly says: string;
  /** The step that is shown instead, if it isn't the opening. */
  readonly at?: number;
}

const laterRun = Buffer.from(JSON.stringify({ v: 99, anything: true })).toString('base64url');

const badLinks: readonly BadLink[] = [
  { what: 'an unknown lesson', query: { lesson: 'cooking' }, says: 'No lesson is called “cooking”.' },
  { what: 'an empty lesson', query: { lesson: '' }, says: 'No lesson is called “”.' },
  { what: 'an unknown strategy', query: { strategy: 'prayer' }, says: 'No strategy is called “prayer”.' },
  {
    what: 'an unknown language',
    query: { lang: 'tlh' },
    says: 'Statescope doesn’t have the language “tlh”.',
  },
  { what: 'an unknown theme', query: { theme: 'pink' }, says: 'No theme is called “pink”.' },
  { what: 'a step that is no number', query: { step: 'two' }, says: '“two” isn’t a step.' },
  { what: 'a negative step', query: { step: '-1' }, says: '“-1” isn’t a step.' },
  { what: 'step 0', query: { step: '0' }, says: 'This run has no step 0.', at: 1 },
  { what: 'a step beyond the end', query: { step: '99' }, says: 'This run has no step 99.', at: 9 },
  { what: 'a cut-off run', query: {}, hash: '#run=eyJ2Ijo', says: 'The run in this link can’t be read' },
  { what: 'an empty run', query: {}, hash: '#run=', says: 'The run in this link can’t be read' },
  { what: 'a run of noise', query: {}, hash: '#run=%%%', says: 'The run in this link can’t be read' },
  { what: 'a very long word', query: { lang: 'x'.repeat(8_000) }, says: `“${'x'.repeat(60)}…”` },
  { what: 'a later version', query: {}, hash: `#run=${laterRun}`, says: 'a later version of Statescope' },
  {
    what: 'a script in its place',
    query: { lesson: '<img src=x onerror=alert(1)>' },
    says: 'No lesson is called “<img src=x onerror=alert(1)>”.',
  },
];

for (const { what, query, hash = '', says, at = 3 } of badLinks) {
  test(`a link with ${what} is reported, and the page works`, async ({ stage, page }) => {
    await page.goto(`${addressOf(query)}${hash}`);
    await stage.isReady();
    await expect(stage.notice).toContainText(says);
    await stage.isAt(at);
    await stage.notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(stage.notice).toHaveCount(0);
    await stage.crash(1);
    await stage.isAt(at + 1);
    await expect(stage.caption).toContainText('Server 1 crashes.');
  });
}

for (const language of languages) {
  test.describe(`several faults in one link (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('are all reported in the reader’s language', async ({ stage, page }) => {
      await page.goto(`${addressOf({ lesson: 'x', strategy: 'y', theme: 'z', step: '500' })}#run=!`);
      await stage.isReady();
      const { words } = stage;
      for (const kind of ['unknown-lesson', 'unknown-strategy', 'unknown-theme'] as const) {
        const value = { 'unknown-lesson': 'x', 'unknown-strategy': 'y', 'unknown-theme': 'z' }[kind];
        await expect(stage.notice).toContainText(worded<Problem>(words.problems, { kind, value }));
      }
      await expect(stage.notice).toContainText(worded<Problem>(words.problems, { kind: 'bad-run' }));
      await expect(stage.notice).toContainText(
        worded<Problem>(words.problems, { kind: 'step-out-of-range', value: 500, shown: 9 }),
      );
    });
  });
}

const moment = whenAnswered('client/1');
const toldApart: readonly { what: string; commands: Command[]; says: string; row: string }[] = [
  {
    what: 'a crash of a server that is down',
    commands: [crash('server-1', moment), crash('server-1', moment)],
    row: 'Crash Server 1',
    says: 'It’s already down. Nothing changes.',
  },
  {
    what: 'a restart of a server that is up',
    commands: [crash('server-1', moment), restart('server-2', moment)],
    row: 'Restart Server 2',
    says: 'It’s already running. Nothing changes.',
  },
  {
    what: 'a crash of a server that is not there',
    commands: [crash('server-1', moment), crash('server-7', moment)],
    row: 'Crash Server 7',
    says: 'There’s no Server 7. Nothing changes.',
  },
];

for (const { what, commands, says, row } of toldApart) {
  test(`a link with ${what} is described in the diagram, and the lesson continues`, async ({ stage }) => {
    await stage.open({ step: '5' }, { commands });
    await stage.isAt(5);
    await expect(stage.notice).toHaveCount(0);
    await expect(stage.presentRow).toContainText(row);
    await expect(stage.presentRow).toContainText(says.slice(0, 20));
    await expect(stage.caption).toContainText(says);
    await expect(stage.presentItem).toContainText(`${row}. ${says}`);
    await stage.toTheEnd();
    await expect(stage.caption).toContainText('What, and how many?');
  });
}

test('a link opens its run at its step, paused', async ({ stage, page }) => {
  const query = { lesson: 'clerk', strategy: 'server-memory', step: '7', theme: 'dark', lang: 'ko' };
  await page.goto(
    addressOf(query, {
      balancing: 'round-robin',
      script: linesOf([{ product: 'americano' }, { quantity: 3 }, { payment: 'cash' }]),
      commands: [crash('server-1', moment)],
    }),
  );
  const korean = stage.spokenIn('ko');
  await korean.isReady();
  await korean.isAt(7);
  await expect(korean.control('play')).toBeVisible();
  await expect(korean.steps).toContainText('아메리카노');
  await expect(korean.caption).toContainText('어떤 상품을 세 개요?');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a reload opens the same step of the same crashed run', async ({ stage, page }) => {
  await stage.open({}, { balancing: 'round-robin', commands: [] });
  await stage.crash(1);
  await stage.next();
  await stage.next();
  await stage.isAt(6);
  await expect(page).toHaveURL(/step=6/);
  const before = await stage.picture();
  await stage.reload();
  await expect.poll(() => stage.picture()).toBe(before);
});

test('a reload right after a step opens that step', async ({ stage, page }) => {
  await stage.open();
  for (const step of [4, 5, 6]) {
    await page.keyboard.press('PageDown');
    await stage.isAt(step);
    await stage.reload();
    await stage.isAt(step);
  }
});

test('starting over is kept after a reload', async ({ stage, page }) => {
  await stage.open();
  await stage.crash(1);
  await expect(page).toHaveURL(/step=4#run=/);
  await stage.control('startOver').click();
  // The crash is in the address as a branch.
  await expect(page).toHaveURL(/step=3#run=/);
  await stage.reload();
  await stage.isAt(3);
  await expect(stage.button(stage.words.otherBranch(1, 2))).toBeVisible();
  await expect(stage.button('Crash Server 1')).toBeVisible();
});

test('stepping adds nothing to the history, and back and forward return to the same step', async ({
  stage,
  page,
}) => {
  await page.goto('about:blank');
  await stage.open();
  const length = await page.evaluate(() => history.length);
  await stage.crash(1);
  await stage.next();
  await stage.isAt(5);
  await expect(page).toHaveURL(/step=5/);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
  await page.goForward();
  await stage.isReady();
  await stage.isAt(5);
  await expect(stage.button('Restart Server 1')).toBeVisible();
});

test('another run pasted into the address opens without a manual reload', async ({ stage, page }) => {
  const query = { lesson: 'clerk', strategy: 'server-memory', step: '4' };
  await stage.open(query);
  await page.goto(addressOf(query, { commands: [crash('server-1', moment)] }));
  await stage.isAt(4);
  await expect(stage.caption).toContainText('Server 1 crashes.');
});

test('a page used for a long time still updates its address', async ({ stage, page }) => {
  await stage.open();
  for (let round = 0; round < 120; round += 1) {
    await page.keyboard.press(round % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
  }
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/step=9/);
});
