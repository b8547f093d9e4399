/** The guide in place of the stage, and its pages, each lazy-loaded. */
import { Guide } from '../features/guide/guide.tsx';
import { type GuidePages, preloadPage } from '../features/guide/preload-page.ts';
import { useText } from '../features/text-context.ts';
import type { ViewText } from '../features/view-text.ts';
import { WithPhrasebook } from '../features/with-phrasebook.tsx';
import { FaultBoundary } from '../ui/panel/panel.tsx';
import type { GuideLocation, GuidePage } from '../url/guide-pages.ts';

const guidePages: GuidePages = {
  cards: {
    view: async () => (await import('../features/guide/cards-page.tsx')).CardsPage,
    words: (text) => [text.loadCards],
  },
  comparison: {
    view: async () => (await import('../features/guide/comparison-page.tsx')).ComparisonPage,
    words: (text) => [text.loadComparison, text.loadLessonWords],
  },
  glossary: {
    view: async () => (await import('../features/guide/glossary-page.tsx')).GlossaryPage,
    words: (text) => [text.loadGlossary],
  },
  lab: {
    view: async () => (await import('../features/lab/lab-page.tsx')).LabPage,
    words: (text) => [text.loadLabText],
  },
  repair: {
    view: async () => (await import('../features/lab/repair/repair-page.tsx')).RepairPage,
    words: (text) => [text.loadRepairText],
  },
  incidents: {
    view: async () => (await import('../features/guide/incidents-page.tsx')).IncidentsPage,
    words: (text) => [text.loadIncidentText],
  },
  lessons: {
    view: async () => (await import('../features/lessons/lessons-page.tsx')).LessonsPage,
    words: (text) => [text.loadLessonWords],
  },
};

/** @returns Whether the page and its words are loaded. */
export function preloadGuidePage(page: GuidePage, text: ViewText): Promise<boolean> {
  return preloadPage(guidePages, page, text);
}

interface GuideInPlaceProps {
  readonly place: GuideLocation;
  readonly hasHeader: boolean;
}

export function GuideInPlace({ place, hasHeader }: GuideInPlaceProps) {
  const { guide } = useText();
  return (
    <FaultBoundary name={guide.guide}>
      <WithPhrasebook name={guide.guide}>
        <Guide pages={guidePages} place={place} hasHeader={hasHeader} />
      </WithPhrasebook>
    </FaultBoundary>
  );
}
