/** Vite plugins that inline what remains besides scripts, styles and fonts, for the one-file page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Inlines the icon and removes the touch icon: a local file can't be added to a phone's home screen. */
export function linksInside(root: string): Plugin {
  const icon = readFileSync(join(root, 'public/icons/icon-48.png'));
  return {
    name: 'links-inside',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('./icons/icon-48.png', `data:image/png;base64,${icon.toString('base64')}`)
          .replace(/ *<link rel="apple-touch-icon"[^>]*>\n/, ''),
    },
  };
}

/** Inlines workers into the script. They start from a blob. */
export function workersInside(): Plugin {
  return {
    name: 'workers-inside',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\?worker$/ },
      handler(id, importer) {
        return this.resolve(`${id}&inline`, importer, { skipSelf: true });
      },
    },
  };
}

/** Renames `index.html`, because the other build's page has that name. */
export function named(fileName: string): Plugin {
  return {
    name: 'named',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('The bundle has no index.html.');
        delete bundle['index.html'];
        this.emitFile({ type: 'asset', fileName, source: page.source });
      },
    },
  };
}
