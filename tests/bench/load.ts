/** How much the page loads until its stage can be stepped, compressed as a server would send it. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { languages } from '../../src/share/link.ts';
import { pageFolder, stepWithKey, withPage } from './page.ts';
import type { Row } from './row.ts';

const BUDGET_BYTES = 150_000;

interface Loaded {
  readonly file: string;
  readonly bytes: number;
}

export function measure(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const rows: Row[] = [];
    for (const language of languages) {
      const { scripts, styles, fonts } = await firstLoad(browser, `${url}?lang=${language}`);
      for (const { file, bytes } of [...scripts, ...styles, ...fonts]) {
        console.log(`${language}  ${kilobytes(bytes).padStart(9)}  ${file}`);
      }
      rows.push(
        {
          what: `first load, ${language}: JavaScript until the stage can be stepped, gzip`,
          figure: kilobytes(sum(scripts)),
          budget: `≤ ${kilobytes(BUDGET_BYTES)}`,
          isWithin: sum(scripts) <= BUDGET_BYTES,
        },
        { what: `  CSS, gzip, ${language}`, figure: kilobytes(sum(styles)) },
        { what: `  fonts, ${language}, ${fonts.length} files`, figure: kilobytes(sum(fonts)) },
      );
    }
    return rows;
  });
}

async function firstLoad(browser: Browser, url: string) {
  const page = await browser.newPage();
  const files = new Set<string>();
  page.on('response', (response) => files.add(new URL(response.url()).pathname));
  await page.goto(url);
  await stepWithKey(page, 'ArrowRight');
  const untilStepped = [...files];
  // Fonts never hold up a step, so they may come later; the first screen needs them all the same.
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const loaded = {
    scripts: untilStepped.filter((file) => file.endsWith('.js')).map(compressed),
    styles: untilStepped.filter((file) => file.endsWith('.css')).map(compressed),
    fonts: [...files].filter((file) => file.endsWith('.woff2')).map(asItIs),
  };
  await page.close();
  return loaded;
}

function compressed(path: string): Loaded {
  return { file: basename(path), bytes: gzipSync(read(path), { level: 9 }).length };
}

/** A font of this format is compressed already. */
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
