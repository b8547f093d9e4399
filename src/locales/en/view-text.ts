/** The interface in English. */

import type { ViewText } from '../../features/view-text.ts';
import { shippedLanguages } from '../../url/languages.ts';
import type { ThemeChoice } from '../../url/theme-choice.ts';
import { exportText } from './export-text.ts';
import { guideText } from './guide-text.ts';
import { lessonTitle } from './lesson-titles.ts';
import { openText } from './open-text.ts';
import { sceneText } from './scene-text.ts';
import { shareText } from './share-text.ts';
import { stageText } from './stage-text.ts';

const number = new Intl.NumberFormat('en');
const list = new Intl.ListFormat('en');

const themeChoices: Record<ThemeChoice, string> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
};

export const viewText: ViewText = {
  ...stageText,
  lessonTitle,
  comparedWith: 'Compared with',
  moreTools: 'More tools',
  branches: 'Futures',
  undo: 'Undo',
  redo: 'Redo',
  otherBranch: (position, count) => `Other future, ${position}/${count}`,
  removeBranch: 'Remove this future',
  sameRunIn: (variant) => `Same run: ${variant}`,
  besideEachOther: 'Both side by side',
  fromTheBeginning: 'From the beginning',
  nextLesson: (title) => `Next lesson: ${title}`,
  message: 'Message',
  why: 'Why?',
  noMessage: 'This step has no message.',
  explain: 'Explain every part',
  showCauses: 'Highlight the causes',
  inspectNode: 'What it remembers',
  lookingAt: (name) => `Inspecting: ${name}`,
  goToStep: (step) => `Go to step ${step}`,
  backToPresent: 'Back to the current step',
  inspecting: async () => (await import('./inspect-text.ts')).inspectText,
  scoreboard: 'Scoreboard',
  sessionsLost: 'Sessions lost',
  lossNames: {
    crashed: 'Lost in a crash or restart',
    left: 'Removed with a server',
    'change-crashed': 'Latest change lost in a crash or restart',
    evicted: 'Evicted by a full store',
    'not-stored': 'Never stored',
    diverged: 'Replaced by the other store’s data',
    stale: 'Answered from old data',
    flushed: 'Deleted by a command',
    overwritten: 'Overwritten by another request',
    revived: 'Logout undone by another request',
    replaced: 'Replaced by a new session',
  },
  questionsAsked: 'Asked again',
  requestsFailed: 'Requests failed',
  duplicateCharges: 'Charged twice',
  bytesPerRequest: 'Bytes per request',
  serverMemory: 'Server memory',
  connectionMemory: 'Connections on servers',
  storeRoundTrips: 'Store round trips per request',
  storeMemory: 'Store memory',
  clientMemory: 'Client memory',

  languageChoice: 'Language',
  theme: 'Theme',
  themeChoices,
  leavePresenting: 'Stop presenting',
  presentTools: 'Presenting tools',
  sound: 'Sound',
  loadPresentText: async () => (await import('./present-text.ts')).presentText,
  loadPresenterText: async () => (await import('./presenter-text.ts')).presenterText,

  exporting: exportText,
  loadClusterWords: async () => (await import('./cluster-text.ts')).clusterText,
  loadFilmWords: async () => (await import('./film-text.ts')).filmText,
  loadFocusText: async () => (await import('./focus-text.ts')).focusText,
  loadSlidesText: async () => (await import('./slides-text.ts')).slidesText,
  pages: 'Pages',
  stagePage: 'Stage',
  loadFindLossText: async () => (await import('./find-loss-text.ts')).findLossText,
  loadRepairText: async () => (await import('./repair-text.ts')).repairText,
  loadLabText: async () => (await import('./lab-text.ts')).labText,
  guide: guideText,
  scenes: sceneText,
  loadIncidentText: async () => (await import('./incident-text.ts')).incidentText,
  loadLessonWords: async () => (await import('./lesson-words.ts')).lessonWords,
  loadComparison: async () => (await import('./comparison.ts')).comparisonWords,
  loadGlossary: async () => (await import('./glossary.ts')).glossaryWords,
  strategies: 'All strategies',
  loadStrategiesText: async () => (await import('./strategies-text.ts')).strategiesText,
  loadSandboxText: async () => (await import('./sandbox-text.ts')).sandboxText,
  loadCards: async () => (await import('./cards.ts')).cardWords,
  loadCardsInSecondLanguage: async () => (await import('../ko/cards.ts')).cardWords,
  opening: openText,
  loadRecordedText: async () => (await import('./recorded-text.ts')).recordedText,
  operating: async () => (await import('./operate-text.ts')).operateText,
  sharing: shareText,

  problems: {
    'unknown-lesson': ({ value }) => `No lesson is called “${value}”. Here’s the first one.`,
    'unknown-incident': ({ value }) => `No incident is called “${value}”. Here’s the first lesson.`,
    'unknown-strategy': ({ value }) => `No strategy is called “${value}”. Here’s the lesson’s own.`,
    'unknown-language': ({ value }) =>
      `Statescope doesn’t have the language “${value}”. It has ${list.format(shippedLanguages)}.`,
    'unknown-theme': ({ value }) =>
      `No theme is called “${value}”. The themes are light, dark and projector.`,
    'unknown-detail': ({ value }) =>
      `No level of detail is called “${value}”. The levels are essential and full.`,
    'unknown-page': ({ value }) => `The guide has no page “${value}”. Here’s the run.`,
    'bad-step': ({ value }) => `“${value}” isn’t a step. Steps are numbers from 1.`,
    'unknown-scene': ({ value }) => `This lesson has no scene “${value}”. Here’s its beginning.`,
    'unknown-focus': ({ value }) => `This run has no participant “${value}” to focus on. Here’s all of it.`,
    'unknown-hidden': ({ value }) => `This run has no participant “${value}” to hide. Here’s the rest.`,
    'nothing-left': 'Without the participants that this link hides, nothing would be left. Here’s all of it.',
    'step-out-of-range': ({ value, shown }) => `This run has no step ${value}. Here’s step ${shown}.`,
    'diagram-step-out-of-range': ({ value, shown }) =>
      `This diagram has no step ${value}. Here’s step ${shown}.`,
    'bad-run':
      'The run in this link can’t be read: it’s incomplete or was changed. Here’s the lesson without it.',
    'later-version':
      'The run in this link was made by a later version of Statescope. Here’s the lesson without it.',
    'bad-diagram': 'The diagram in this link can’t be read. Here’s the lesson without it.',
    'diagram-not-here':
      'This link’s diagram was too long for it, and is only in the browser that opened it. Here’s the lesson without it.',
    'commands-not-taken': ({ count }) =>
      `${number.format(count)} of this link’s commands belong to requests that this run doesn’t make. They’re left out.`,
    'language-not-loaded':
      'The other language couldn’t be loaded. Everything else still works. Please try again.',
    'part-not-loaded': 'Part of the page couldn’t be loaded. The rest still works. Please try again.',
    'not-kept': 'This browser doesn’t store data for this page. Your choices last until you close it.',
    'branches-not-kept':
      'This browser has no room for your other futures. A reload keeps only those that fit the link.',
  },
  number: (value) => number.format(value),
};
