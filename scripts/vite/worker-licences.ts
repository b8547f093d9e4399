/** Adds the licences of packages that only workers and style sheets contain: Vite lists those of the page's scripts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Imported by the GIF worker, by the service worker that Workbox generates, and by style sheets of fonts. */
const PACKAGES = [
  '@fontsource-variable/jetbrains-mono',
  'gifenc',
  'workbox-core',
  'workbox-expiration',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

/** Its package has no licence file. */
const PRETENDARD = {
  folder: 'node_modules/pretendard',
  licence: 'public/licenses/pretendard-OFL-1.1.txt',
};

/** @param file Name of Vite's own list. */
export function workerLicences(root: string, file: string): Plugin {
  return {
    name: 'statescope:worker-licences',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const list = bundle[file];
        if (list?.type !== 'asset') this.error(`There is no list of licences: ${file}`);
        const others = PACKAGES.map((name) => licenceOf(join(root, 'node_modules', name)));
        others.push(licenceOf(join(root, PRETENDARD.folder), join(root, PRETENDARD.licence)));
        list.source = `${list.source}\n${others.join('\n')}`;
      },
    },
  };
}

function licenceOf(folder: string, path = licenceFileIn(folder)): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `## ${name} - ${version} (${license})\n\n${readFileSync(path, 'utf8')}`;
}

function licenceFileIn(folder: string): string {
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${folder} has no licence file.`);
  return join(folder, file);
}
