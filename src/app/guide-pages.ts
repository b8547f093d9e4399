/** The pages of the guide, each lazy-loaded. */
import type { GuidePages } from '../features/guide/preload-page.ts';

export const guidePages: GuidePages = {
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
