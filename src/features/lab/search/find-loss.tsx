/** Searches the run on the stage for the shortest list of faults that breaks a property, and plays what it finds. */
import { Search, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { commandsOf } from '../../../lab/search/plan.ts';
import { propertyIds } from '../../../lab/search/properties.ts';
import { nextSchedules } from '../../../lab/search/search.ts';
import { wholeOf } from '../../../player/recording.ts';
import type { Command } from '../../../simulation/cluster.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Broken } from '../../../ui/panel/panel.tsx';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { useDispatch, usePlayer, usePlayerStore } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { type LoadWorkers, loadBrowserWorkers, useWorkers } from '../use-workers.ts';
import { FaultChoice } from './fault-choice.tsx';
import styles from './find-loss.module.css';
import type { FindLossText } from './find-loss-text.ts';
import { FoundList } from './found-list.tsx';
import { NoReturn } from './no-return-strip.tsx';
import { type SearchStore, searchStore } from './search-store.ts';
import { SearchSummary } from './search-summary.tsx';

export interface FindLossProps {
  readonly onClose: () => void;
  readonly store?: SearchStore;
  readonly loadWorkers?: LoadWorkers;
}

export function FindLoss({ onClose, store = searchStore, loadWorkers = loadBrowserWorkers }: FindLossProps) {
  const text = useLoaded(useText().loadFindLossText);
  return text === null ? null : (
    <Searching text={text} onClose={onClose} store={store} loadWorkers={loadWorkers} />
  );
}

function Searching({
  text,
  onClose,
  store,
  loadWorkers,
}: Required<FindLossProps> & { readonly text: FindLossText }) {
  const { property, kinds, base, search, isRunning } = useSyncExternalStore(store.subscribe, store.getState);
  const run = usePlayer(({ recording }) => wholeOf(recording).run);
  /** While predicting, a search of what is hidden would give answers away. */
  const hidesMoments = usePlayer(
    ({ prediction }) =>
      prediction !== null &&
      prediction.shown.recording.diagram.steps.length < prediction.whole.recording.diagram.steps.length,
  );
  const player = usePlayerStore();
  const dispatch = useDispatch();
  const { workers, missing } = useWorkers(loadWorkers);
  const chooser = useRef<HTMLSelectElement>(null);
  // Together with the panel, so that it can't take the focus from what is focused next.
  useLayoutEffect(() => chooser.current?.focus(), []);
  // Another scenario on the stage has other losses.
  const isStale = run !== null && base !== null && base.scenario !== run.scenario;
  useEffect(() => {
    if (isStale) store.cancel();
  }, [isStale, store]);

  const play = (commands: readonly Command[]) => dispatch({ kind: 'play-commands', commands });
  // Only while the panel is open, and the run that was searched is still the reader's.
  useEffect(
    () =>
      store.whenFound((commands, searched) => {
        const { recording } = player.getState();
        if (wholeOf(recording).run?.scenario === searched.scenario)
          dispatch({ kind: 'play-commands', commands });
      }),
    [store, player, dispatch],
  );
  const shown = isStale ? null : search;
  const next = shown === null || isRunning ? null : nextSchedules(shown);
  const goesOn = shown !== null && next !== null && next.all.length > 0;
  return (
    <section className={styles.panel} aria-label={text.title} data-find-loss>
      <div className={styles.bar}>
        <Search className={styles.sign} aria-hidden="true" />
        <label className={styles.field}>
          {text.lookingFor}
          <select
            ref={chooser}
            value={property}
            onChange={(event) => {
              const chosen = propertyIds.find((each) => each === event.target.value);
              if (chosen !== undefined) store.chooseProperty(chosen);
            }}
          >
            {propertyIds.map((each) => (
              <option key={each} value={each}>
                {text.properties[each]}
              </option>
            ))}
          </select>
        </label>
        <FaultChoice text={text} kinds={kinds} onChange={store.chooseKinds} />
        <div className={styles.actions}>
          {isRunning ? (
            <Button onClick={store.cancel}>{text.cancel}</Button>
          ) : (
            <Button
              isMain={!goesOn}
              disabled={run === null || workers === null || kinds.length === 0}
              onClick={() => run !== null && workers !== null && store.begin(run, workers)}
            >
              {text.search}
            </Button>
          )}
          {goesOn && (
            <Button
              isMain
              disabled={workers === null}
              onClick={() => workers !== null && store.goOn(workers)}
            >
              {text.next[next.bound](next.all.length)}
            </Button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label={text.close}
            title={text.close}
            onClick={onClose}
          >
            <X />
          </button>
        </div>
      </div>
      {missing !== null && <Broken name={text.title} {...missing} />}
      {hidesMoments && <p className={styles.secondary}>{text.onlyShown}</p>}
      <SearchSummary text={text} run={run} kinds={kinds} search={shown} isRunning={isRunning} />
      {shown !== null && run !== null && (
        <FoundList
          text={text}
          search={shown}
          run={run}
          onPlay={({ schedule }) => play(commandsOf(shown.plan, schedule))}
        />
      )}
      {run !== null && !isRunning && <NoReturn text={text} run={run} property={property} workers={workers} />}
    </section>
  );
}
