/** Adds the licences of packages that only workers contain: Vite lists those of the page itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Imported by the GIF worker, and by the service worker that Workbox generates. */
const PACKAGES = [
  'gifenc',
  'workbox-core',
  'workbox-expiration',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

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
        list.source = `${list.source}\n${others.join('\n')}`;
      },
    },
  };
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence file.`);
  return `## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8')}`;
}
