/** The cards of a step, and of the lesson's scene that it belongs to. */
import type { CardId } from '../../lessons/cards.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { Run } from '../../trace/run.ts';
import { presentScene } from '../lesson-position.ts';
import { CARDS_MAX, cardsAt } from './cards-at.ts';

/** What the step itself is about comes first. */
export function cardsHere(lesson: Lesson, run: Run, index: number): readonly CardId[] {
  const ofScene = presentScene(lesson, run, index)?.cards ?? [];
  return [...new Set([...cardsAt(run, index), ...ofScene])].slice(0, CARDS_MAX);
}
