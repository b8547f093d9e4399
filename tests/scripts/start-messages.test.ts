import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startMessages } from '../../scripts/vite/start-messages.ts';
import { shippedLanguages } from '../../src/url/languages.ts';

const root = join(import.meta.dirname, '../..');

/** The HTML that the plugin makes of a page. */
function transformed(html: string): string {
  const { transformIndexHtml } = startMessages(root);
  if (typeof transformIndexHtml !== 'object' || !('handler' in transformIndexHtml)) {
    throw new Error('The plugin has no handler.');
  }
  return Reflect.apply(transformIndexHtml.handler, undefined, [html]);
}

it.each(['needsScript', 'notStarted'])('the message %s stands in the page once in each language', (name) => {
  const html = transformed(`<!-- start-message: ${name} -->`);
  expect(html.match(/<p/g)).toHaveLength(shippedLanguages.length);
  expect(html).toContain('<p lang="ko">');
  expect(html).not.toContain('<!--');
});

it('a message that a language lacks stops the build', () => {
  expect(() => transformed('<!-- start-message: missing -->')).toThrow('has no missing');
});
