/** Finds content that is clipped. */
import type { Locator } from '@playwright/test';

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
