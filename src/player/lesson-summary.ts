/** A lesson in numbers: its length, what it compares, how much of it was seen. */
import { type Lesson, OTHER_SIDE } from '../lessons/lesson.ts';
import { variantOf } from '../simulation/variant-of.ts';
import type { VariantId } from '../simulation/variants.ts';

/** For explaining, asking and discussing one scene in class. The closing counts as one. */
const MINUTES_A_SCENE = 2;

export function lessonMinutes({ scenes }: Lesson): number {
  return (scenes.length + 1) * MINUTES_A_SCENE;
}

/** Number of scenes reached, including the closing. Unknown IDs of an older version don't count. */
export function scenesSeen({ scenes }: Lesson, reached: ReadonlySet<string>): number {
  return [...scenes.map(({ id }) => id), 'closing'].filter((id) => reached.has(id)).length;
}

/** The variants that it shows, without duplicates. */
export function lessonVariants({ scenario, scenes, closing }: Lesson): readonly VariantId[] {
  const scenarios = [
    scenario,
    ...scenes.map((scene) => scene.scenario ?? scenario),
    closing.scenario ?? scenario,
  ];
  const { compareWith } = closing;
  const compared = compareWith === undefined || compareWith === OTHER_SIDE ? [] : [compareWith];
  return [...new Set([...scenarios.map(variantOf), ...compared])];
}
