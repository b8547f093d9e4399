/** Taking a run out of the page, in English. */

import type { ExportText } from '../../features/exporting/export-text.ts';
import type { ThemeId } from '../../url/link.ts';
import { number } from './words.ts';

const themeNames: Record<ThemeId, string> = { light: 'Light', dark: 'Dark', projector: 'Projector' };

export const exportText: ExportText = {
  memoryAt: (step) => `The boxes show what each machine remembers at step ${step}.`,
  export: 'Export',
  mermaid: 'Mermaid',
  mermaidIntroduction: 'A sequence diagram as text, for notes, blogs and slides that draw Mermaid.',
  extent: 'How much',
  whole: 'Everything',
  upToStep: (step) => `Up to step ${number.format(step)}`,
  withCaptions: 'With captions',
  mermaidText: 'Mermaid text',
  copyText: 'Copy text',
  copyMarkdown: 'Copy for Markdown',
  copied: 'Copied.',
  copyRefused: 'The browser didn’t allow copying. The text is selected: copy it with the keyboard.',
  longForMermaid: (characters, charactersMax) =>
    `${number.format(characters)} characters. Mermaid’s default limit is ${number.format(charactersMax)}: above it, it draws an error instead.`,
  picture: 'Picture',
  pictureExtents: { view: 'This step', whole: 'The whole diagram' },
  theme: 'Theme',
  themeNames,
  fileKind: 'File type',
  size: 'Size',
  preview: 'Preview of the picture',
  save: 'Save picture',
  saved: 'Saved to your downloads.',
  pictureFailed: 'The picture couldn’t be created. Please try again.',
  tooLargeForPng: 'That’s larger than a browser can draw. Choose a smaller size, or SVG.',
  film: 'Video or GIF',
  cluster: 'The cluster as files (Docker Compose)',
  mermaidDiagram: 'As Mermaid draws it',
  mermaidSvg: 'Mermaid’s drawing up to the current step',
  mermaidTakesLong: (steps) =>
    `This diagram has ${number.format(steps)} steps. Mermaid needs many seconds to draw it, and the page doesn’t respond meanwhile.`,
  drawAnyway: 'Draw it anyway',
  printedUpTo: (step, steps) =>
    `Printed up to step ${number.format(step)} of ${number.format(steps)}. The rest would take too long.`,
};
