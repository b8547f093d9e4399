/** The search for a loss and what it has found. It outlives the panel, so that closing it loses nothing. */
import { createStore } from 'zustand/vanilla';
import type { RunningJob } from '../../../lab/pool.ts';
import { type FaultKind, usualFaultKinds } from '../../../lab/search/faults.ts';
import { commandsOf, type Schedule, searchPlanOf } from '../../../lab/search/plan.ts';
import { type PropertyId, propertyIds } from '../../../lab/search/properties.ts';
import { beginSearch, type SearchState, searchOn } from '../../../lab/search/search.ts';
import type { Command } from '../../../simulation/cluster.ts';
import type { Run } from '../../../trace/run.ts';
import type { Workers } from '../lab-workers.ts';

interface FindLossState {
  readonly property: PropertyId;
  readonly kinds: readonly FaultKind[];
  /** The run that is searched. Null before the first search. */
  readonly base: Run | null;
  readonly search: SearchState | null;
  readonly isRunning: boolean;
}

/** Rendering each report would take time from the runs. */
const REPORT_EVERY_MS = 200;

export type SearchStore = ReturnType<typeof createSearchStore>;

/** @param searched The run that was searched. The list holds its commands as well. */
type FoundListener = (commands: readonly Command[], searched: Run) => void;

export function createSearchStore(nowMs: () => number = () => performance.now()) {
  const store = createStore<FindLossState>(() => ({
    property: propertyIds[0],
    kinds: usualFaultKinds,
    base: null,
    search: null,
    isRunning: false,
  }));
  const listeners = new Set<FoundListener>();
  let running: RunningJob | null = null;
  let reportedMs = Number.NEGATIVE_INFINITY;
  const stop = () => {
    running?.cancel();
    running = null;
  };
  const goOn = ({ count, create }: Workers) => {
    const { search: before, base } = store.getState();
    if (before === null || base === null || before.next === null || before.plan.faults.length === 0) return;
    store.setState({ isRunning: true });
    running = searchOn(before, {
      workers: count,
      createWorker: create,
      nowMs,
      onProgress(search) {
        const latest = search.searched.at(-1);
        const isRunning = latest?.status === 'running';
        if (isRunning && nowMs() - reportedMs < REPORT_EVERY_MS) return;
        reportedMs = nowMs();
        store.setState({ search, isRunning });
        const first = latest?.found[0];
        if (latest?.status !== 'done' || first === undefined) return;
        for (const listener of listeners) listener(commandsOf(search.plan, first.schedule), base);
      },
    });
  };
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    chooseProperty(property: PropertyId): void {
      stop();
      store.setState({ property, search: null, isRunning: false });
    },
    chooseKinds(kinds: readonly FaultKind[]): void {
      stop();
      store.setState({ kinds, search: null, isRunning: false });
    },
    /** Searches single faults in this run. A run that plays a found list is searched without that list. */
    begin(run: Run, workers: Workers): void {
      stop();
      const { property, kinds } = store.getState();
      const base = searchedRun(store.getState(), run);
      store.setState({ base, search: beginSearch(searchPlanOf(base, { property, kinds })) });
      goOn(workers);
    },
    goOn,
    /**
     * @param listener Called with the first list of a bound, once all of it is searched.
     * @returns Ends that.
     */
    whenFound(listener: FoundListener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** What was tried stays. */
    cancel: stop,
  };
}

export const searchStore = createSearchStore();

/** The run of an earlier search, if this run only adds faults that it has found; else this run. */
function searchedRun({ base, search }: Pick<FindLossState, 'base' | 'search'>, run: Run): Run {
  if (base === null || base.scenario !== run.scenario) return run;
  return search !== null && playedIn(search, run) !== null ? base : run;
}

/** The found list that a run plays; null if it plays none. */
export function playedIn({ plan, found }: SearchState, { commands }: Pick<Run, 'commands'>): Schedule | null {
  const own = JSON.stringify(commands);
  const played = found.find(({ schedule }) => JSON.stringify(commandsOf(plan, schedule)) === own);
  return played?.schedule ?? null;
}
