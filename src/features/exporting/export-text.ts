/** Words of the export dialog, implemented once per language. */

import type { ThemeId } from '../../url/link.ts';

export interface ExportText {
  /** On paper: the step whose memories the heads show, from 1. */
  memoryAt(step: number): string;
  readonly export: string;
  readonly mermaid: string;
  readonly mermaidIntroduction: string;
  readonly extent: string;
  readonly whole: string;
  upToStep(step: number): string;
  readonly withCaptions: string;
  readonly mermaidText: string;
  readonly copyText: string;
  readonly copyMarkdown: string;
  readonly copied: string;
  /** The browser did not let the page copy; the text has been selected instead. */
  readonly copyRefused: string;
  /** For a text that exceeds Mermaid's default limit, and renders as an error unless the limit is raised. */
  longForMermaid(characters: number, charactersMax: number): string;

  readonly picture: string;
  readonly pictureExtents: Readonly<Record<'view' | 'whole', string>>;
  readonly theme: string;
  readonly themeNames: Readonly<Record<ThemeId, string>>;
  readonly fileKind: string;
  readonly size: string;
  readonly preview: string;
  readonly save: string;
  readonly saved: string;
  readonly pictureFailed: string;
  readonly tooLargeForPng: string;
  /** The part of the dialog about videos and GIFs. */
  readonly film: string;
  /** The part about the cluster's files. */
  readonly cluster: string;
  /** Title of the panel with Mermaid's SVG, and name of the SVG. */
  readonly mermaidDiagram: string;
  readonly mermaidSvg: string;
  mermaidTakesLong(steps: number): string;
  readonly drawAnyway: string;
  /** On paper, below a run that is too long to print completely. */
  printedUpTo(step: number, steps: number): string;
}
