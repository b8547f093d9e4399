/** The search for a loss: opened from the menu, plays what it finds, by keys, without problems of accessibility. */
import { findLossText as en } from '../../src/locales/en/find-loss-text.ts';
import { operateText } from '../../src/locales/en/operate-text.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/stage-test.ts';

test('finds a loss, plays it, and Undo takes it back', async ({ stage, page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await stage.open();
  await stage.isIdle();
  expect(fetched.filter((url) => /find-loss/.test(url))).toEqual([]);
  await page.getByRole('button', { name: stage.words.operate, exact: true }).click();
  await page.getByRole('button', { name: operateText.findLoss }).click();
  const panel = page.getByRole('region', { name: en.title });
  await panel.getByRole('button', { name: en.search, exact: true }).press('Enter');
  await expect(panel.getByRole('status')).toContainText('Tried all');
  await expect(panel.getByRole('button', { pressed: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: en.close }).click();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: stage.words.undo })).toBeDisabled();
});
