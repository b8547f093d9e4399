/** How much JavaScript the page loads until its stage can be stepped. Files are built alike on any machine. */
import { gzipSync } from 'node:zlib';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';

/** A little above what it has reached. `npm run bench -- load` has the goal. A language without an entry has the default. */
const SCRIPT_BYTES_MAX: Readonly<Partial<Record<ShippedLanguageId, number>>> = { en: 149_000 };
const SCRIPT_BYTES_DEFAULT_MAX = 153_000;

const STATIC_IMPORT = /\bimport\s*(?:[\w*{}\s,$]+?from\s*)?"(\.\/[\w.-]+\.js)"/g;

for (const language of shippedLanguages) {
  test(`the first load in ${language} stays within its budget`, async ({ request }) => {
    const html = await (await request.get('./')).text();
    const inline = attribute(html, /<script data-page[^>]*>([\s\S]*?)<\/script>/);
    const scripts = [
      attribute(html, /data-page="([^"]+)"/),
      ...attribute(html, /data-page="[^"]+" data-library="[^"]+" data-chunks="([^"]+)"/).split(' '),
      ...attribute(html, new RegExp(`id="first-paint-${language}" data-chunks="([^"]+)"`)).split(' '),
    ];
    const sizes = await sizesOf(request, scripts);
    sizes.set('inline', gzipSync(inline, { level: 9 }).length);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const list = [...sizes].map(([file, size]) => `${file}: ${size}`).join('\n');
    expect(total, list).toBeLessThanOrEqual(SCRIPT_BYTES_MAX[language] ?? SCRIPT_BYTES_DEFAULT_MAX);
  });
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
