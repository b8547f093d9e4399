/** The words of the search for a loss. Loaded when it's opened. */
import type { FaultKind } from '../../../lab/search/faults.ts';
import type { Bound } from '../../../lab/search/plan.ts';
import type { PropertyId } from '../../../lab/search/properties.ts';
import type { LossCause } from '../../../simulation/losses/loss.ts';

/** What was tried at one bound. */
interface TriedWords {
  readonly tried: number;
  readonly planned: number;
  readonly total: number;
  readonly moments: number;
  readonly enoughAlone: number;
  readonly withoutEffect: number;
}

export interface FindLossText {
  readonly title: string;
  readonly close: string;
  readonly lookingFor: string;
  readonly properties: Readonly<Record<PropertyId, string>>;
  readonly faults: string;
  readonly kinds: Readonly<Record<FaultKind, string>>;
  readonly search: string;
  readonly cancel: string;
  readonly progress: string;
  /** Before anything was searched: what would be. */
  faultsAt(faults: number, moments: number): string;
  readonly noFaults: string;
  readonly noRun: string;
  /** While predicting. */
  readonly onlyShown: string;
  /** The run breaks the property without any of the faults. */
  readonly isBroken: Readonly<Record<PropertyId, string>>;
  /** What was tried at a bound, whole or in part. */
  readonly tried: Readonly<Record<Bound, (words: TriedWords) => string>>;
  /** How many schedules of all that were tried break the property. */
  readonly found: Readonly<Record<PropertyId, (count: number) => string>>;
  foundNone(tried: number): string;
  failed(runs: number): string;
  readonly stopped: string;
  readonly workersDied: string;
  /** What wasn't searched, by the bound that would come next; `null` after the last. */
  notSearched(next: Bound | null): string;
  /** The button for the next bound. */
  readonly next: Readonly<Record<Bound, (schedules: number) => string>>;
  readonly list: string;
  readonly causes: Readonly<Record<LossCause, string>>;
  readonly noCause: string;
  faultAfter(fault: string, step: number): string;
  more(lists: number): string;
  readonly noReturn: {
    /** The button that starts the re-runs. */
    readonly open: string;
    readonly strip: string;
    /** What a re-run changes. */
    how(perStep: number): string;
    point(step: number, perStep: number): string;
    readonly none: string;
    share(step: number, percent: number | null): string;
  };
}
