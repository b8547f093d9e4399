/** The first load: compressed size of what it takes until the stage can step, and Lighthouse's figures. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';
import { measureWithLighthouse } from './lighthouse.ts';
import { pageFolder, stepWithKey, withPage } from './page.ts';
import type { Row } from './row.ts';

const SCRIPT_BYTES_MAX = 110_000;
/** A language without an entry has the default. */
const FONT_BYTES_MAX: Readonly<Partial<Record<ShippedLanguageId, number>>> = { en: 100_000, ko: 200_000 };
const FONT_BYTES_DEFAULT_MAX = 200_000;

interface Loaded {
  readonly file: string;
  readonly bytes: number;
}

export function measure(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const rows: Row[] = [];
    for (const language of shippedLanguages) {
      const fontBytesMax = FONT_BYTES_MAX[language] ?? FONT_BYTES_DEFAULT_MAX;
      const { scripts, styles, fonts } = await firstLoad(browser, `${url}?lang=${language}`);
      for (const { file, bytes } of [...scripts, ...styles, ...fonts]) {
        console.log(`${language}  ${kilobytes(bytes).padStart(9)}  ${file}`);
      }
      rows.push(
        {
          what: `first load, ${language}: JavaScript until the stage can step, gzip`,
          figure: kilobytes(sum(scripts)),
          budget: `≤ ${kilobytes(SCRIPT_BYTES_MAX)}`,
          isWithin: sum(scripts) <= SCRIPT_BYTES_MAX,
        },
        { what: `  CSS, gzip, ${language}`, figure: kilobytes(sum(styles)) },
        {
          what: `  fonts, ${language}, ${fonts.length} files`,
          figure: kilobytes(sum(fonts)),
          budget: `≤ ${kilobytes(fontBytesMax)}`,
          isWithin: sum(fonts) <= fontBytesMax,
        },
      );
    }
    return [...rows, ...(await measureWithLighthouse(url))];
  });
}

/**
 * Files requested before the first row is drawn: from then on, a key steps. Later files, such as motion, block
 * nothing.
 */
async function firstLoad(browser: Browser, url: string) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.addInitScript(() => {
    const stands = () => document.querySelector('[data-row]') !== null;
    new MutationObserver((_, observer) => {
      if (!stands()) return;
      performance.mark('stage');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.waitForSelector('[data-row]');
  await stepWithKey(page, 'ArrowRight');
  // The font of messages comes with the column beside the stage.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const files = await page.evaluate(() => {
    const stoodAt = performance.getEntriesByName('stage')[0]?.startTime ?? Number.POSITIVE_INFINITY;
    return performance.getEntriesByType('resource').map(({ name, startTime }) => {
      return { path: new URL(name).pathname, isEarly: startTime < stoodAt };
    });
  });
  const early = (ending: string) =>
    files.filter(({ path, isEarly }) => isEarly && path.endsWith(ending)).map(({ path }) => compressed(path));
  const loaded = {
    scripts: early('.js'),
    styles: early('.css'),
    // Fonts never block a step, so they can load later, but the first screen needs them.
    fonts: files.filter(({ path }) => path.endsWith('.woff2')).map(({ path }) => asItIs(path)),
  };
  await page.close();
  return loaded;
}

function compressed(path: string): Loaded {
  return { file: basename(path), bytes: gzipSync(read(path), { level: 9 }).length };
}

/** Fonts of this format are already compressed. */
function asItIs(path: string): Loaded {
  return { file: basename(path), bytes: read(path).length };
}

function read(path: string): Buffer {
  return readFileSync(join(pageFolder, path));
}

function sum(files: readonly Loaded[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
