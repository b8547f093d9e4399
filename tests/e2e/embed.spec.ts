/** A run embedded in another page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { languages, locales } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

/** Serves one page from another origin than the frame's. */
async function publish(html: string): Promise<{ readonly address: string; end(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>A post</title>${html}</html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/post`, end: () => server.close() };
}

/** Opens an article with a frame. The article is longer than the window, so keys could scroll it. */
async function openArticle(page: Page, src: string, attributes = ''): Promise<FrameLocator> {
  const article = await publish(
    `<h1>A post</h1><button>Its own</button>
    <iframe src="${src}" title="A run" width="700" height="480" ${attributes}></iframe>
    <p style="height: 3000px">And so on.</p>`,
  );
  await page.goto(article.address);
  article.end();
  return page.frameLocator('iframe');
}

const stepOf = (frame: FrameLocator) => frame.getByRole('slider', { name: 'Step' });

test.use({ expectedComplaints: /It asked http:\/\/127\.0\.0\.1/ });

test('shows the stage and compact playback controls, and handles keys only when focused', async ({
  page,
  baseURL,
}) => {
  const frame = await openArticle(page, `${baseURL}?embed&step=3&lang=en`);
  await expect(frame.locator('[data-stage]')).toBeVisible();
  await expect(frame.getByRole('banner')).toHaveCount(0);
  await expect(frame.getByRole('radiogroup', { name: 'State', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Its own' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('m');
  await expect(stepOf(frame)).toHaveValue('3');
  await frame.getByText('3 / 9').click();
  await page.keyboard.press('ArrowRight');
  await expect(stepOf(frame)).toHaveValue('4');
  await frame.getByRole('button', { name: 'Crash Server 1' }).click();
  await page.keyboard.press('End');
  await expect(frame.locator('main')).toContainText('What, and how many?');
  // The article hasn't scrolled.
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('has a link that opens the whole page at the present step', async ({ page, baseURL, context }) => {
  const frame = await openArticle(page, `${baseURL}?embed&step=3&lang=en&theme=dark`);
  await frame.getByRole('button', { name: 'Crash Server 1' }).click();
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(stepOf(frame)).toHaveValue('5');
  const [whole] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Open in Statescope' }).click(),
  ]);
  await expect(whole.getByRole('slider', { name: 'Step' })).toHaveValue('5');
  await expect(whole.getByRole('button', { name: 'Restart Server 1' })).toBeVisible();
  await expect(whole.getByRole('banner')).toBeVisible();
  await expect(whole.locator('html')).toHaveAttribute('data-theme', 'dark');
});

/** In a frame without same-origin rights, the page can neither write its address nor keep anything. */
async function openSandboxed(page: Page, baseURL: string | undefined): Promise<FrameLocator> {
  // A sandboxed frame loads its scripts cross-origin, which static hosts allow.
  await page.route(`${baseURL}**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'Access-Control-Allow-Origin': '*' },
    });
  });
  return openArticle(page, `${baseURL}?embed&lang=en`, 'sandbox="allow-scripts"');
}

test('steps even in a sandboxed frame without same-origin rights', async ({ page, baseURL }) => {
  const frame = await openSandboxed(page, baseURL);
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(stepOf(frame)).toHaveValue('4');
});

test('opens a page of the guide in such a frame, and leads back to the run', async ({ page, baseURL }) => {
  const frame = await openSandboxed(page, baseURL);
  await frame.getByRole('button', { name: 'Next step' }).click();
  await page.keyboard.press('c');
  await frame.getByRole('button', { name: /^Make a challenge/ }).click();
  await expect(frame.getByRole('heading', { name: 'Repair it', level: 2 })).toBeVisible();
  await frame.getByRole('button', { name: 'Back to the run' }).click();
  await expect(stepOf(frame)).toHaveValue('4');
});

for (const language of languages) {
  test.describe(`From 320 px on (${language})`, () => {
    test.use({ language, locale: locales[language] });

    for (const [width, height] of [
      [320, 400],
      [480, 480],
      [900, 560],
    ] as const) {
      test(`${width} × ${height}: nothing overflows, and axe finds nothing`, async ({ stage, page }) => {
        await page.setViewportSize({ width, height });
        await stage.open({ embed: '', step: '6' });
        const room = await page.evaluate(() => {
          const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
          return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight };
        });
        expect(room).toEqual({ wide: 0, high: 0 });
        await expect(stage.drawing).toBeVisible();
        await expect(stage.caption).toBeInViewport({ ratio: 1 });
        await expect(stage.control('nextStep')).toBeInViewport({ ratio: 1 });
        const box = await stage.stage.boundingBox();
        expect(box?.height).toBeGreaterThan(height / 2);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('Share shows the HTML for it, with a preview', async ({ stage, page, baseURL }) => {
      const { sharing } = stage.words;
      await stage.open({ step: '4' });
      await stage.button(sharing.share).click();
      await page.getByText(sharing.embed, { exact: true }).click();
      const html = await page.getByRole('textbox', { name: sharing.embedCode }).inputValue();
      expect(html).toContain(`src="${baseURL}?embed=&amp;lang=${language}&amp;lesson=`);
      const preview = page.frameLocator(`iframe[title="${sharing.embedPreview}"]`);
      await expect(preview.getByRole('slider', { name: stage.words.step, exact: true })).toHaveValue('4');
    });
  });
}

test('a key presents it in full screen, and another one ends that', async ({ stage, page }) => {
  const isEmbedded = () => page.locator('html').evaluate((html) => 'embed' in html.dataset);
  await stage.open({ embed: '' });
  expect(await isEmbedded()).toBe(true);
  await page.keyboard.press('f');
  await expect(stage.button(stage.words.leavePresenting)).toBeVisible();
  expect(await isEmbedded()).toBe(false);
  await stage.button(stage.words.leavePresenting).click();
  await expect(stage.button(stage.words.leavePresenting)).toHaveCount(0);
  expect(await isEmbedded()).toBe(true);
});
