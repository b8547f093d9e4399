/** Finds content that is clipped. */
import type { Locator, Page } from '@playwright/test';

/** How far the page scrolls sideways. */
export function sidewaysScroll(locator: Locator): Promise<number> {
  return locator.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Parts of an element's text that are clipped by the element or the window. */
export function cutOff(target: Locator): Promise<string[]> {
  return target.evaluate((element) => {
    const clipped: string[] = [];
    for (const each of [element, ...element.querySelectorAll('*')]) {
      const style = getComputedStyle(each);
      const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const tooMuch = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
      if (clips && tooMuch && !each.classList.contains('visually-hidden') && each.tagName !== 'SELECT') {
        clipped.push(`${each.tagName} ${each.className}`);
      }
    }
    const box = element.getBoundingClientRect();
    if (box.left < -1 || box.right > window.innerWidth + 1) clipped.push('by the window');
    return clipped;
  });
}

/**
 * Texts that a reader can't see whole, and can't scroll to the rest of: an ancestor hides a part of them, or the window
 * ends. SVG isn't looked at: the diagram pans.
 */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const TOLERANCE_PX = 2;
    const isScroller = ({ overflowX, overflowY }: CSSStyleDeclaration) =>
      /auto|scroll/.test(`${overflowX} ${overflowY}`);
    /** The element that hides what is outside of it, unless one scrolls before that. */
    const clipping = (element: Element | null): Element | null => {
      if (element === null || element === document.body) return document.documentElement;
      const style = getComputedStyle(element);
      if (isScroller(style)) return null;
      // An ellipsis tells a reader that there is more.
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return null;
      return /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`)
        ? element
        : clipping(element.parentElement);
    };
    const clipped = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === '') continue;
      if (parent.closest('.visually-hidden, svg, script, style, option, noscript') !== null) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const clip = clipping(parent);
      if (clip === null) continue;
      const isPage = clip === document.documentElement;
      const box = clip.getBoundingClientRect();
      // Only for screen readers.
      if (box.width <= 1) continue;
      const [left, right] = isPage ? [0, window.innerWidth] : [box.left, box.right];
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left: from, right: to, top, bottom } of range.getClientRects()) {
        const isOver = from < left - TOLERANCE_PX || to > right + TOLERANCE_PX;
        const isBelow = !isPage && (top < box.top - TOLERANCE_PX || bottom > box.bottom + TOLERANCE_PX);
        if (isOver || isBelow)
          clipped.add(`“${node.textContent?.trim().slice(0, 50)}” by ${clip.tagName} ${clip.className}`);
      }
    }
    return [...clipped];
  });
}
