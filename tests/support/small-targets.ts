/** Finds targets smaller than 44 by 44 pixels (WCAG 2.5.5), as the browser lays them out. */
import type { Page } from '@playwright/test';

const CONTROLS = 'a[href], button, select, textarea, summary, input:not([type=hidden])';

/**
 * A target's size is that of its box, its label's box, or the clickable area around its middle, which can be larger
 * than the icon. A link inside a sentence is exempt in height.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const SIDE = 44;
    // Tolerance for rounding, and half a pixel of a border.
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
    // Elements behind an open dialog aren't targets.
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
