/** What a lesson ends with, drawn from its own run. */
import type { Lesson } from '../lessons/lesson.ts';
import type { SequenceDiagram } from '../sequence/model.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import { stepAt } from './lesson-position.ts';
import { recordingOf } from './record.ts';

export interface LessonEnd {
  readonly diagram: SequenceDiagram;
  /** An index from 0. */
  readonly step: number;
}

export function lessonEnd({ scenario, closing }: Lesson, phrasebook: Phrasebook): LessonEnd {
  const plan = { scenario: closing.scenario ?? scenario, commands: closing.commands ?? [] };
  const { diagram, run } = recordingOf(plan, phrasebook);
  return { diagram, step: run === null ? 0 : stepAt(run, closing.at) };
}
