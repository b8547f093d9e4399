/** Operator commands: in one menu by keys, and at the head of each node by pointer or touch; never by dragging. */
import { violations } from '../support/axe.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, locale: locales[language] });

    test('cuts a link in the menu by keys alone, and the menu stays open', async ({ stage, page }) => {
      await stage.open();
      const { commands } = await stage.words.operating();
      const cut = commands.cut({ node: stage.loadBalancer });
      const menu = page.getByRole('dialog', { name: stage.words.operate, exact: true });
      await page.keyboard.press('c');
      await expect(menu.getByRole('button', { name: stage.words.addServer })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(menu.getByRole('listitem').nth(1).getByRole('button')).toBeFocused();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
      await page.keyboard.press('c');
      const entry = menu.getByRole('region', { name: stage.server(1) }).getByRole('button', { name: cut });
      await entry.focus();
      await page.keyboard.press('Enter');
      await expect(menu).toHaveCount(0);
      await stage.isAt(4);
      await expect(stage.presentRow).toHaveAttribute('data-tone', 'failure');
      await page.keyboard.press('z');
      await stage.isAt(3);
    });

    test('adds servers one after another, each with a head, which crash like any other', async ({
      stage,
    }) => {
      await stage.open();
      for (const ordinal of [4, 5]) {
        await stage.button(stage.words.addServer).click();
        await expect(stage.memoryOf(ordinal)).toBeVisible();
      }
      await stage.crash(5);
      await expect(stage.button(stage.words.restart(stage.server(5)))).toBeVisible();
    });
  });
}

test('while comparing, one menu is for both sides', async ({ stage, page }) => {
  await stage.open({ compare: 'client-state' });
  await page.getByRole('button', { name: stage.words.operateNode('Server 1'), exact: true }).click();
  await page.getByRole('button', { name: 'Drain Server 1: it gets no new requests', exact: true }).click();
  await expect(page.locator('[data-row][data-present=true]')).toHaveCount(2);
  for (const row of await page.locator('[data-row][data-present=true]').all()) {
    await expect(row).toContainText('Server 1');
  }
});

test('a press beside a dialog that stays open keeps the focus in it', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await stage.open();
  await stage.chooseTool(stage.words.help);
  await expect(stage.help).toBeVisible();
  await page.mouse.click(4, 4);
  await expect(stage.help).toBeVisible();
  expect(await stage.help.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
});

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a tap on a name opens its commands, each a target large enough for a finger', async ({
    stage,
    page,
  }) => {
    await stage.open();
    const head = page.getByRole('button', { name: stage.words.operateNode('Server 1'), exact: true });
    expect((await head.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await head.tap();
    const menu = page.getByRole('dialog', { name: 'Server 1', exact: true });
    for (const entry of await menu.getByRole('button').all()) {
      const box = await entry.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
    await menu.getByRole('button', { name: 'Crash Server 1', exact: true }).tap();
    await expect(stage.presentItem).toContainText('Server 1 crashes');
  });
});
