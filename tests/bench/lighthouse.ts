/**
 * Lighthouse in its mobile preset: a simulated slow 4G network, and a processor that is four times slower. It isn't a
 * dependency, because it's 100 MB that only this measurement needs: npx fetches it.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromiumExecutable } from '../support/chromium.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

/** The last major version that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12';
const RUNS = 3;
const REPORT_BYTES_MAX = 100_000_000;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

const times = [
  { audit: 'first-contentful-paint', what: 'first contentful paint', budgetMs: 1_200 },
  { audit: 'largest-contentful-paint', what: 'largest contentful paint', budgetMs: 1_800 },
  { audit: 'total-blocking-time', what: 'total blocking time', budgetMs: 150 },
  { audit: 'interactive', what: 'time to interactive' },
] as const;

const scores = [
  { category: 'performance', budget: 95 },
  { category: 'accessibility', budget: 100 },
  { category: 'best-practices', budget: 100 },
  { category: 'seo', budget: 100 },
] as const;

/** @param url The page, served as `npm start` serves it. */
export async function measureWithLighthouse(url: string): Promise<Row[]> {
  const reports: Report[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) reports.push(await reportOf(url));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return [{ what: 'Lighthouse', figure: `not measured: ${reason}` }];
  }
  const median = (figureIn: (report: Report) => number | null | undefined) =>
    quantile(
      reports.map((report) => figureIn(report) ?? Number.NaN),
      0.5,
    );
  const shift = median(({ audits }) => audits['cumulative-layout-shift']?.numericValue);
  return [
    ...times.map(({ audit, what, ...rest }): Row => {
      const ms = median(({ audits }) => audits[audit]?.numericValue);
      const figure = `${Math.round(ms)} ms`;
      if (!('budgetMs' in rest)) return { what: `Lighthouse, mobile: ${what}`, figure };
      const { budgetMs } = rest;
      return {
        what: `Lighthouse, mobile: ${what}`,
        figure,
        budget: `≤ ${budgetMs} ms`,
        isWithin: ms <= budgetMs,
      };
    }),
    {
      what: '  cumulative layout shift',
      figure: shift.toFixed(4),
      budget: '≤ 0.01',
      isWithin: shift <= 0.01,
    },
    ...scores.map(({ category, budget }): Row => {
      const score = Math.round(100 * median(({ categories }) => categories[category]?.score));
      return {
        what: `  ${category}`,
        figure: String(score),
        budget: `≥ ${budget}`,
        isWithin: score >= budget,
      };
    }),
  ];
}

async function reportOf(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    {
      env: { ...process.env, CHROME_PATH: await chromiumExecutable() },
      maxBuffer: REPORT_BYTES_MAX,
      // npx is a batch file there.
      shell: process.platform === 'win32',
    },
  );
  const report: Report = JSON.parse(stdout);
  return report;
}
