/** The schedules that break a repair, one for each way in which it breaks. Each plays on the stage. */
import { Play } from 'lucide-react';
import { useMemo } from 'react';
import {
  breakingCommands,
  brokenStep,
  type Schedule,
  shortestOf,
  type Trial,
} from '../../../lab/repair/trial.ts';
import { type BreakGroup, groupsOf, type Verdict } from '../../../lab/repair/verdict.ts';
import { runForPage } from '../../../player/run-for-page.ts';
import { commandMessage } from '../../../sequence/command-message.ts';
import { describeRun } from '../../../sequence/describe-run.ts';
import type { CommandPayload } from '../../../simulation/commands/commands.ts';
import type { Run } from '../../../trace/run.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { useGuide } from '../../guide-context.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { worded } from '../../wording.ts';
import { BreakPicture } from './break-picture.tsx';
import type { RepairText } from './repair-text.ts';
import styles from './verdict.module.css';

interface BreakListProps {
  readonly text: RepairText;
  readonly trial: Trial;
  readonly verdict: Verdict;
}

/** Each is shortened by further runs. More kinds are rare. */
const SHOWN = 4;

interface ShownGroup extends BreakGroup {
  readonly schedule: Schedule;
  readonly run: Run;
}

export function BreakList({ text, trial, verdict }: BreakListProps) {
  const { openRun } = useGuide();
  const { breaks } = verdict;
  const groups = useMemo(
    () =>
      groupsOf(breaks)
        .slice(0, SHOWN)
        .map((group) => shownGroup(trial, group)),
    [trial, breaks],
  );
  const [first] = groups;
  if (first === undefined) return null;
  const nameOf = ({ trouble, cause }: BreakGroup) =>
    cause === null || trouble === 'request-failed' || trouble === 'too-many-bytes'
      ? text.troubles[trouble]
      : text.causes[cause];
  const play = ({ schedule, run }: ShownGroup) =>
    openRun(
      { scenario: schedule.scenario, commands: run.commands },
      () => Math.max(0, firstFault(run, trial) ?? brokenStep(trial, run) - 1),
      { plays: true },
    );
  return (
    <>
      <div className={styles.breaking}>
        <div className={styles.breakingHead}>
          <strong>{text.shortest}</strong>
          <button type="button" className={styles.play} onClick={() => play(first)}>
            <Play aria-hidden="true" />
            {text.play}
          </button>
        </div>
        <Broken trial={trial} group={first} />
        <ol>
          <FaultWords text={text} group={first} trial={trial} />
          <li>{nameOf(first)}</li>
        </ol>
      </div>
      {groups.length > 1 && (
        <ul className={styles.kinds} aria-label={text.others}>
          {groups.map((group) => (
            <li key={`${group.trouble} ${group.cause}`}>
              <b>{group.count}</b>
              <span>{nameOf(group)}</span>
              <button
                type="button"
                aria-label={text.playKind(nameOf(group))}
                className={styles.link}
                onClick={() => play(group)}
              >
                {text.play}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function shownGroup(trial: Trial, group: BreakGroup): ShownGroup {
  const schedule = shortestOf(trial, group.first);
  const { scenario } = schedule;
  return { ...group, schedule, run: runForPage({ scenario, commands: breakingCommands(trial, schedule) }) };
}

/** The step before the first fault of a schedule; null without one. */
function firstFault({ steps, commands }: Run, trial: Trial): number | null {
  if (commands.length === trial.commands.length) return null;
  const step = steps.findIndex((each) => each.kind === 'command' && each.index >= trial.commands.length);
  return step < 0 ? null : step - 1;
}

/** What happens, drawn, and said for those who don't see it. */
function Broken({ trial, group: { run } }: { readonly trial: Trial; readonly group: ShownGroup }) {
  const phrasebook = usePlayer((player) => player.phrasebook);
  const diagram = useMemo(() => describeRun(run, phrasebook), [run, phrasebook]);
  const step = brokenStep(trial, run);
  return (
    <>
      <BreakPicture diagram={diagram} step={step} />
      <p className="visually-hidden">{diagram.steps[step]?.sentence}</p>
    </>
  );
}

interface FaultWordsProps {
  readonly text: RepairText;
  readonly trial: Trial;
  readonly group: ShownGroup;
}

function FaultWords({ text, trial, group: { run, schedule } }: FaultWordsProps) {
  const words = useLoaded(useText().operating);
  const phrasebook = usePlayer((player) => player.phrasebook);
  if (words === null) return null;
  if (schedule.faults.length === 0) return <li>{text.noFault}</li>;
  return run.commands.slice(trial.commands.length).map(({ moment: _, ...payload }, index) => {
    const step = run.steps.findIndex(
      (each) => each.kind === 'command' && each.index === trial.commands.length + index,
    );
    const fault = worded(words.commands, commandMessage(phrasebook, payload satisfies CommandPayload));
    // Steps count from 1, and the command is one itself.
    return <li key={`${step} ${fault}`}>{step < 1 ? fault : text.faultAfter(fault, step)}</li>;
  });
}
