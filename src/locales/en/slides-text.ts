/** Presentations and other text formats, in English. */
import type { SlidesText } from '../../features/exporting/slides-text.ts';
import { number } from './words.ts';

const size = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

export const slidesText: SlidesText = {
  introduction:
    'Editable shapes for PowerPoint, Keynote and LibreOffice. Captions are the titles, and what you say is in the speaker notes.',
  extent: 'A slide for',
  extents: { steps: 'Each step', requests: 'Each request', scenes: 'Each scene of the lesson' },
  count: (slides) => (slides === 1 ? 'One slide' : `${number.format(slides)} slides`),
  make: 'Make slides',
  making: 'Making the slides',
  cancel: 'Cancel',
  isLong: (slides) =>
    `That makes ${number.format(slides)} slides, and takes a while. Fewer slides are easier to present: choose each request, or each scene.`,
  makeAnyway: (slides) => `Make ${number.format(slides)} slides`,
  saved: (megabytes) => `Saved to your downloads: ${size.format(megabytes)} MB.`,
  cancelled: 'Cancelled. Nothing was saved.',
  failed: 'The slides couldn’t be made. Please try again.',
  plantUmlIntroduction: 'A sequence diagram as PlantUML text.',
  plantUmlText: 'PlantUML text',
  d2Introduction: 'A sequence diagram as D2 text. D2 has no boxes around participants and no lifetimes.',
  d2Text: 'D2 text',
  saveText: 'Save as a file',
  textSaved: 'Saved to your downloads.',
};
