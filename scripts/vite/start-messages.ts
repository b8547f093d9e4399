/**
 * Puts the messages that need no script into index.html, once in each language: the reader's language isn't known before
 * the script runs. The words are in `src/locales/<id>/start.json`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defaultLanguage, shippedLanguages } from '../../src/url/languages.ts';
import { oldestBrowserNames } from './oldest-browsers.ts';

const PLACEHOLDER = /<!-- start-message: (\w+) -->/g;

const inOrder = [defaultLanguage, ...shippedLanguages.filter((id) => id !== defaultLanguage)];

export function startMessages(root: string): Plugin {
  return {
    name: 'start-messages',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(PLACEHOLDER, (_, name: string) => paragraphs(root, name)),
    },
  };
}

/** @throws If a language has no such message. */
function paragraphs(root: string, name: string): string {
  return inOrder
    .map((id) => {
      const words: Record<string, unknown> = JSON.parse(
        readFileSync(join(root, 'src/locales', id, 'start.json'), 'utf8'),
      );
      const message = words[name];
      if (typeof message !== 'string') throw new Error(`src/locales/${id}/start.json has no ${name}.`);
      const text = escaped(message.replace('{oldestBrowsers}', oldestBrowserNames));
      // The page's own `lang` is the default language until the script runs.
      return id === defaultLanguage ? `<p>${text}</p>` : `<p lang="${id}">${text}</p>`;
    })
    .join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
