/**
 * The runs of each lesson as recorded in `traces/`, one file per lesson. `tests/support/trace-text.ts` explains the
 * notation. The trace hashes cover what the lines leave out.
 */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lessons } from '../../src/lessons/lessons.ts';
import { lessonTrace } from '../support/lesson-trace.ts';

const HOW_TO_ACCEPT =
  'The runs of a lesson have changed. If that is intended, accept the lines below with ' +
  '`npx vitest run tests/lessons/golden -u`, and say in the commit why they changed.';

it.each(lessons)('runs the lesson $id as recorded', async (lesson) => {
  await expect(lessonTrace(lesson), HOW_TO_ACCEPT).toMatchFileSnapshot(`traces/${lesson.id}.txt`);
});

it('has no trace of a removed lesson', () => {
  const files = readdirSync(new URL('traces', import.meta.url));
  const expected = new Set(lessons.map(({ id }) => `${id}.txt`));
  expect(files.filter((file) => !expected.has(file))).toEqual([]);
});
