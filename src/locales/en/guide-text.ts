/** The words around the guide's pages, in English. */

import type { GuideText } from '../../features/guide/guide-text.ts';
import type { GuidePage } from '../../url/guide-pages.ts';

const pageNames: Record<GuidePage, string> = {
  lessons: 'Lessons',
  incidents: 'Incidents',
  comparison: 'Comparison',
  cards: 'Cards',
  lab: 'Lab',
  repair: 'Repair it',
  glossary: 'Glossary',
};
const pageTitles: Record<GuidePage, string> = {
  lessons: 'Lessons',
  incidents: 'Incidents that happened',
  comparison: 'What’s different',
  cards: 'What people often get wrong',
  lab: 'Lab',
  repair: 'Repair it',
  glossary: 'Glossary',
};

export const guideText: GuideText = {
  guide: 'Guide',
  pageNames,
  pageTitles,
  back: 'Back to the run',
  cardsHere: 'Card',
  noCardHere: 'No card for this step.',
  allCards: 'All cards',
};
