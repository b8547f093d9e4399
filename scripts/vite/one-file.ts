/** What the page in one file needs besides its scripts, styles and fonts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The page's icon becomes a part of it; a telephone puts no file on its home screen. */
export function linksInside(root: string): Plugin {
  const icon = readFileSync(join(root, 'public/icon.svg'));
  return {
    name: 'links-inside',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('./icon.svg', `data:image/svg+xml;base64,${icon.toString('base64')}`)
          .replace(/ *<link rel="apple-touch-icon"[^>]*>\n/, ''),
    },
  };
}

/** A worker becomes a part of the script as well, and a blob when it is needed. */
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

/** What is built as `index.html` gets another name: the page that consists of many files has that one. */
export function named(fileName: string): Plugin {
  return {
    name: 'named',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('There is no page.');
        delete bundle['index.html'];
        this.emitFile({ type: 'asset', fileName, source: page.source });
      },
    },
  };
}
