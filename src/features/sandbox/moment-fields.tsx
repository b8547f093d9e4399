/** When a command takes effect: at a time since the run began, or after a landmark of a request. */
import { useState } from 'react';
import { type Command, roleOf } from '../../simulation/cluster.ts';
import type { Milestone, RequestId } from '../../simulation/kernel/actor.ts';
import type { Moment } from '../../simulation/kernel/command.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import type { Run } from '../../trace/run.ts';
import { TextField } from '../../ui/form/text-field.tsx';
import { usePlayer } from '../player-context.ts';
import { ChoiceField, useSandboxText, withUnit } from './fields.tsx';
import { limitText } from './limit-messages.ts';
import styles from './sandbox.module.css';
import { fromUnit, shownIn } from './units.ts';

const milestones = ['sent', 'arrived', 'answered'] as const satisfies readonly Milestone[];

interface MomentFieldsProps {
  readonly run: Run;
  /** Of the command in the run's list. */
  readonly index: number;
  readonly onMoment: (moment: Command['moment']) => Problem | null;
  /** Called after a choice. A time that's refused says so itself. */
  /** Says why, beside the list. */
  readonly onRefused: (problem: Problem | null) => null;
}

export function MomentFields({ run, index, onMoment, onRefused }: MomentFieldsProps) {
  const text = useSandboxText();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const moment = run.commands[index]?.moment;
  if (moment === undefined) return null;
  const isAtTime = 'atUs' in moment;
  const step = run.steps.find((each) => each.kind === 'command' && each.index === index);
  const choose = (kind: Milestone | 'time') => onRefused(onMoment(momentAt(kind)));
  const momentAt = (kind: Milestone | 'time') => {
    if (kind === 'time') return { atUs: run.events[step?.event ?? -1]?.atUs ?? 0 };
    return isAtTime ? landmarkAt(run, step?.moment, kind) : { ...moment, at: kind };
  };
  const nameOf = (request: RequestId) => {
    const [client = '', ordinal = ''] = request.split('/');
    return text.commands.requestOf(phrasebook.name(roleOf(client)), ordinal);
  };
  const requests = isAtTime ? [] : requestsOf(run, moment.request);
  return (
    <div className={styles.lineFields}>
      <ChoiceField
        label={text.commands.when}
        options={(['time', ...milestones] as const).map((kind) => ({
          value: kind,
          label: text.commands.moments[kind],
        }))}
        value={isAtTime ? 'time' : moment.at}
        onValue={choose}
      />
      {!isAtTime && (
        <ChoiceField
          label={text.commands.request}
          options={requests.map((request) => ({
            value: request,
            label: nameOf(request),
          }))}
          value={moment.request}
          onValue={(request) => onRefused(onMoment({ ...moment, request }))}
        />
      )}
      <TimeField
        // Another kind of moment has a time of its own.
        key={`${isAtTime}`}
        label={isAtTime ? text.commands.time : text.commands.offset}
        moment={moment}
        valueUs={isAtTime ? moment.atUs : moment.offsetUs}
        onValue={(us) => onMoment(isAtTime ? { atUs: us } : { ...moment, offsetUs: us })}
      />
      {step === undefined && <p className={styles.hint}>{text.commands.never}</p>}
    </div>
  );
}

/** @param present What the command's own moment is called, if the run has come to it. */
function landmarkAt({ steps }: Run, present: Moment | undefined, at: Milestone): Moment {
  if (present?.at === at) return present;
  return { request: present?.request ?? steps[0]?.moment.request ?? 'client/1', at, offsetUs: 0 };
}

/** The requests that the run makes, in their order, and the one that was chosen. */
function requestsOf({ steps }: Run, own: RequestId): readonly RequestId[] {
  return [...new Set([...steps.map(({ landmark }) => landmark.request), own])];
}

interface TimeFieldProps {
  readonly label: string;
  readonly moment: Command['moment'];
  readonly valueUs: number;
  readonly onValue: (us: number) => Problem | null;
}

interface Typed {
  readonly text: string;
  readonly moment: Command['moment'];
  /** Why it was refused; null if it hasn't been taken yet. */
  readonly problem: Problem | null;
}

/** Takes effect once it's left, or at Enter: each change of a command is a branch that Undo takes back. */
function TimeField({ label, moment, valueUs, onValue }: TimeFieldProps) {
  const text = useSandboxText();
  const [latest, setTyped] = useState<Typed | null>(null);
  // What was typed for another command, or before Undo, is no longer of this one.
  const { text: typed = null, problem = null } = latest?.moment === moment ? latest : {};
  const take = () => {
    if (typed === null) return;
    const us = fromUnit(typed, 'seconds');
    const found = us === valueUs ? null : onValue(us);
    setTyped(found && { text: typed, moment, problem: found });
  };
  return (
    <TextField
      label={withUnit(text, label, 'seconds')}
      value={typed ?? shownIn(valueUs, 'seconds', text.time)}
      complaint={problem && limitText(text, problem, 'seconds')}
      onChange={(event) => setTyped({ text: event.target.value, moment, problem })}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
