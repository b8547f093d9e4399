/** Broken clusters to repair: the challenges, the one that is open, and the verdict on its repair. */
import { ChevronLeft, LockKeyhole, Wrench, Zap } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { challenges } from '../../../challenges/challenges.ts';
import { budgetProblem } from '../../../lab/repair/challenge.ts';
import { SCHEDULES_MIN } from '../../../lab/repair/trial.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Broken } from '../../../ui/panel/panel.tsx';
import { useLoaded } from '../../../ui/use-loaded.ts';
import type { SolvedEntry } from '../../../url/solved-code.ts';
import { useGuide } from '../../guide-context.ts';
import { useText } from '../../text-context.ts';
import type { Workers } from '../lab-workers.ts';
import { type LoadWorkers, loadBrowserWorkers, useWorkers } from '../use-workers.ts';
import { ChallengeList, TOOLS } from './challenge-list.tsx';
import { CheckCode } from './check-code.tsx';
import { LecturerCode } from './lecturer-code.tsx';
import { MakeChallenge } from './make-challenge.tsx';
import styles from './repair-page.module.css';
import parts from './repair-parts.module.css';
import { type RepairStore, repairStore } from './repair-store.ts';
import type { RepairText } from './repair-text.ts';
import settingStyles from './setting-form.module.css';
import { SettingForm } from './setting-form.tsx';
import { challengeAt, type ShownChallenge } from './shown-challenge.ts';
import { VerdictCard } from './verdict-card.tsx';

interface RepairPageProps {
  readonly store?: RepairStore;
  /** Loaded with the page, but not in tests. */
  readonly loadWorkers?: LoadWorkers;
}

export function RepairPage({ store = repairStore, loadWorkers = loadBrowserWorkers }: RepairPageProps) {
  const text = useLoaded(useText().loadRepairText);
  return text === null ? null : <Challenges text={text} store={store} loadWorkers={loadWorkers} />;
}

function Challenges({ text, store, loadWorkers }: Required<RepairPageProps> & { readonly text: RepairText }) {
  const { place, go } = useGuide();
  const { solved, problem } = useSyncExternalStore(store.subscribe, store.getState);
  const { workers, missing } = useWorkers(loadWorkers);
  useEffect(() => store.followOthers(), [store]);
  const entry = place?.entry ?? null;
  const tool = TOOLS.find((each) => each === entry) ?? null;
  // Stays when it's solved, so that its verdict can be read.
  const [fallback] = useState(() => firstUnsolved(solved));
  const asked = entry === null || tool !== null ? null : challengeAt(text, entry);
  const shown = asked ?? challengeAt(text, fallback);
  const frame = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is read from its top.
  useEffect(() => {
    if (!isFirst.current) frame.current?.closest('main')?.scrollTo?.({ top: 0 });
    isFirst.current = false;
  }, [entry]);
  const goTo = (next: string | null) => go({ page: 'repair', entry: next });
  return (
    <div className={styles.frame} ref={frame} data-editor data-repair>
      <div className={styles.page} data-chosen={entry !== null}>
        <ChallengeList text={text} shown={tool ?? shown?.key ?? ''} solved={solved} onGo={goTo} />
        <div className={styles.main}>
          <Button className={styles.toList} onClick={() => goTo(null)}>
            <ChevronLeft aria-hidden="true" />
            {text.toList}
          </Button>
          {problem !== null && (
            <p className={parts.complaint} role="alert">
              {text.kept[problem]}
            </p>
          )}
          {tool === null && entry !== null && asked === null && (
            <p className={parts.complaint} role="alert">
              {text.unknownChallenge}
            </p>
          )}
          {missing !== null && <Broken name={text.test(SCHEDULES_MIN)} {...missing} />}
          {tool === 'code' && <LecturerCode text={text} solved={solved} />}
          {tool === 'check' && <CheckCode text={text} workers={workers} />}
          {tool === 'make' && <MakeChallenge text={text} onOpen={goTo} />}
          {tool === null && shown !== null && (
            <ChallengeView key={shown.key} text={text} shown={shown} store={store} workers={workers} />
          )}
        </div>
      </div>
    </div>
  );
}

function firstUnsolved(solved: readonly SolvedEntry[]): string {
  const isSolved = (id: string) => solved.some(({ challenge }) => challenge === id);
  return (challenges.find(({ id }) => !isSolved(id)) ?? challenges[0])?.id ?? '';
}

interface ChallengeViewProps {
  readonly text: RepairText;
  readonly shown: ShownChallenge;
  readonly store: RepairStore;
  readonly workers: Workers | null;
}

function ChallengeView({ text, shown, store, workers }: ChallengeViewProps) {
  const { key, challenge, words } = shown;
  const { repairs, tests } = useSyncExternalStore(store.subscribe, store.getState);
  const repair = repairs[key] ?? {};
  const test = tests[key] ?? null;
  const isRunning = test !== null && (test.verdict === null || test.verdict.status === 'running');
  const isWithin = budgetProblem(challenge, repair) === null;
  return (
    <div className={styles.challenge}>
      <div className={styles.middle}>
        <GoalCard text={text} shown={shown} />
        <section className={`${parts.card} ${settingStyles.form}`} aria-label={text.cluster}>
          <SettingForm
            text={text}
            challenge={challenge}
            repair={repair}
            onSet={(id, value) => store.set(key, challenge, id, value)}
            onUndoAll={() => store.undoAll(key)}
          />
          {isRunning ? (
            <Button onClick={store.cancel}>{text.cancel}</Button>
          ) : (
            <Button
              isMain
              // Nothing changed can be tested, too: it shows how the cluster breaks.
              disabled={workers === null || !isWithin}
              onClick={() => workers !== null && store.test(key, challenge, workers)}
            >
              {text.test(SCHEDULES_MIN)}
            </Button>
          )}
        </section>
      </div>
      <VerdictCard
        text={text}
        challenge={challenge}
        repair={repair}
        test={test}
        solved={words?.solved ?? null}
      />
    </div>
  );
}

function GoalCard({
  text,
  shown: { challenge, number, title, words },
}: Pick<ChallengeViewProps, 'text' | 'shown'>) {
  const { budget, faults, goal } = challenge;
  const view = useText();
  const never = goal.never.map((id) => text.troubles[id]);
  return (
    <section className={`${parts.card} ${styles.goal}`} aria-label={title}>
      <p className={parts.secondary}>
        {number === null ? text.ownChallenge : text.challengeNumber(number)}: {title}
      </p>
      <h3>{words?.goal ?? title}</h3>
      {words === null ? (
        <p>
          {text.make.goal}: {never.join(', ')}
          {goal.never.includes('too-many-bytes') && ` (${view.bytes(goal.bytesMax)})`}
        </p>
      ) : (
        <p>{words.story}</p>
      )}
      <ul className={styles.budget} aria-label={text.budget}>
        <li>
          <Wrench aria-hidden="true" />
          {text.changesMax(budget.changesMax)}
        </li>
        {budget.bans.map((ban) => (
          <li key={ban}>
            <LockKeyhole aria-hidden="true" />
            {text.bans[ban]}
          </li>
        ))}
        <li>
          <Zap aria-hidden="true" />
          {text.faultsOf(faults)}
        </li>
      </ul>
    </section>
  );
}
