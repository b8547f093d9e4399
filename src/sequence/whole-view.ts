/** What a reader wants to see of an imported diagram: all of it, or changes of that. */
import type { DiagramView } from './model.ts';

export const wholeView: DiagramView = { hidden: [], folded: [], focus: null };

export function isWhole({ hidden, folded, focus }: DiagramView): boolean {
  return hidden.length === 0 && folded.length === 0 && focus === null;
}

export function toggledFold(view: DiagramView | undefined, block: number): DiagramView {
  const present = view ?? wholeView;
  const isFolded = present.folded.includes(block);
  const folded = isFolded ? present.folded.filter((each) => each !== block) : [...present.folded, block];
  return { ...present, folded };
}
