/** Which texts of a page in the pseudo-locale aren't in it. */
import type { Page } from '@playwright/test';

/** What is the same in every language: code, keys, what a reader typed, names of languages, and the page's own name. */
const SAME_EVERYWHERE = [
  'pre',
  'code',
  'kbd',
  'textarea',
  'script',
  'style',
  'noscript',
  '[data-language-switch]',
  // Titles of sources, header lines: marked as English in every language.
  '[lang="en"]',
].join(', ');

/**
 * Visible texts and accessible names with a plain letter in them: the pseudo-locale has none. Its brackets can't be
 * asked for, since the diagram breaks a text into lines.
 */
export function untranslated(page: Page): Promise<string[]> {
  return page.evaluate((same) => {
    const found = new Set<string>();
    const isSame = (element: Element) => element.closest(same) !== null;
    const look = (element: Element, what: string, text: string) => {
      // Names of products, formats, states and flags: PowerPoint, PNG, SYN-SENT, ACK.
      const words = text.replaceAll(/Statescope|PowerPoint|PlantUML|https?:\S+|\b[A-Z][A-Z0-9-]+\b/g, '');
      if (!/[A-Za-z]/.test(words)) return;
      const place = element.closest('[class]')?.getAttribute('class') ?? '';
      found.add(`${what} “${text.trim().slice(0, 60)}” in ${element.tagName} ${place}`);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      if (element === null || isSame(element)) continue;
      if (element.checkVisibility({ visibilityProperty: true }))
        look(element, 'text', node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (!isSame(element)) look(element, name, element.getAttribute(name) ?? '');
      }
    }
    return [...found];
  }, SAME_EVERYWHERE);
}
