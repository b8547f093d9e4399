/** Words of the PowerPoint, PlantUML and D2 exports, implemented once per language, and lazy-loaded. */
import type { SlideExtent } from './slides/plan-slides.ts';

export interface SlidesText {
  readonly introduction: string;
  readonly extent: string;
  readonly extents: Readonly<Record<SlideExtent, string>>;
  count(slides: number): string;
  readonly make: string;
  readonly making: string;
  readonly cancel: string;
  /** Asks before a long presentation is made. */
  isLong(slides: number): string;
  makeAnyway(slides: number): string;
  saved(megabytes: number): string;
  readonly cancelled: string;
  readonly failed: string;

  readonly plantUmlIntroduction: string;
  readonly plantUmlText: string;
  readonly d2Introduction: string;
  readonly d2Text: string;
  readonly saveText: string;
  readonly textSaved: string;
}
