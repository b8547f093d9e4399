/** How the page starts: without JavaScript, with a chunk missing, slowly, and under its Content Security Policy. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/stage-test.ts';

const notStarted = { en: 'Statescope hasn’t started yet.', ko: 'Statescope가 아직 시작되지 않았어요.' };

/** An imported diagram that tries to run script and to load from another host. */
const hostile = `sequenceDiagram
  %%{init: {"securityLevel": "loose", "themeCSS": "@import url(https://example.com/x.css)"}}%%
  participant A as <img src="https://example.com/a.png" onerror="alert(1)">
  participant B
  link A: Elsewhere @ javascript:alert(1)
  A->>B: <script src="https://example.com/b.js"></script>
  Note over A,B: <iframe src="https://example.com/c"></iframe>
`;

/** Sets all CSS animations to the state after `ms` milliseconds, however long the test has taken. */
async function seekAnimations(page: Page, ms: number): Promise<void> {
  await page.evaluate((currentTime) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = currentTime;
    }
  }, ms);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says in both languages that it needs JavaScript, and nothing else', async ({ page }) => {
    await page.goto('./');
    // Without JavaScript the page renders `noscript`, but Playwright's text locators skip it.
    const words = page.locator('noscript p');
    await expect(words.first()).toBeVisible();
    await expect(words.first()).toContainText('Statescope simulates a small cluster inside this page');
    await expect(words.last()).toBeVisible();
    await expect(words.last()).toContainText('그래서 JavaScript가 필요해요.');
    await expect(page.getByText(notStarted.en)).toBeHidden();
  });
});

test.describe('when a chunk fails to load', () => {
  test.use({ expectedComplaints: /Failed to load resource|dynamically imported module/ });

  test('the main script: after a delay the page says in both languages that it has not started', async ({
    page,
  }) => {
    await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByText(notStarted.en)).toBeVisible();
    await expect(page.getByText(notStarted.ko)).toBeVisible();
  });

  test('the messages of the current language: the page says at once that it has not started', async ({
    page,
  }) => {
    await page.route(/\/assets\/en-[^/]*\.js$/, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByText(notStarted.en)).toBeVisible({ timeout: 4_000 });
  });

  test('the messages of the other language: the page keeps its language and still works', async ({
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

  test('the animations: every step appears finished and complete', async ({ stage, page }) => {
    await page.route(/\/assets\/moving-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await stage.crash(1);
    await stage.next();
    await stage.next();
    await stage.next();
    await expect(stage.caption).toContainText('Two of what?');
    await expect(stage.presentRow.getByText('Two of what?').first()).toBeVisible();
  });

  test('the simulation: the stage still steps, and a command shows an error', async ({ stage, page }) => {
    await page.route(/\/assets\/simulation-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await stage.next();
    await stage.isAt(4);
    await page.keyboard.press('1');
    await expect(page.getByText('Part of the page couldn’t be loaded. A reload fetches it')).toBeVisible();
    await expect(stage.notice).toHaveCount(1);
    await stage.next();
    await stage.isAt(5);
    await expect(page.getByRole('button', { name: 'Crash Server 1' })).toBeVisible();
  });

  test('the header: its place shows an error, and the stage still steps', async ({ stage, page }) => {
    await page.route(/\/assets\/around-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await expect(page.getByText('Part of the page couldn’t be loaded. A reload fetches it')).toBeVisible();
    await expect(stage.notice).toHaveCount(1);
    await stage.next();
    await stage.isAt(4);
  });

  test('the side column: its place shows an error, and the stage still steps', async ({ stage, page }) => {
    await page.route(/\/assets\/side-[^/]*\.js$/, (route) => route.abort());
    await stage.open();
    await expect(page.getByText('Part of the page couldn’t be loaded. A reload fetches it')).toBeVisible();
    await expect(stage.notice).toHaveCount(1);
    await stage.crash(1);
    await stage.toTheEnd();
    await expect(stage.caption).toContainText('What, and how many?');
    await expect(page.getByRole('list', { name: 'Steps' })).toBeVisible();
  });

  test('the fonts: the page works with system fonts', async ({ stage, page }) => {
    await page.route(/\.woff2$/, (route) => route.abort());
    await stage.open();
    await stage.crash(1);
    await stage.toTheEnd();
    await expect(stage.caption).toContainText('What, and how many?');
  });
});

test('a key pressed before the simulation is loaded acts once, in order', async ({ stage, page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/simulation-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./?lang=en', { waitUntil: 'commit' });
  await expect(page.locator('[data-present="true"]')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await stage.isAt(4);
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowRight');
  // Both wait: a step that overtook the crash would be shown by now.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await stage.isAt(4);
  await expect(page.getByRole('button', { name: 'Crash Server 1' })).toBeVisible();
  release();
  await expect(page.getByRole('button', { name: 'Restart Server 1' })).toBeVisible();
  // The crash is step 5, and the key after it has led to step 6.
  await stage.isAt(6);
  const crashes = page.getByRole('list', { name: 'Steps' }).getByText('Server 1 crashes');
  await expect(crashes).toHaveCount(1);
});

test('a slow page shows a message after five seconds, and still starts once its script arrives', async ({
  stage,
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  const message = page.getByText(notStarted.en);
  await expect(message).toBeAttached();
  await seekAnimations(page, 4_500);
  await expect(message).toBeHidden();
  await seekAnimations(page, 5_500);
  await expect(message).toBeVisible();
  release();
  await stage.isReady();
  await expect(page.getByText(notStarted.en)).toHaveCount(0);
});

test.describe('the Content Security Policy', () => {
  test('precedes everything that it restricts, and allows no other origin', async ({ page }) => {
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
    // The hash is that of the script that shows the first paint.
    expect(directives.get('script-src')).toMatch(/^'self' 'sha256-[\w+/]{43}='$/);
    expect(directives.get('connect-src')).toBe("'self'");
    expect(directives.get('base-uri')).toBe("'none'");
    expect(directives.get('form-action')).toBe("'none'");
    expect(text).not.toMatch(/unsafe-eval|https?:|\*/);
    const comesFirst = await page.evaluate(() => {
      const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
      const restricted = document.querySelector('script, link, style');
      return (
        meta !== null &&
        restricted !== null &&
        (meta.compareDocumentPosition(restricted) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      );
    });
    expect(comesFirst).toBe(true);
  });

  test('is not violated while the main features are used', async ({ stage, page }) => {
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
    await expect(page.locator('[data-disclosure=mermaid] svg text').first()).toBeVisible();
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

    test('an inline script and an inline event handler', async ({ stage, page, complaints }) => {
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

test('the server sends security headers, and answers 404 for a missing file', async ({ page }) => {
  const start = await page.request.get('./');
  expect(start.status()).toBe(200);
  expect(start.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("object-src 'none'"),
  });
  const missing = await page.request.get('./assets/index-00000000.js');
  expect(missing.status()).toBe(404);
  expect(missing.headers()['cache-control'] ?? '').not.toContain('immutable');
});

test('the server compresses text, keeps hashed files cached, and revalidates the page', async ({ page }) => {
  const start = await page.request.get('./');
  expect(start.headers()['cache-control']).toBe('no-cache');
  const script = /(assets\/first-[\w-]{8}\.js)/.exec(await start.text())?.[1];
  const asset = await page.request.get(`./${script}`, { headers: { 'accept-encoding': 'gzip' } });
  expect(asset.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'x-content-type-options': 'nosniff',
  });
  const unchanged = await page.request.get('./', {
    headers: { 'if-none-match': start.headers().etag ?? '' },
  });
  expect(unchanged.status()).toBe(304);
});
