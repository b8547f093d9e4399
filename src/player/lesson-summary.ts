/** A lesson in numbers: how long it is, what it compares, how much of it was seen. */
import type { Lesson } from '../lessons/lesson.ts';
import { type VariantId, variantOf } from '../simulation/variants.ts';

/** For telling, asking and discussing one scene in class; the closing counts as one. */
const MINUTES_A_SCENE = 2;

export function lessonMinutes({ scenes }: Lesson): number {
  return (scenes.length + 1) * MINUTES_A_SCENE;
}

/** How many of its scenes and its closing were reached; IDs that an older version kept and this one lacks don't count. */
export function scenesSeen({ scenes }: Lesson, reached: ReadonlySet<string>): number {
  return [...scenes.map(({ id }) => id), 'closing'].filter((id) => reached.has(id)).length;
}

/** The variants that it shows, each once. */
export function lessonVariants({ scenario, scenes, closing }: Lesson): readonly VariantId[] {
  const scenarios = [
    scenario,
    ...scenes.map((scene) => scene.scenario ?? scenario),
    closing.scenario ?? scenario,
  ];
  const compared = closing.compareWith === undefined ? [] : [closing.compareWith];
  return [...new Set([...scenarios.map(variantOf), ...compared])];
}
