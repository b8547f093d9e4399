/**
 * The study on the page and its runs so far. It lives outside the view, so that a reader who opens a run on the stage
 * and comes back finds everything as it was.
 */
import { createStore } from 'zustand/vanilla';
import { checkStudy, type StudyProblem } from '../../lab/check-study.ts';
import type { FileProblem, ReadFile } from '../../lab/lines-of-file.ts';
import type { MeasureId } from '../../lab/measures.ts';
import { type RunningJob, type SweepState, startSweep } from '../../lab/pool.ts';
import type { Results, ResultsSnapshot } from '../../lab/results.ts';
import { defaultStudy, runCount, type Study } from '../../lab/study.ts';
import { readStudyCode, studyCode } from '../../url/study-code.ts';
import type { Workers } from './lab-workers.ts';
import { readRuns } from './read-runs.ts';

export interface ShownSweep extends SweepState {
  /** What the page draws. The results themselves go on growing. */
  readonly shown: ResultsSnapshot;
}

export interface LabState {
  /** As the form has it; it can be invalid. */
  readonly draft: Study;
  readonly problems: readonly StudyProblem[];
  /** Runs of an earlier draft stay until the next one is run. */
  readonly sweep: ShownSweep | null;
  /**
   * Counts the studies that something else than the form brings: the list, an address, a file. The form keeps what is
   * typed only while it belongs to the study it began with.
   */
  readonly opened: number;
  /** Code of the study that the draft began with, or was last run as. Null before any. */
  readonly code: string | null;
  /** The measure that is shown. Every run has all of them, so switching needs no run. */
  readonly measure: MeasureId;
  /** The file of runs that was opened last, if there is something to say about it. */
  readonly file: FileReport | null;
}

export type FileReport =
  /** `share`: of its bytes, from 0 to 1. */
  | { readonly kind: 'reading'; readonly share: number }
  /** Its last line is incomplete. The runs before it are shown. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'wrong'; readonly problem: FileProblem }
  /** It has changed since it was chosen, or its results need too much memory. */
  | { readonly kind: 'unreadable' };

/** Rendering more often would take time from the runs, and no reader is that fast. */
const REPORT_EVERY_MS = 200;
/** A picture of more points is drawn less often. */
const POINTS_PER_REPORT = 100;
const REPORT_SLOWEST_MS = 2_000;
/** How much more of a file has to be read until that is shown. */
const PROGRESS_STEP = 0.01;

export type LabStore = ReturnType<typeof createLabStore>;

export function createLabStore(nowMs: () => number = () => performance.now()) {
  const store = createStore<LabState>(() => ({
    draft: defaultStudy,
    problems: [],
    sweep: null,
    opened: 0,
    code: null,
    measure: defaultStudy.measure,
    file: null,
  }));
  let running: RunningJob | null = null;
  let shownMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: SweepState | null = null;
  let reading = new AbortController();
  const show = () => {
    clearTimeout(timer);
    timer = undefined;
    shownMs = nowMs();
    store.setState({ sweep: latest && { ...latest, shown: latest.results.snapshot() } });
  };
  const report = (sweep: SweepState) => {
    const isFirst = latest?.results !== sweep.results || latest.status !== 'running';
    latest = sweep;
    const waitMs = shownMs + everyMs(sweep.results) - nowMs();
    if (isFirst || sweep.status !== 'running' || waitMs <= 0) show();
    else timer ??= setTimeout(show, waitMs);
  };
  const change = (changes: Partial<Study>) => {
    const { draft: before, measure } = store.getState();
    const draft = { ...before, ...changes };
    const result = checkStudy(draft);
    const problems = 'problems' in result ? result.problems : [];
    store.setState({ draft, problems, measure: changes.measure ?? measure });
  };
  const open = (results: Results, file: FileReport | null = null) => {
    running?.cancel();
    const { study } = results;
    const total = runCount(study);
    // What is missing can be run here: the page that wrote the file was closed, or its sweep was cancelled.
    const status = results.done < total ? 'cancelled' : 'done';
    latest = { results, status, total, done: results.done, leftMs: null, deaths: 0, problem: null };
    store.setState((before) => ({
      ...countOpened(before),
      draft: study,
      measure: study.measure,
      problems: [],
      code: studyCode(study),
      file,
    }));
    show();
  };
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    /** What a field of the form says. */
    change,
    /** Opens a study that is in the page already. */
    openStudy(study: Partial<Study>): void {
      change(study);
      store.setState(countOpened);
    },
    /** Opens the study of an address. A draft that began with it stays as the reader has edited it. */
    openCode(code: string): void {
      if (code === store.getState().code) return;
      const read = readStudyCode(code);
      if ('problems' in read) {
        store.setState({ problems: read.problems });
        return;
      }
      const { study } = read;
      store.setState((before) => ({
        ...countOpened(before),
        draft: study,
        measure: study.measure,
        problems: [],
        code,
      }));
    },
    /** @returns Whether it runs. */
    run({ count, create }: Workers): boolean {
      const { draft, sweep } = store.getState();
      const result = checkStudy(draft);
      if ('problems' in result) {
        store.setState({ problems: result.problems });
        return false;
      }
      running?.cancel();
      store.setState({ problems: [], code: studyCode(draft), file: null });
      const options = { workers: count, createWorker: create, nowMs, onProgress: report };
      running = startSweep(result.study, options, canResume({ draft, sweep }) ? sweep?.results : undefined);
      return true;
    },
    /** Runs that are finished stay. */
    cancel(): void {
      running?.cancel();
    },
    /** Shows runs that were made elsewhere. */
    open,
    /**
     * Opens a file of runs, which `npm run lab` or the page has written.
     *
     * @returns Their study. Null if there is none, or if another file was opened meanwhile.
     */
    async openFile(file: File): Promise<Study | null> {
      reading.abort();
      reading = new AbortController();
      const { signal } = reading;
      const read = await readFile(file, signal, (share) =>
        store.setState({ file: { kind: 'reading', share } }),
      );
      if (signal.aborted) return null;
      if (read === null || 'problem' in read) {
        store.setState({ file: read === null ? { kind: 'unreadable' } : { kind: 'wrong', ...read } });
        return null;
      }
      open(read.results, read.isCut ? { kind: 'cut' } : null);
      return read.results.study;
    },
  };
}

/** @returns Null if it can't be read. */
async function readFile(
  file: File,
  signal: AbortSignal,
  report: (share: number) => void,
): Promise<ReadFile | null> {
  let reported = 0;
  report(reported);
  const onProgress = (share: number) => {
    if (signal.aborted || share - reported < PROGRESS_STEP) return;
    reported = share;
    report(share);
  };
  try {
    return await readRuns(file, { signal, onProgress });
  } catch {
    return null;
  }
}

function countOpened({ opened }: LabState): Pick<LabState, 'opened'> {
  return { opened: opened + 1 };
}

function everyMs({ points }: Results): number {
  return Math.min(REPORT_SLOWEST_MS, REPORT_EVERY_MS * Math.max(1, points / POINTS_PER_REPORT));
}

/** Whether the runs so far are of this study, and were cancelled. */
export function canResume({ draft, sweep }: Pick<LabState, 'draft' | 'sweep'>): boolean {
  return (
    sweep !== null &&
    sweep.status === 'cancelled' &&
    JSON.stringify(sweep.results.study) === JSON.stringify(draft)
  );
}

export const labStore = createLabStore();
