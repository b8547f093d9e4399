/** The oldest browsers that must run the page: `browserslist` in package.json, which is the one place that says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type BrowserId = 'chrome' | 'edge' | 'firefox' | 'safari' | 'ios_saf';

const names: Readonly<Record<BrowserId, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  ios_saf: 'iOS',
};

const { browserslist } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as {
  browserslist: string[];
};

/** Versions as written: `16.4`. */
export const oldestBrowsers = browserslist.map((query) => {
  const [id = '', version = ''] = query.split(' >= ');
  if (!(id in names) || !/^\d+(\.\d+)?$/.test(version))
    throw new Error(`browserslist cannot have "${query}" here.`);
  return { id: id as BrowserId, version };
});

/** For `build.target`: lowers syntax and styles, and adds prefixes. */
export const buildTarget = oldestBrowsers.map(
  ({ id, version }) => `${id === 'ios_saf' ? 'ios' : id}${version}`,
);

/** For readers: `Chrome 109, Edge 109`. Names of browsers are the same in every language. */
export const oldestBrowserNames = oldestBrowsers
  .map(({ id, version }) => `${names[id]} ${version}`)
  .join(', ');
