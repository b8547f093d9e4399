/** Makes a presentation of the run or the diagram on the stage, step by step. */
import type { Lesson } from '../../../lessons/lesson.ts';
import type { LessonWords } from '../../../lessons/lesson-words.ts';
import type { Recording } from '../../../player/recording.ts';
import type { MeasureText } from '../../../sequence/layout-model.ts';
import type { Palette } from '../../../sequence/palette.ts';
import type { Phrasebook } from '../../../sequence/phrasebook.ts';
import { toSlides } from '../../../sequence/slides/to-slides.ts';
import { type PlannedSet, planRun, planScenes, type SlideExtent } from './plan-slides.ts';
import { type PptxOptions, writePptx } from './pptx.ts';

export interface SlidesRequest {
  readonly recording: Recording;
  /** Null for an imported diagram. */
  readonly lesson: Lesson | null;
  readonly words: LessonWords | null;
  readonly extent: SlideExtent;
  readonly phrasebook: Phrasebook;
  readonly palette: Palette;
  readonly measureText: MeasureText;
  readonly title: string;
}

/** @throws When it's aborted. */
export function makeSlides(request: SlidesRequest, options: PptxOptions): Promise<Blob> {
  const { palette, measureText, title, phrasebook } = request;
  const sets = [...plansOf(request)].map(({ diagram, plans }) =>
    toSlides(diagram, plans, { palette, measureText }),
  );
  return writePptx({ title, language: phrasebook.language, palette, sets }, options);
}

function plansOf({ recording, lesson, words, extent, phrasebook }: SlidesRequest): Iterable<PlannedSet> {
  if (extent !== 'scenes') return [planRun(recording, extent, lesson, words)];
  if (lesson === null || words === null) return [];
  const detail = recording.run?.detail ?? 'essential';
  const hidden = recording.hiding?.nodes ?? [];
  const focus = recording.diagram.focus?.participant ?? null;
  return planScenes(lesson, words, { phrasebook, detail, hidden, focus });
}
