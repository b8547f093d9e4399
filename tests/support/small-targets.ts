/** Finds what can be pressed and is smaller than a thumb: 44 by 44 pixels (WCAG 2.5.5), in the page as a browser lays it out. */
import type { Page } from '@playwright/test';

const CONTROLS = 'a[href], button, select, textarea, summary, input:not([type=hidden])';

/**
 * Its own box counts, that of its label, or what is pressed around its middle: a sign may be smaller than what answers.
 * A link in the middle of a sentence is as high as the sentence's line.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const SIDE = 44;
    // What a browser rounds, and half a pixel of a border.
    const ROUNDING = 0.6;
    const isLarge = ({ width, height }: DOMRect) => width >= SIDE - ROUNDING && height >= SIDE - ROUNDING;
    const labelsOf = (element: Element) =>
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? [...(element.labels ?? [])]
        : [];
    const isInSentence = (element: Element) => {
      const around = element.parentElement?.textContent?.trim() ?? '';
      const isInline = getComputedStyle(element).display === 'inline';
      return isInline && around.length > (element.textContent?.trim().length ?? 0);
    };
    const answersAround = (element: Element) => {
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y, reach] = [left + width / 2, top + height / 2, SIDE / 2 - 1];
      const places = [
        [-reach, 0],
        [reach, 0],
        [0, -reach],
        [0, reach],
      ] as const; // prettier-ignore
      return places.every(([right, down]) => {
        const hit = document.elementFromPoint(x + right, y + down);
        return hit !== null && [element, ...labelsOf(element)].some((each) => each.contains(hit));
      });
    };
    const isOffered = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled') &&
      (labelsOf(element).length > 0 || element.closest('.visually-hidden') === null);
    // Behind an open dialog nothing answers.
    const root = document.querySelector('dialog[open]') ?? document;
    return [...root.querySelectorAll(controls)]
      .filter((element) => isOffered(element) && !isInSentence(element))
      .filter((element) => {
        const boxes = [element, ...labelsOf(element)].map((each) => each.getBoundingClientRect());
        return !boxes.some(isLarge) && !answersAround(element);
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40);
        return `${element.tagName.toLowerCase()} “${name}” ${Math.round(width)}×${Math.round(height)}`;
      });
  }, CONTROLS);
}
