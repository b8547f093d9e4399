import { expect, test } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import doublePayment from '../../src/lessons/double-payment/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import { isAbout } from '../../src/player/lesson-position.ts';
import { withVariant } from '../../src/simulation/variants.ts';

test.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
  '%s is about all of its own runs',
  (_, lesson) => {
    const scenarios = [lesson.scenario, ...lesson.scenes.flatMap(({ scenario }) => scenario ?? [])];
    for (const scenario of scenarios) expect(isAbout(lesson, { scenario })).toBe(true);
  },
);

test('a lesson is about its run under another strategy, and not about other clients', () => {
  expect(isAbout(clerk, { scenario: withVariant(clerk.scenario, 'signed-token') })).toBe(true);
  expect(isAbout(clerk, { scenario: doublePayment.scenario })).toBe(false);
  expect(isAbout(sandbox, { scenario: doublePayment.scenario })).toBe(true);
});
