/** The sandbox: every setting of a scenario. Each change simulates again and keeps the position. */
import { useEffect, useRef, useState } from 'react';
import type { Scenario } from '../../simulation/scenario.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { draftsOf } from '../../url/kept-drafts.ts';
import { otherBranches } from '../../url/link-to.ts';
import type { CodedRun } from '../../url/run-code.ts';
import { useDispatch, usePlayer, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { applicationIds, applicationOf, withApplication } from './applications.ts';
import { ClusterForm } from './cluster-form.tsx';
import { CommandList } from './command-list.tsx';
import { ChoiceField, FieldGroup, SandboxTextProvider } from './fields.tsx';
import styles from './sandbox.module.css';
import type { SandboxText } from './sandbox-text.ts';
import { SavedList } from './saved-list.tsx';
import { ScenarioFile } from './scenario-file.tsx';
import { TransportForm } from './transport-form.tsx';
import { type Change, useChange } from './use-change.ts';

export function SandboxForm() {
  const words = useLoaded(useText().loadSandboxText);
  return words === null ? null : <Form words={words} />;
}

function Form({ words }: { readonly words: SandboxText }) {
  const run = usePlayer(({ recording }) => recording.run);
  const history = usePlayer((player) => player.history);
  const change = useChange();
  const dispatch = useDispatch();
  const [opened, changeByField] = useOpenedRuns(change);
  const [hasDraft] = useState(
    () => run !== null && draftsOf('scenario').textFor(JSON.stringify(run.scenario)) !== null,
  );
  if (run === null) return null;
  const { scenario, commands } = run;
  const branches = otherBranches(history, commands);
  const open = (saved: CodedRun) => dispatch({ kind: 'open-run', ...saved });
  return (
    <SandboxTextProvider value={words}>
      <div className={styles.form} data-editor>
        <ChoiceField
          label={words.application}
          options={applicationIds.map((id) => ({ value: id, label: words.applicationNames[id] }))}
          value={applicationOf(scenario)}
          otherLabel={words.ownScript}
          onValue={(application) => change(withApplication(scenario, application))}
        />
        {scenario.kind === 'cluster' ? (
          <ClusterForm key={opened} scenario={scenario} onChange={changeByField} />
        ) : (
          <TransportForm key={opened} scenario={scenario} onChange={changeByField} />
        )}
        <FieldGroup title={words.commands.title} isLazy>
          <CommandList />
        </FieldGroup>
        <FieldGroup title={words.asFile} isLazy isOpen={hasDraft}>
          <ScenarioFile present={{ scenario, commands }} onOpen={open} />
        </FieldGroup>
        <FieldGroup title={words.saved}>
          <SavedList present={{ scenario, commands, branches }} onOpen={open} />
        </FieldGroup>
      </div>
    </SandboxTextProvider>
  );
}

/**
 * Counts the scenarios that something else than the form's own fields brings: a scene, a file, Back, another window. The
 * count is the key of the fields, which keep what is typed only while it belongs to the run on the stage.
 */
function useOpenedRuns(change: Change): [number, Change] {
  const player = usePlayerStore();
  const [count, setCount] = useState(0);
  /** The scenario that a field asked for last. */
  const own = useRef<Scenario | null>(null);
  useEffect(
    () =>
      player.subscribe((now, before) => {
        const next = now.recording.run?.scenario;
        if (next === before.recording.run?.scenario) return;
        if (next !== own.current) setCount((last) => last + 1);
        own.current = null;
      }),
    [player],
  );
  const changeByField: Change = (scenario) => {
    own.current = scenario;
    return change(scenario);
  };
  return [count, changeByField];
}
