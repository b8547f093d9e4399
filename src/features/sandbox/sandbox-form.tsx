/** The sandbox: every setting of a scenario. Each change simulates again and keeps the position. */
import { useState } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { otherBranches } from '../../url/link-to.ts';
import type { CodedRun } from '../../url/run-code.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
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
import { useChange } from './use-change.ts';

export function SandboxForm() {
  const words = useLoaded(useText().loadSandboxText);
  return words === null ? null : <Form words={words} />;
}

function Form({ words }: { readonly words: SandboxText }) {
  const run = usePlayer(({ recording }) => recording.run);
  const history = usePlayer((player) => player.history);
  const change = useChange();
  const dispatch = useDispatch();
  /** Counts opened runs. It's the form's key, so fields reset to the new run's values. */
  const [opened, setOpened] = useState(0);
  if (run === null) return null;
  const { scenario, commands } = run;
  const branches = otherBranches(history, commands);
  const open = (saved: CodedRun) => {
    dispatch({ kind: 'open-run', ...saved });
    setOpened(opened + 1);
  };
  return (
    <SandboxTextProvider value={words}>
      <div className={styles.form} data-editor>
        <ChoiceField
          label={words.application}
          options={applicationIds.map((id) => ({ value: id, label: words.applicationNames[id] }))}
          value={applicationOf(scenario)}
          otherLabel={words.ownScript}
          onValue={(application) => {
            if (change(withApplication(scenario, application)) === null) setOpened(opened + 1);
          }}
        />
        {scenario.kind === 'cluster' ? (
          <ClusterForm key={opened} scenario={scenario} onChange={change} />
        ) : (
          <TransportForm key={opened} scenario={scenario} onChange={change} />
        )}
        <FieldGroup title={words.commands.title} isLazy>
          <CommandList />
        </FieldGroup>
        <FieldGroup title={words.asFile} isLazy>
          <ScenarioFile present={{ scenario, commands }} onOpen={open} />
        </FieldGroup>
        <FieldGroup title={words.saved}>
          <SavedList present={{ scenario, commands, branches }} onOpen={open} />
        </FieldGroup>
      </div>
    </SandboxTextProvider>
  );
}
