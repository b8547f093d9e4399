/** The run's commands, each with its moment: a time since the run began, or a landmark of a request. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { presentStep } from '../../player/full-run-step.ts';
import { wholeOf } from '../../player/recording.ts';
import { commandMessage } from '../../sequence/command-message.ts';
import { type Command, roleOf } from '../../simulation/cluster.ts';
import type { CommandPayload } from '../../simulation/commands/commands.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { COMMANDS_MAX } from '../../simulation/scenario.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { checkCommands } from '../../simulation/validation/check-commands.ts';
import type { AvailableCommand } from '../../trace/available-commands.ts';
import type { Run } from '../../trace/run.ts';
import { Button } from '../../ui/button/button.tsx';
import { Complaint } from '../../ui/form/complaint.tsx';
import { useFocusAfter } from '../../ui/use-focus-after.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import type { ViewText } from '../view-text.ts';
import { worded } from '../wording.ts';
import { commandOptions, nodeOfCommand } from './command-options.ts';
import { ChoiceField, useSandboxText } from './fields.tsx';
import { limitText } from './limit-messages.ts';
import { MomentFields } from './moment-fields.tsx';
import styles from './sandbox.module.css';

/** What a choice calls the whole cluster, which is no node. */
const CLUSTER = '';

export function CommandList() {
  const text = useSandboxText();
  const run = usePlayer(({ recording }) => wholeOf(recording).run);
  const present = usePlayer(presentStep);
  const dispatch = useDispatch();
  const words = useLoaded(useText().operating);
  /** Belongs to the run in which a change was refused. */
  const [refused, setRefused] = useState<{ readonly problem: Problem; readonly run: Run } | null>(null);
  const [list, focusAfter] = useFocusAfter<HTMLDivElement>();
  if (run === null || words === null) return null;
  const { commands } = run;
  const options = commandOptions(run, present);
  const change = (next: readonly Command[]): Problem | null => {
    const [problem = null] = checkCommands(next, run.scenario);
    if (problem === null) dispatch({ kind: 'change-commands', commands: next });
    return problem;
  };
  const put = (index: number, command: Command) => change(commands.with(index, command));
  /** @returns Null, because the list says it and not the field. */
  const complain = (problem: Problem | null) => {
    setRefused(problem && { problem, run });
    return null;
  };
  const add = () => {
    const [first] = options;
    if (first === undefined) return;
    complain(change([...commands, { ...first.payload, moment: { atUs: timeUs(run, present) } }]));
    focusAfter(`[data-command="${commands.length}"] select`);
  };
  const remove = (index: number) => {
    complain(change(commands.toSpliced(index, 1)));
    const next = Math.min(index, commands.length - 2);
    focusAfter(next < 0 ? '[data-add]' : `[data-command="${next}"] [data-remove]`);
  };
  return (
    <div className={styles.script} ref={list}>
      {commands.length === 0 && <p className={styles.hint}>{text.commands.none}</p>}
      <ol>
        {commands.map((command, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: commands are numbered by their place.
          <li key={index} data-command={index} aria-label={text.commands.command(index + 1)}>
            <PayloadFields
              words={words}
              command={command}
              options={options}
              onPayload={(payload) => complain(put(index, { ...payload, moment: command.moment }))}
            >
              <Button
                data-remove
                aria-label={text.commands.remove(index + 1)}
                title={text.commands.remove(index + 1)}
                onClick={() => remove(index)}
              >
                <X aria-hidden="true" />
              </Button>
            </PayloadFields>
            <MomentFields
              run={run}
              index={index}
              onMoment={(moment) => {
                const { moment: _, ...payload } = command;
                return put(index, { ...payload, moment });
              }}
              onRefused={complain}
            />
          </li>
        ))}
      </ol>
      {refused?.run === run && <Complaint>{limitText(text, refused.problem, 'seconds')}</Complaint>}
      {commands.length < COMMANDS_MAX ? (
        <Button data-add disabled={options.length === 0} onClick={add}>
          <Plus aria-hidden="true" />
          {text.commands.add}
        </Button>
      ) : (
        <p className={styles.hint}>{text.commands.full(COMMANDS_MAX)}</p>
      )}
    </div>
  );
}

function timeUs({ steps, events }: Run, step: number): number {
  return events[steps[step]?.lastEvent ?? -1]?.atUs ?? 0;
}

interface PayloadFieldsProps {
  readonly words: Awaited<ReturnType<ViewText['operating']>>;
  readonly command: Command;
  readonly options: readonly AvailableCommand[];
  readonly onPayload: (payload: CommandPayload) => Problem | null;
  /** Beside the first field. */
  readonly children: React.ReactNode;
}

/** Where, and what. A command that isn't on offer any more stays in the list. */
function PayloadFields({ words, command, options, onPayload, children }: PayloadFieldsProps) {
  const text = useSandboxText();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const { moment: _, ...own } = command;
  const key = JSON.stringify(own);
  // A link belongs to both of its ends.
  const found = options.find(({ payload }) => JSON.stringify(payload) === key);
  const node = found === undefined ? nodeOfCommand(own) : found.node;
  const nodes = [...new Set([...options.map((each) => each.node), node])];
  const there = options.filter((each) => each.node === node).map(({ payload }) => payload);
  const payloads = found === undefined ? [own, ...there] : there;
  const nameOf = (id: NodeId | null) => (id === null ? words.cluster : phrasebook.name(roleOf(id)));
  return (
    <>
      <div className={styles.line}>
        <ChoiceField
          label={text.commands.where}
          isLabelHidden
          options={nodes.map((id) => ({ value: id ?? CLUSTER, label: nameOf(id) }))}
          value={node ?? CLUSTER}
          onValue={(chosen) => {
            const first = options.find((each) => (each.node ?? CLUSTER) === chosen);
            return first === undefined ? null : onPayload(first.payload);
          }}
        />
        <div className={styles.moves}>{children}</div>
      </div>
      <ChoiceField
        label={text.commands.what}
        isLabelHidden
        options={payloads.map((payload) => ({
          value: JSON.stringify(payload),
          label: worded(words.commands, commandMessage(phrasebook, payload)),
        }))}
        value={key}
        onValue={(chosen) => {
          const payload = payloads.find((each) => JSON.stringify(each) === chosen);
          return payload === undefined ? null : onPayload(payload);
        }}
      />
    </>
  );
}
