/** The lab: a study, its runs as a plot, and the same numbers as a table. */
import {
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { MeasureId } from '../../lab/measures.ts';
import type { ResultsSnapshot } from '../../lab/results.ts';
import { planOf } from '../../lab/run-point.ts';
import { nameOfPoints, readyMade, type StudyName } from '../../lab/studies.ts';
import { defaultStudy, type Study } from '../../lab/study.ts';
import type { Run } from '../../trace/run.ts';
import { Button } from '../../ui/button/button.tsx';
import { useIsPresenting } from '../../ui/use-is-presenting.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { studyCode } from '../../url/study-code.ts';
import { useGuide } from '../guide-context.ts';
import { useFindLoss } from '../operate-context.ts';
import { useText } from '../text-context.ts';
import type { Cursor } from './cursor.ts';
import { EmptyPlot } from './empty-plot.tsx';
import { firstTrouble, troubleKindOf } from './first-trouble.ts';
import styles from './lab-page.module.css';
import type { LabText } from './lab-text.ts';
import { NumbersCard } from './numbers-card.tsx';
import { OpenRuns } from './open-runs.tsx';
import { type PlotData, type PlotPoint, plotDataOf } from './plot-data.ts';
import { PlotView } from './plot-view.tsx';
import { PrintedStudy } from './printed-study.tsx';
import { QuestionBar } from './question-bar.tsx';
import { StudyList } from './study-list.tsx';
import { StudyPanel } from './study-panel.tsx';
import { canResume, type LabStore, labStore } from './sweep-store.ts';
import { usePrediction } from './use-prediction.ts';
import { type LoadWorkers, loadBrowserWorkers, useWorkers } from './use-workers.ts';

const PHONE = '(max-width: 43.75em)';
/** A phone has fewer cores, and less power. */
const PHONE_RUNS = 5;

interface LabProps {
  readonly store?: LabStore;
  /** Loaded with the page, but not in tests. */
  readonly loadWorkers?: LoadWorkers;
}

export function LabPage({ store = labStore, loadWorkers = loadBrowserWorkers }: LabProps) {
  const text = useLoaded(useText().loadLabText);
  return text === null ? null : <Lab text={text} store={store} loadWorkers={loadWorkers} />;
}

function Lab({ text, store, loadWorkers }: Required<LabProps> & { readonly text: LabText }) {
  const { place, go, openRun } = useGuide();
  const findLoss = useFindLoss();
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { draft, sweep, measure, problems, opened, file } = state;
  const isRunning = sweep?.status === 'running';
  const { workers, missing } = useWorkers(loadWorkers);
  const [cursor, setCursor] = useState<Cursor>(null);
  const pictures = useRef<readonly SVGSVGElement[]>([]);
  const keepPictures = useCallback((all: readonly SVGSVGElement[]) => {
    pictures.current = all;
  }, []);
  const isPresenting = useIsPresenting();
  const entry = place?.entry ?? null;
  useOpening(store, entry);

  // Computed once for each report, and not for each move of the cursor.
  const latest = useMemo(
    () => ({ sweep, data: sweep && dataOf(sweep.shown, measure), file }),
    [sweep, measure, file],
  );
  // Drawn in slices between other work, because a plot and its table at once take a long task.
  const { sweep: progress, data, file: report } = useDeferredValue(latest);
  const control = usePrediction(data, isRunning);

  /** Whether a study was chosen before the workers were there. */
  const isAwaited = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another study.
  useEffect(() => {
    isAwaited.current = false;
  }, [entry]);
  /** Shows other runs, and puts their study in the address. */
  const showAnew = (study: Study) => {
    setCursor(null);
    control.restart();
    go({ page: 'lab', entry: studyCode(study) }, { isSameView: true });
  };
  const isMounted = useIsMounted();
  const openFile = async (chosen: File) => {
    const study = await store.openFile(chosen);
    // A reader who has left while the file was read stays where they are.
    if (study !== null && isMounted.current) showAnew(study);
  };
  const opening = { report, onChoose: (chosen: File) => void openFile(chosen) };
  const run = () => {
    isAwaited.current = workers === null;
    if (workers === null || !store.run(workers)) return;
    showAnew(store.getState().draft);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the workers are there.
  useEffect(() => {
    if (workers !== null && isAwaited.current) run();
  }, [workers]);
  const choose = (name: StudyName) => {
    store.openStudy(onThisDevice(readyMade[name]));
    run();
  };
  const name = nameOfPoints(draft);
  const study = data?.study;
  const open = useCallback(
    (at: PlotPoint) => {
      if (study === undefined) return;
      openRun(planOf(study, at.point, at.summary.round), (opened: Run) => firstTrouble(opened, measure));
    },
    [study, measure, openRun],
  );
  const openLabelOf = useCallback(
    ({ summary }: PlotPoint) => {
      const trouble = troubleKindOf(measure);
      return trouble !== null && summary.median > 0 ? text.openRunAt[trouble] : text.openRun;
    },
    [measure, text],
  );
  // Runs of an earlier draft stay until the next one is run, and so does their question.
  const asked = nameOfPoints(data?.study ?? draft);
  return (
    <div className={styles.lab} data-lab data-editor>
      {findLoss !== null && (
        <p className={styles.findLoss}>
          {text.findLossHint} <Button onClick={findLoss}>{text.findLoss}</Button>
        </p>
      )}
      <StudyList text={text} chosen={name} onChoose={choose} />
      <div className={styles.columns}>
        <StudyPanel
          text={text}
          name={name}
          opened={opened}
          draft={draft}
          measure={measure}
          problems={problems}
          progress={progress}
          isRunning={isRunning}
          canResume={canResume(state)}
          workers={workers}
          missing={missing}
          onChange={(changes) => {
            isAwaited.current = false;
            store.change(changes);
          }}
          onRun={run}
          onCancel={store.cancel}
        />
        <div className={styles.results}>
          <PrintedStudy text={text} name={asked} />
          {data === null ? (
            <EmptyPlot text={text} measure={measure}>
              {isPresenting ? (
                <Button isMain disabled={workers === null || isRunning} onClick={run}>
                  {text.run}
                </Button>
              ) : (
                <OpenRuns text={text} {...opening} />
              )}
            </EmptyPlot>
          ) : (
            <PlotView
              text={text}
              data={data}
              isRunning={isRunning}
              prediction={control.prediction}
              cursor={cursor}
              onCursor={setCursor}
              onOpen={open}
              openLabelOf={openLabelOf}
              onPictures={keepPictures}
            />
          )}
          <QuestionBar text={text} study={isPresenting ? asked : null} data={data} control={control} />
          {sweep !== null && data !== null && (
            <NumbersCard
              text={text}
              opening={opening}
              results={sweep.results}
              data={data}
              prediction={control.prediction}
              cursor={cursor}
              pictures={pictures}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** @returns Null without a run to draw. */
function dataOf(shown: ResultsSnapshot, measure: MeasureId): PlotData | null {
  return shown.done === shown.failed ? null : plotDataOf(shown, measure);
}

function useIsMounted(): RefObject<boolean> {
  const isMounted = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  return isMounted;
}

/** Opens the study of the address. */
function useOpening(store: LabStore, code: string | null): void {
  useEffect(() => {
    if (code === null && store.getState().draft === defaultStudy) {
      store.openStudy(onThisDevice(defaultStudy));
    }
    if (code !== null) store.openCode(code);
  }, [store, code]);
}

function onThisDevice<Of extends { readonly runsPerPoint: number }>(study: Of): Of {
  const isPhone = typeof matchMedia === 'function' && matchMedia(PHONE).matches;
  return isPhone ? { ...study, runsPerPoint: Math.min(PHONE_RUNS, study.runsPerPoint) } : study;
}
