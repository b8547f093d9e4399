/** The words around incidents, and those of all incidents. They're long, so each language has them in a chunk of their own. */
import type { IncidentGroup } from '../../incidents/incident.ts';
import type { WordsOfIncidents } from '../../incidents/incident-words.ts';
import type { FixSide } from '../../player/fix.ts';
import type { FigureId } from '../../player/incident-figures.ts';

export interface IncidentText {
  readonly words: WordsOfIncidents;
  readonly incident: string;
  readonly groups: Readonly<Record<IncidentGroup, string>>;
  /** Counted from 1. */
  position(ordinal: number, count: number): string;
  readonly previous: string;
  readonly next: string;
  readonly all: string;
  readonly side: string;
  readonly cause: string;
  readonly topology: string;
  readonly configuration: string;
  /** Said of the line of the configuration that decides. */
  readonly decides: string;
  readonly removed: string;
  readonly added: string;
  readonly reports: string;
  readonly oneFix: string;
  readonly figures: string;
  /** At the top of a narrow column. */
  readonly shortSides: Readonly<Record<FixSide, string>>;
  /** What the figures count. */
  whatIsCounted(requests: number): string;
  readonly figureNames: Readonly<Record<FigureId, string>>;
  readonly browser: string;
  browsers(count: number): string;
  readonly compareSides: string;
  readonly breakFurther: string;
  readonly search: string;
  count(incidents: number): string;
  nothingFound(query: string): string;
}
