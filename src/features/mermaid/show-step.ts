/** Marks the present step in Mermaid's SVG, hides later ones, and scrolls to it. */
import type { DrawnStep } from '../../sequence/mermaid-text.ts';

/** Below the present step, in pixels of the SVG. */
const MARGIN = 12;

export function showStep(scroller: HTMLElement, drawn: readonly DrawnStep[], step: number): void {
  const svg = scroller.querySelector('svg');
  if (svg === null) return;
  for (const each of svg.querySelectorAll('[data-present]')) each.removeAttribute('data-present');
  const parts = partsOf(svg, drawn[step]);
  for (const part of parts) part.setAttribute('data-present', '');
  // Mermaid draws from top to bottom, so later elements are lower.
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const frame = svg.getBoundingClientRect();
  const bottom = Math.max(0, ...boxes.map((box) => box.bottom)) + MARGIN;
  svg.style.clipPath = `inset(0 0 ${Math.max(0, frame.bottom - bottom)}px 0)`;
  const view = scroller.getBoundingClientRect();
  const box = boxes[0] ?? frame;
  scroller.scrollTop += Math.max(0, bottom - view.bottom) + Math.min(0, box.top - 4 * MARGIN - view.top);
  const middle = (box.left + box.right) / 2;
  scroller.scrollLeft += middle - (view.left + view.right) / 2;
}

/** Mermaid's elements of a step: an arrow, its words, and notes. */
function partsOf(svg: SVGSVGElement, step: DrawnStep | undefined): Element[] {
  if (step === undefined) return [];
  const arrow = step.message === null ? undefined : svg.querySelectorAll('[data-et="message"]')[step.message];
  const notes = svg.querySelectorAll('[data-et="note"]');
  const message = arrow === undefined ? [] : [arrow, ...wordsOf(arrow)];
  return [...message, ...step.notes.map((place) => notes[place])].filter((part) => part !== undefined);
}

/** Mermaid draws an element for each line of a message, directly before its arrow. */
function wordsOf(arrow: Element): Element[] {
  const lines: Element[] = [];
  let before = arrow.previousElementSibling;
  while (before?.classList.contains('messageText')) {
    lines.unshift(before);
    before = before.previousElementSibling;
  }
  return lines;
}
