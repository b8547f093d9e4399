/** Checks whether the present step is fully in sight. */
import type { Page } from '@playwright/test';

export function notInSight(page: Page): Promise<string[]> {
  return page.evaluate(presentRowProblems);
}

/**
 * Problems, or an empty list when the whole present row, both ends of its arrow or the words of its band, and the caption
 * are inside the window. A row
 * higher than its space passes if it starts at the upper edge; an arrow wider than the stage, if its receiver is in
 * sight.
 * It runs in the page, so it sees nothing of this file.
 */
export function presentRowProblems(): string[] {
  const TOLERANCE_PX = 3;
  const problems: string[] = [];
  const edge = { top: 0, left: 0, right: innerWidth, bottom: innerHeight };
  const captions = [...document.querySelectorAll('main p:has(> span[data-tone])')];
  for (const caption of captions) {
    const box = caption.getBoundingClientRect();
    if (box.height === 0) continue;
    if (box.top < -TOLERANCE_PX || box.bottom > edge.bottom + TOLERANCE_PX) {
      problems.push(`caption from ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`);
    }
  }
  // On a phone, the list of steps replaces the stage.
  const item = document.querySelector('[aria-current=step]');
  const isList = !document.querySelector('[data-stage] [data-row]')?.checkVisibility();
  if (item?.checkVisibility() && isList) {
    const { top, bottom } = item.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight - 20)
      problems.push(`item from ${Math.round(top)} to ${Math.round(bottom)}`);
  }
  const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')];
  for (const [index, stage] of stages.entries()) {
    if (!stage.checkVisibility()) continue;
    const row = stage.querySelector<SVGElement>('[data-row][data-present=true]');
    const name = stages.length > 1 ? `stage ${index + 1}: ` : '';
    // On a phone the heads stand above the list of steps, and their diagram is hidden.
    if (row !== null && !row.checkVisibility()) continue;
    if (row === null) {
      problems.push(`${name}no present row`);
      continue;
    }
    const outer = stage.getBoundingClientRect();
    const heads = stage.querySelector('[data-heads]')?.getBoundingClientRect().bottom ?? outer.top;
    const top = Math.max(outer.top, heads, 0);
    const bottom = Math.min(outer.top + stage.clientTop + stage.clientHeight, innerHeight);
    const box = row.getBoundingClientRect();
    const isTooHigh = box.height > bottom - top;
    // The gap to the row before is part of the row, and holds nothing.
    const gap = 0.6 * Number.parseFloat(getComputedStyle(stage).fontSize);
    if (box.top < top - TOLERANCE_PX - gap || (isTooHigh && box.top > bottom - 30)) {
      problems.push(`${name}row begins at ${Math.round(box.top)}, room from ${Math.round(top)}`);
    }
    if (!isTooHigh && box.bottom > bottom + TOLERANCE_PX) {
      problems.push(`${name}row ends at ${Math.round(box.bottom)}, room to ${Math.round(bottom)}`);
    }
    const shaft = row.querySelector<SVGPathElement>('path[data-line]');
    const left = outer.left + stage.clientLeft;
    const right = Math.min(left + stage.clientWidth, innerWidth);
    // On a phone, compared stages are swiped: one is in the window, and the edge of the other.
    if (right - left < stage.clientWidth / 2) continue;
    if (shaft === null) {
      const words = [...row.querySelectorAll('text')].map((each) => each.getBoundingClientRect());
      const from = Math.min(...words.map((each) => each.left));
      const to = Math.max(...words.map((each) => each.right));
      const isCutOff = from < left - TOLERANCE_PX || to > right + TOLERANCE_PX;
      if (isCutOff && to - from <= right - left) {
        problems.push(
          `${name}words from ${Math.round(from)} to ${Math.round(to)}, room from ${Math.round(left)} to ${Math.round(right)}`,
        );
      }
      continue;
    }
    const ends = [0, shaft.getTotalLength()].map((at) => shaft.getPointAtLength(at).x + box.left);
    const isTooWide = Math.abs((ends[0] ?? 0) - (ends[1] ?? 0)) > right - left;
    for (const end of isTooWide ? ends.slice(1) : ends) {
      if (end < left - TOLERANCE_PX || end > right + TOLERANCE_PX) {
        problems.push(
          `${name}arrow end at ${Math.round(end)}, room from ${Math.round(left)} to ${Math.round(right)}`,
        );
      }
    }
  }
  return problems;
}
