/** Before the page runs: without scripts, with a part missing, and with nothing from elsewhere let in. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/stage-test.ts';

const notStarted = { en: 'Statescope has not started yet.', ko: 'Statescope가 아직 시작되지 않았어요.' };

/** Somebody's own diagram that would act and fetch, if it could. */
const hostile = `sequenceDiagram
  %%{init: {"securityLevel": "loose", "themeCSS": "@import url(https://example.com/x.css)"}}%%
  participant A as <img src="https://example.com/a.png" onerror="alert(1)">
  participant B
  link A: Elsewhere @ javascript:alert(1)
  A->>B: <script src="https://example.com/b.js"></script>
  Note over A,B: <iframe src="https://example.com/c"></iframe>
`;

/** Puts the page where it is after so many milliseconds of waiting, however long the test has taken. */
async function waitedFor(page: Page, ms: number): Promise<void> {
  await page.evaluate((currentTime) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = currentTime;
    }
  }, ms);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says in both languages what it needs, and nothing else', async ({ page }) => {
    await page.goto('./');
    // Without scripts the words in `noscript` are part of the page, though no search for text finds them.
    const words = page.locator('noscript p');
    await expect(words.first()).toBeVisible();
    await expect(words.first()).toContainText('Statescope runs a small cluster inside this page');
    await expect(words.last()).toBeVisible();
    await expect(words.last()).toContainText('그래서 JavaScript가 필요해요.');
    await expect(page.getByText(notStarted.en)).toBeHidden();
  });
});

test.describe('when a part is missing', () => {
  test.use({ expectedComplaints: /Failed to load resource|dynamically imported module/ });

  test('the main script: the page says so after some seconds, in both languages', async ({ page }) => {
    await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByText(notStarted.en)).toBeVisible();
    await expect(page.getByText(notStarted.ko)).toBeVisible();
  });

  test('the words of the language: the page says so at once', async ({ page }) => {
    await page.route(/\/assets\/en-[^/]*\.js$/, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByText(notStarted.en)).toBeVisible({ timeout: 4_000 });
  });

  test('the words of the other language: the page stays as it is, and can be used', async ({
    stage,
    page,
  }) => {
    await page.route(/\/assets\/ko-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await stage.button('한국어').click();
    await expect(stage.notice).toBeVisible();
    await stage.next();
    await stage.isAt(4);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('what makes things move: every step appears finished, with all that it shows', async ({
    stage,
    page,
  }) => {
    await page.route(/\/assets\/moving-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await stage.crash(1);
    await stage.next();
    await stage.next();
    await stage.next();
    await expect(stage.caption).toContainText('Two of what?');
    await expect(stage.presentRow).toContainText('Two of what?');
    await expect(page.locator('[data-stage] [class*=pillText]').last()).toBeVisible();
  });

  test('what stands beside the stage: its place says so, and the stage can be stepped', async ({
    stage,
    page,
  }) => {
    await page.route(/\/assets\/side-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await expect(page.getByText('“Details” failed. The rest of the page goes on.')).toBeVisible();
    await stage.crash(1);
    await stage.toTheEnd();
    await expect(stage.caption).toContainText('What, and how many?');
    await expect(page.getByRole('list', { name: 'Steps' })).toBeVisible();
  });

  test('the fonts: the page works in the system’s own', async ({ stage, page }) => {
    await page.route(/\.woff2$/, (route) => route.abort());
    await stage.open();
    await stage.crash(1);
    await stage.toTheEnd();
    await expect(stage.caption).toContainText('What, and how many?');
  });
});

test('a page that is slow says nothing for five seconds, and still starts when it can', async ({
  stage,
  page,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  const message = page.getByText(notStarted.en);
  await expect(message).toBeAttached();
  await waitedFor(page, 4_500);
  await expect(message).toBeHidden();
  await waitedFor(page, 5_500);
  await expect(message).toBeVisible();
  letGo();
  await stage.isReady();
  await expect(page.getByText(notStarted.en)).toHaveCount(0);
});

test.describe('the content security policy', () => {
  test('is in the page, before anything that it rules, and lets in nothing from elsewhere', async ({
    page,
  }) => {
    await page.goto('./');
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    await expect(policy).toHaveCount(1);
    const text = (await policy.getAttribute('content')) ?? '';
    const directives = new Map(
      text.split(';').map((each) => {
        const [name = '', ...sources] = each.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'self'");
    expect(directives.get('base-uri')).toBe("'none'");
    expect(directives.get('form-action')).toBe("'none'");
    expect(text).not.toMatch(/unsafe-eval|https?:|\*/);
    const comesFirst = await page.evaluate(() => {
      const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
      const ruled = document.querySelector('script, link, style');
      return (
        meta !== null &&
        ruled !== null &&
        (meta.compareDocumentPosition(ruled) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      );
    });
    expect(comesFirst).toBe(true);
  });

  test('is not violated in a whole session', async ({ stage, page }) => {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`Violated: ${violatedDirective} by ${blockedURI}`);
      });
    });
    await stage.open();
    await stage.crash(1);
    await stage.toTheEnd();
    await page.keyboard.press('m');
    await page.getByText(stage.words.exporting.mermaidDiagram).click();
    await expect(page.locator('[data-mermaid] svg text').first()).toBeVisible();
    await stage.button('Help').click();
    await page.keyboard.press('Escape');
    await stage.button('Export').click();
    const save = stage.button(stage.words.exporting.save);
    await expect(save).toHaveAttribute('aria-disabled', 'false');
    await page.getByRole('radio', { name: 'PNG' }).check();
    await Promise.all([page.waitForEvent('download'), save.click()]);
    await page.keyboard.press('Escape');
    await stage.button('Share').click();
    await page.getByText(stage.words.sharing.qrCode, { exact: true }).click();
    await page.getByText(stage.words.sharing.embed, { exact: true }).click();
    await page.keyboard.press('Escape');
    await stage.button('Open').click();
    await page.getByRole('textbox', { name: stage.words.opening.text }).fill(hostile);
    await stage.button(stage.words.opening.show).click();
    await expect(stage.button(stage.words.opening.backToRun)).toBeVisible();
    await stage.toTheEnd();
    await stage.chooseTheme('dark');
    await stage.button('한국어').click();
    await stage.spokenIn('ko').isReady();
  });

  test.describe('blocks', () => {
    test.use({ expectedComplaints: /Content Security Policy/ });

    test('an inline script, an inline handler and a script from elsewhere', async ({
      stage,
      page,
      complaints,
    }) => {
      await stage.open();
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.documentElement.dataset.broken = "inline"';
        document.body.append(script);
        const image = document.createElement('div');
        image.innerHTML = '<img src="data:," onerror="document.documentElement.dataset.broken = 1">';
        document.body.append(image);
      });
      await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(2);
      await expect(page.locator('html')).not.toHaveAttribute('data-broken', /.*/);
    });
  });
});
