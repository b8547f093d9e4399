/** The words with which a run is taken out of the page, implemented once a language. */

import type { ThemeId } from '../../url/link.ts';

export interface ExportText {
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
  /** Said of a text that Mermaid draws as an error wherever nobody has raised its limit. */
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
  /** Title of the panel with Mermaid's SVG, and name of the SVG. */
  readonly mermaidDiagram: string;
  readonly mermaidSvg: string;
}
