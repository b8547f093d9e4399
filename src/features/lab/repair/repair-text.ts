/** The words of the challenges' page. Loaded when it's opened. */

import type { WordsOfChallenges } from '../../../challenges/challenge-words.ts';
import type { Ban } from '../../../lab/repair/challenge.ts';
import type { Cost } from '../../../lab/repair/cost.ts';
import type { FaultRule, PatternKind, Target } from '../../../lab/repair/fault-rule.ts';
import type { TroubleId } from '../../../lab/repair/goals.ts';
import type { SettingId, SettingValue } from '../../../lab/repair/settings.ts';
import type { LossCause } from '../../../simulation/losses/loss.ts';
import type { DraftText } from '../../../ui/form/draft-notice.tsx';
import type { KeptProblem } from '../../../url/kept-repairs.ts';
import type { SolvedCodeProblem } from '../../../url/solved-code.ts';

export interface RepairText {
  readonly words: WordsOfChallenges;
  readonly list: string;
  solvedOf(solved: number, all: number, stars: number, starsMax: number): string;
  stars(count: number): string;
  readonly unsolved: string;
  readonly toList: string;
  challengeNumber(number: number): string;
  readonly ownChallenge: string;
  readonly unknownChallenge: string;

  readonly budget: string;
  changesMax(count: number | null): string;
  readonly bans: Readonly<Record<Ban, string>>;
  /** What its schedules consist of. */
  faultsOf(rule: FaultRule): string;

  readonly cluster: string;
  changesUsed(count: number, max: number | null): string;
  readonly settings: Readonly<Record<SettingId, string>>;
  /** Null for a value that the view has words for. */
  settingValue(id: SettingId, value: SettingValue): string | null;
  /** A value that isn't among those on offer. */
  readonly otherValue: string;
  was(value: string): string;
  undo(setting: string): string;
  readonly undoAll: string;
  /** Of a setting that does nothing under the present ones. */
  readonly noEffect: string;
  readonly problems: Readonly<Record<'too-many-changes' | Ban, string>>;

  test(schedules: number): string;
  readonly testAgain: string;
  readonly cancel: string;
  readonly result: string;
  readonly progress: string;
  tested(done: number, planned: number): string;
  /** Before the first test. */
  readonly howTested: string;
  refused(breaks: number, tried: number): string;
  accepted(tried: number): string;
  passes(count: number): string;
  fails(count: number): string;
  readonly stopped: string;
  readonly workersDied: string;
  failedRuns(runs: number): string;
  /** The repair has been changed since. */
  readonly outdated: string;
  readonly shortest: string;
  readonly others: string;
  readonly troubles: Readonly<Record<TroubleId, string>>;
  readonly causes: Readonly<Record<LossCause, string>>;
  readonly noFault: string;
  faultAfter(fault: string, step: number): string;
  readonly play: string;
  playKind(kind: string): string;

  readonly starsTitle: string;
  readonly starHolds: { readonly title: string; readonly text: string };
  starChanges(changes: number): { readonly title: string; readonly text: string };
  starCost(points: number): { readonly title: string; readonly text: string };
  readonly gotIt: string;
  costIs(cost: Cost): string;
  readonly costMeans: string;
  readonly kept: Readonly<Record<KeptProblem, string>>;

  readonly lecturer: {
    readonly open: string;
    readonly title: string;
    readonly about: string;
    readonly name: string;
    readonly code: string;
    readonly nothing: string;
    /** For a code without a solved challenge. */
    readonly empty: string;
    readonly copy: string;
    readonly checkOpen: string;
    readonly checkTitle: string;
    readonly checkAbout: string;
    readonly pasted: string;
    readonly check: string;
    readonly problems: Readonly<Record<SolvedCodeProblem, string>>;
    by(name: string): string;
    readonly noName: string;
    /** Of a challenge that a reader has made. */
    ownTitle(title: string): string;
    readonly ownHint: string;
    readonly columns: readonly [challenge: string, how: string, when: string, verdict: string];
    when(minutes: number): string;
    readonly holds: string;
    readonly fails: string;
    readonly unknown: string;
    readonly checking: string;
    readonly noSuch: string;
    readonly notAllowed: string;
  };

  readonly make: {
    readonly open: string;
    readonly title: string;
    readonly about: string;
    readonly noRun: string;
    readonly name: string;
    readonly goal: string;
    readonly bytesMax: string;
    readonly faults: string;
    readonly kinds: Readonly<Record<PatternKind, string>>;
    readonly on: string;
    readonly targets: Readonly<Record<Target, string>>;
    readonly most: string;
    readonly changes: string;
    readonly anyNumber: string;
    readonly bans: string;
    readonly settings: string;
    readonly link: string;
    readonly copy: string;
    readonly tryIt: string;
    readonly incomplete: string;
    readonly untitled: string;
    /** What was chosen for a challenge. */
    readonly draft: DraftText;
  };
}
