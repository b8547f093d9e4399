/** How much JavaScript the page loads until its stage can be stepped. Files are built alike on any machine. */
import { gzipSync } from 'node:zlib';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';

/** A little above what it has reached. `npm run bench -- load` has the goal. A language without an entry has the default. */
const SCRIPT_BYTES_MAX: Readonly<Partial<Record<ShippedLanguageId, number>>> = { en: 117_300 };
const SCRIPT_BYTES_DEFAULT_MAX = 117_900;

const STATIC_IMPORT = /\bimport\s*(?:[\w*{}\s,$]+?from\s*)?"(\.\/[\w.-]+\.js)"/g;

for (const language of shippedLanguages) {
  test(`the first load in ${language} stays within its budget`, async ({ request }) => {
    const html = await (await request.get('./')).text();
    const inline = attribute(html, /<script data-page[^>]*>([\s\S]*?)<\/script>/);
    const sizes = await sizesOf(request, scriptsIn(html, language));
    sizes.set('inline', gzipSync(inline, { level: 9 }).length);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const list = [...sizes].map(([file, size]) => `${file}: ${size}`).join('\n');
    expect(total, list).toBeLessThanOrEqual(SCRIPT_BYTES_MAX[language] ?? SCRIPT_BYTES_DEFAULT_MAX);
  });
}

test('the page requests no other script before its stage stands', async ({ page, request }) => {
  const listed = await sizesOf(request, scriptsIn(await (await request.get('./')).text(), 'en'));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-row]') === null) return;
      performance.mark('stage');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  // On a slow processor, what is requested too early is requested well before the stage stands.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto('./?lang=en');
  await page.waitForFunction(() => performance.getEntriesByName('stage').length > 0);
  await page.waitForLoadState('networkidle');
  const early = await page.evaluate(() => {
    const stoodAt = performance.getEntriesByName('stage')[0]?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < stoodAt)
      .map(({ name }) => new URL(name).pathname.slice(1));
  });
  expect(early).not.toHaveLength(0);
  expect(early.filter((path) => !listed.has(`./${path}`))).toEqual([]);
});

/** The scripts that the page's HTML names, for a reader of this language. */
function scriptsIn(html: string, language: ShippedLanguageId): string[] {
  return [
    attribute(html, /data-page="([^"]+)"/),
    ...attribute(html, /data-page="[^"]+" data-library="[^"]+" data-chunks="([^"]+)"/).split(' '),
    ...attribute(html, new RegExp(`id="first-paint-${language}" data-chunks="([^"]+)"`)).split(' '),
  ];
}

/** Compressed sizes of these files, and of all that they import right away. */
async function sizesOf(request: APIRequestContext, files: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (sizes.has(file)) continue;
    const response = await request.get(file);
    expect(response.ok(), file).toBe(true);
    const code = await response.text();
    sizes.set(file, gzipSync(code, { level: 9 }).length);
    for (const [, imported] of code.matchAll(STATIC_IMPORT)) waiting.push(`./assets/${imported?.slice(2)}`);
  }
  return sizes;
}

function attribute(html: string, pattern: RegExp): string {
  const value = pattern.exec(html)?.[1];
  if (value === undefined) throw new Error(`The page has nothing that matches ${pattern}.`);
  return value;
}
