/** The words of the lab. Loaded with its page. */
import type { StudyProblem } from '../../lab/check-study.ts';
import type { FileProblem } from '../../lab/lines-of-file.ts';
import type { MeasureId, MeasureUnit } from '../../lab/measures.ts';
import type { ParameterId, Unit } from '../../lab/parameters.ts';
import type { ScriptId } from '../../lab/scripts.ts';
import type { StudyName } from '../../lab/studies.ts';
import type { Wording } from '../wording.ts';
import type { TroubleKind } from './first-trouble.ts';

interface StudyWords {
  readonly title: string;
  /** Under the title in the list, in a few words. */
  readonly hint: string;
  /** Two sentences: what happens in its runs. */
  readonly about: string;
  readonly question: string;
  /** The words of the question that name the line asked about. Undefined where it names none. */
  readonly asked?: string;
}

export interface LabText {
  /** The other way to use the lab: one run instead of many. */
  readonly findLossHint: string;
  readonly findLoss: string;
  readonly readyMade: string;
  readonly studies: Readonly<Record<StudyName, StudyWords>>;
  readonly ownStudy: string;
  readonly study: string;
  readonly across: string;
  readonly secondAxis: string;
  readonly noSecondAxis: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly values: string;
  /** Lines of the plot, by mode. */
  readonly statefulLines: string;
  readonly statelessLines: string;
  readonly script: string;
  readonly scripts: Readonly<Record<ScriptId, string>>;
  readonly measure: string;
  readonly measures: Readonly<Record<MeasureId, string>>;
  readonly runsPerPoint: string;
  readonly seed: string;
  readonly fixed: string;
  readonly parameters: Readonly<Record<ParameterId, string>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  readonly run: string;
  /** After Cancel. */
  readonly resume: string;
  readonly cancel: string;
  readonly progress: string;
  runsOf(done: number, total: number): string;
  timeLeft(seconds: number): string;
  roundsOf(rounds: number, all: number, points: number): string;
  readonly cancelled: string;
  readonly failed: string;
  failedRuns(count: number): string;
  readonly noThreads: string;
  readonly plot: string;
  readonly plotHint: string;
  readonly onePlot: string;
  readonly byStrategy: string;
  readonly look: string;
  /** What line and band are. */
  bandOf(runs: number, isRunning: boolean): string;
  heatOf(runs: number): string;
  readonly empty: string;
  readonly zeroInEveryRun: string;
  value(value: number, unit: MeasureUnit): string;
  between(low: string, high: string): string;
  /** A value of an axis with its parameter: "6 crashes a minute". */
  at(parameter: string, value: string): string;
  ranges(low: string, high: string, runs: number): string;
  readonly openRun: string;
  readonly openRunAt: Readonly<Record<TroubleKind, string>>;
  readonly sameNumbers: string;
  readonly sameNumbersHint: string;
  readonly csv: string;
  readonly svg: string;
  readonly png: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly notCopied: string;
  /** A file couldn't be made. */
  readonly notSaved: string;
  readonly saveRuns: string;
  readonly openRuns: string;
  /** While a file is read. */
  readonly openingRuns: string;
  /** The last line of a file is incomplete. */
  readonly cutFile: string;
  readonly unreadableFile: string;
  readonly question: string;
  /** Hides the answer to the question. */
  readonly predictFirst: string;
  readonly reveal: string;
  readonly answers: string;
  answerIs(letter: string, words: string): string;
  readonly strategy: string;
  readonly problems: Wording<StudyProblemWords>;
  readonly fileProblems: Wording<Exclude<FileProblem, { kind: 'bad-study' }>>;
}

/** Parameters are named by words. */
export type StudyProblemWords = StudyProblem extends infer Each
  ? Each extends { readonly parameter: ParameterId }
    ? Omit<Each, 'parameter'> & { readonly parameter: string }
    : Each
  : never;
