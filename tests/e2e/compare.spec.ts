/** Two strategies side by side, with shared playback controls and shared crashes. */
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/stage-test.ts';

test('opens by switch and by key, with regions named after their strategies, which step and crash together', async ({
  stage,
  page,
}) => {
  const side = (name: string) => page.getByRole('region', { name, exact: true });
  await stage.open();
  await page.getByRole('switch', { name: 'Compare', exact: true }).click();
  await expect(side('Server memory')).toBeVisible();
  await expect(side('Client carries it')).toBeVisible();
  await stage.button('Crash Server 1').click();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  await expect(side('Server memory').locator('[data-row][data-present=true]')).toContainText('Two of what?');
  await expect(side('Client carries it').locator('[data-row][data-present=true]')).toContainText(
    '2,000,000 won',
  );
  const parting = page.getByText('≠ First difference.').filter({ visible: true });
  await expect(parting).toHaveCount(1);
  await expect(side('Server memory').getByRole('group', { name: 'Memory of Server 1' })).toContainText(
    'lost',
  );
  await page.getByRole('combobox', { name: 'Compared with' }).selectOption({ label: 'Signed token' });
  await expect(side('Signed token')).toBeVisible();
  await page.keyboard.press('m');
  await expect(side('Client carries it')).toBeVisible();
  await expect(page).toHaveURL(/(?=.*strategy=client-state)(?=.*compare=signed-token)/);
  await page.reload();
  await expect(side('Signed token')).toBeVisible();
  await page.keyboard.press('v');
  await expect(side('Signed token')).toHaveCount(0);
  await expect(stage.steps).toBeVisible();
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    test('the page does not scroll sideways, axe finds nothing, and present rows and figures are visible', async ({
      stage,
      page,
    }) => {
      await stage.open({ compare: 'client-state' });
      await stage.button('Crash Server 1').click();
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
      const rows = page.locator('[data-row][data-present=true]');
      await expect(rows).toHaveCount(2);
      for (const row of await rows.all()) {
        await row.scrollIntoViewIfNeeded();
        await expect(row).toBeInViewport();
      }
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
      await stage.button(stage.words.scoreboard).click();
      const dialog = page.getByRole('dialog', { name: stage.words.scoreboard, exact: true });
      await expect(dialog.getByRole('row', { name: /^Sessions lost/ }).getByRole('cell')).toHaveText([
        '',
        '1',
        '0',
      ]);
      await expect(dialog.getByRole('region', { name: 'Client carries it', exact: true })).toBeAttached();
      expect(await dialog.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await violations(page)).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the switch is among the details, and switches back as well', async ({ stage, page }) => {
    const compare = page.getByRole('switch', { name: 'Compare', exact: true });
    await stage.open();
    await expect(compare).toBeHidden();
    await stage.choose(stage.words.view, stage.words.details);
    await compare.click();
    const other = page.getByRole('region', { name: 'Client carries it', exact: true });
    await expect(other).toBeVisible();
    // One side fills the screen; swiping shows the other.
    await expect(page.getByRole('region', { name: 'Server memory', exact: true })).toBeInViewport();
    await other.scrollIntoViewIfNeeded();
    await expect(other).toBeInViewport({ ratio: 0.5 });
    await page.getByRole('combobox', { name: 'Where the state lives' }).selectOption('shared-store');
    await expect(page.getByRole('region', { name: 'Shared store', exact: true })).toBeAttached();
    await compare.click();
    await expect(page.getByRole('region', { name: 'Client carries it', exact: true })).toHaveCount(0);
  });
});
