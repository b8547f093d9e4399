/** The cards of a step, and of the lesson's scene at that step. */
import type { CardId } from '../../lessons/cards.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { Run } from '../../trace/run.ts';
import { presentScene } from '../lesson-position.ts';
import { cardsAt } from './cards-at.ts';

/** Folded, each takes a line of the side column. */
const CARDS_HERE_MAX = 4;

/** The step's own cards come first. */
export function cardsHere(lesson: Lesson, run: Run, index: number): readonly CardId[] {
  const ofScene = presentScene(lesson, run, index)?.cards ?? [];
  return [...new Set([...cardsAt(run, index), ...ofScene])].slice(0, CARDS_HERE_MAX);
}
