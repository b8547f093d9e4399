/** All words of the interface, implemented once per language. The diagram's own words are in its phrasebook. */

import type { LessonId } from '../lessons/lesson.ts';
import type { WordsOfLessons } from '../lessons/lesson-words.ts';
import type { FixSide } from '../player/fix.ts';
import type { BalancingPolicy } from '../simulation/actors/balancing.ts';
import type { LossCause } from '../simulation/losses/loss.ts';
import type { Mode } from '../simulation/strategies/strategy-traits.ts';
import type { VariantId } from '../simulation/variants.ts';
import type { Loader } from '../ui/use-loaded.ts';
import type { LanguageId } from '../url/languages.ts';
import type { Problem } from '../url/problem.ts';
import type { ThemeChoice } from '../url/theme-choice.ts';
import type { ClusterText } from './exporting/cluster/cluster-text.ts';
import type { ExportText } from './exporting/export-text.ts';
import type { FilmText } from './exporting/film-text.ts';
import type { SlidesText } from './exporting/slides-text.ts';
import type { FocusText } from './focusing/focus-text.ts';
import type { CardWords } from './guide/card-words.ts';
import type { ComparisonWords } from './guide/comparison-words.ts';
import type { GlossaryWords } from './guide/glossary/glossary-words.ts';
import type { GuideText } from './guide/guide-text.ts';
import type { OpenText } from './importing/open-text.ts';
import type { RecordedText } from './importing/recorded-text.ts';
import type { IncidentText } from './incidents/incident-text.ts';
import type { InspectText } from './inspector/inspect-text.ts';
import type { HelpText } from './keyboard/help-text.ts';
import type { LabText } from './lab/lab-text.ts';
import type { RepairText } from './lab/repair/repair-text.ts';
import type { FindLossText } from './lab/search/find-loss-text.ts';
import type { SceneText } from './lessons/scene-text.ts';
import type { StrategiesText } from './lessons/strategies-text.ts';
import type { OperateText } from './operations/operate-text.ts';
import type { PresentText } from './presenting/present-text.ts';
import type { PresenterText } from './presenting/presenter/presenter-text.ts';
import type { PredictText } from './quiz/predict-text.ts';
import type { SandboxText } from './sandbox/sandbox-text.ts';
import type { ShareText } from './sharing/share-text.ts';
import type { Wording } from './wording.ts';

/** What is loaded first: the words of the stage, the list of steps, and the controls. */
export interface StageText {
  readonly language: LanguageId;
  readonly lesson: string;

  readonly state: string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly whereStateLives: string;
  /** Strategies and transports. */
  readonly variants: Readonly<Record<VariantId, string>>;
  readonly balancing: string;
  readonly balancingPolicies: Readonly<Record<BalancingPolicy, string>>;

  readonly fullDetail: string;

  readonly compare: string;
  readonly firstDifference: string;

  readonly diagram: string;
  memoryOf(name: string): string;
  crash(name: string): string;
  restart(name: string): string;
  /** Opens what an operator can do: to all, or to one node. */
  readonly operate: string;
  operateNode(name: string): string;
  readonly addServer: string;
  /** Said of what a crash took. */
  readonly lost: string;
  /** Bytes of user state in a memory. */
  bytes(count: number): string;

  readonly playback: string;
  readonly firstStep: string;
  readonly previousStep: string;
  readonly play: string;
  readonly pause: string;
  readonly nextStep: string;
  readonly lastStep: string;
  readonly step: string;
  readonly speed: string;
  speedValue(speed: number): string;
  readonly startOver: string;
  /** Shows the controls that a narrow screen has no room for. */
  readonly moreControls: string;
  /** Shows the later steps, in grey. */
  readonly showFuture: string;
  /** One or two words below icons that don't say enough by themselves. */
  readonly captions: Readonly<Record<'otherBranch' | 'removeBranch' | 'showFuture' | 'startOver', string>>;
  /** The end of a run, and what can be done there. */
  readonly atTheEnd: string;
  readonly endOfDiagram: string;
  readonly whatNext: string;
  /** The end of a run that would go on, for longer than a page can wait. */
  readonly cutOff: string;
  stepOf(step: number, steps: number): string;
  /** One item of the list of steps; `sentence` is the phrasebook's. */
  stepSentence(step: number, sentence: string): string;

  readonly steps: string;
  earlierSteps(count: number): string;
  readonly details: string;
  readonly view: string;
  /** Said of a step that is one. */
  readonly cause: string;
  /** Looks at a step without going there. */
  inspectStep(step: number): string;
  /** How the scores came about: their trends, memory by server, and the ledger. */
  readonly trends: string;
  readonly help: string;
  readonly present: string;
  readonly loadHelpText: Loader<HelpText>;
  readonly close: string;
  /** The switch that has the run stop and ask. */
  readonly predict: string;
  readonly loadPredictText: Loader<PredictText>;
  /** Both sides of a fix. */
  readonly fixSides: Readonly<Record<FixSide, string>>;
  /** The view with the sandbox. */
  readonly build: string;
  readonly dismiss: string;
  readonly whyReload: Readonly<Record<'newer-version' | 'failure-kept', string>>;
  readonly reload: string;
  panelBroken(panel: string): string;
  readonly tryAgain: string;
}

export interface ViewText extends StageText {
  lessonTitle(id: LessonId): string;
  /** The strategy on the other side. */
  readonly comparedWith: string;
  /** On a narrow screen: language, sharing, theme and the like. */
  readonly moreTools: string;
  /** What commands have made of the run, each a branch of its own. */
  readonly branches: string;
  readonly undo: string;
  readonly redo: string;
  /** Switches to the next branch from this position, from 1, with the number of branches. */
  otherBranch(position: number, count: number): string;
  readonly removeBranch: string;
  sameRunIn(variant: string): string;
  readonly besideEachOther: string;
  readonly fromTheBeginning: string;
  nextLesson(title: string): string;
  readonly message: string;
  /** Opens the facts that decided the present step. */
  readonly why: string;
  readonly noMessage: string;
  /** Says of every part of a message what it is. */
  readonly explain: string;
  readonly showCauses: string;
  /** Looks at what a node remembers. */
  readonly inspectNode: string;
  /** What is looked at is not the present step. */
  lookingAt(name: string): string;
  goToStep(step: number): string;
  readonly backToPresent: string;
  readonly inspecting: Loader<InspectText>;
  readonly scoreboard: string;
  readonly sessionsLost: string;
  /** Rows under the lost sessions. */
  readonly lossNames: Readonly<Record<LossCause, string>>;
  readonly questionsAsked: string;
  readonly requestsFailed: string;
  readonly duplicateCharges: string;
  readonly bytesPerRequest: string;
  readonly serverMemory: string;
  /** What servers know of connections, besides users' state. */
  readonly connectionMemory: string;
  readonly storeRoundTrips: string;
  readonly storeMemory: string;
  readonly clientMemory: string;

  /** Names the list of languages. */
  readonly languageChoice: string;
  readonly theme: string;
  readonly themeChoices: Readonly<Record<ThemeChoice, string>>;
  readonly leavePresenting: string;
  /** The button that opens what a presenter needs. */
  readonly presentTools: string;
  readonly sound: string;
  /** More words of presenting, loaded when it starts. */
  readonly loadPresentText: Loader<PresentText>;
  /** Those of the presenter's own window. */
  readonly loadPresenterText: Loader<PresenterText>;

  readonly exporting: ExportText;
  readonly loadClusterWords: Loader<ClusterText>;
  readonly loadFilmWords: Loader<FilmText>;
  readonly loadFocusText: Loader<FocusText>;
  readonly loadSlidesText: Loader<SlidesText>;
  /** The navigation in the header, and the page that isn't the guide's. */
  readonly pages: string;
  readonly stagePage: string;
  readonly loadLabText: Loader<LabText>;
  readonly loadFindLossText: Loader<FindLossText>;
  readonly loadRepairText: Loader<RepairText>;
  readonly guide: GuideText;
  readonly scenes: SceneText;
  readonly loadIncidentText: Loader<IncidentText>;
  /** Lesson words are long, so they're lazy-loaded. */
  readonly loadLessonWords: Loader<WordsOfLessons>;
  /** Long words are lazy-loaded. */
  readonly loadComparison: Loader<ComparisonWords>;
  readonly loadGlossary: Loader<GlossaryWords>;
  /** The table of all of them. */
  readonly strategies: string;
  readonly loadStrategiesText: Loader<StrategiesText>;
  readonly loadSandboxText: Loader<SandboxText>;
  readonly loadCards: Loader<CardWords>;
  /** In a language that readers of this one often know terms in: they search the cards in either. */
  readonly loadCardsInSecondLanguage: Loader<CardWords>;
  readonly opening: OpenText;
  readonly loadRecordedText: Loader<RecordedText>;
  readonly operating: Loader<OperateText>;
  readonly sharing: ShareText;

  readonly problems: Wording<Problem>;
  number(value: number): string;
}
