/** The open page of the guide, and navigation within it. */
import { createContext, useContext } from 'react';
import type { LessonId } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import type { RunPlan } from '../player/run-for-page.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Run } from '../trace/run.ts';
import { useProvided } from '../ui/use-provided.ts';
import type { GuideLocation } from '../url/guide-pages.ts';

interface GoOptions {
  /** Whether the page shows it already, and only notes it in the address. */
  readonly isSameView?: boolean;
}

interface OpenOptions {
  /** Whether it plays from there. */
  readonly plays?: boolean;
}

export interface OpenedFrom {
  readonly place: GuideLocation;
  readonly scenario: Scenario;
}

export interface Guide {
  /** Null while the stage is shown. */
  readonly place: GuideLocation | null;
  /** To a page, as a new entry: Back returns to the page before. */
  go(place: GuideLocation, options?: GoOptions): void;
  /** Back to the stage. */
  close(): void;
  /** To the stage, with the run of a lesson or an incident. */
  openLesson(lesson: LessonId, lessonPosition: LessonPosition): void;
  /** To the stage with another run, as a new entry: Back returns to the page. @param stepOf The step to show. */
  openRun(run: RunPlan, stepOf: (run: Run) => number, options?: OpenOptions): void;
  /** Where a run on the stage was opened from. */
  readonly openedFrom?: OpenedFrom | null;
}

const GuideContext = createContext<Guide | null>(null);

export const GuideProvider = GuideContext.Provider;

/** Null in the presenter's window, which has no guide. */
export function useOptionalGuide(): Guide | null {
  return useContext(GuideContext);
}

/** For views that only the audience's page shows. */
export function useGuide(): Guide {
  return useProvided(GuideContext, 'guide');
}
