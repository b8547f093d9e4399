/** The run's cluster as files to start on one's own computer. */
import { useState } from 'react';
import { wholeOf } from '../../../player/recording.ts';
import { commandMessage } from '../../../sequence/command-message.ts';
import { profileOf } from '../../../simulation/balancer.ts';
import type { CommandPayload } from '../../../simulation/commands/commands.ts';
import type { ClusterScenario } from '../../../simulation/scenario.ts';
import type { Run } from '../../../trace/run.ts';
import { download } from '../../../ui/download.ts';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer, useShown } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { worded } from '../../wording.ts';
import styles from '../export.module.css';
import { clusterFiles } from './cluster-files.ts';
import { type Balancer, balancersFor, clusterPlan } from './cluster-plan.ts';
import type { ClusterText } from './cluster-text.ts';
import { zipOf } from './zip.ts';

export function ClusterExport() {
  const { loadClusterWords, operating } = useText();
  const text = useLoaded(loadClusterWords);
  const operateText = useLoaded(operating);
  const phrasebook = usePlayer((player) => player.phrasebook);
  const run = useShown(({ recording }) => wholeOf(recording).run);
  if (text === null || operateText === null) return null;
  return run !== null && isOfCluster(run) ? (
    <ClusterChoices
      text={text}
      nameOf={(payload) => worded(operateText.commands, commandMessage(phrasebook, payload))}
      run={run}
    />
  ) : (
    <p>{text.noCluster}</p>
  );
}

function isOfCluster(run: Run): run is Run<ClusterScenario> {
  return run.scenario.kind === 'cluster' && run.scenario.connections === 'granted';
}

interface ClusterChoicesProps {
  readonly text: ClusterText;
  /** A command in a few words. */
  readonly nameOf: (payload: CommandPayload) => string;
  readonly run: Run<ClusterScenario>;
}

function ClusterChoices({ text, nameOf, run }: ClusterChoicesProps) {
  const { variants } = useText();
  const offered = balancersFor(clusterPlan(run.scenario));
  const [chosen, setChosen] = useState<Balancer>(
    profileOf(run.scenario.balancer) === 'nginx' ? 'nginx' : 'haproxy',
  );
  const [said, setSaid] = useState('');
  const balancer = offered.includes(chosen) ? chosen : 'haproxy';
  const files = clusterFiles({
    run,
    balancer,
    text,
    nameOf,
    strategyName: variants[run.scenario.strategy],
  });
  const save = async () => {
    try {
      download(await zipOf(files), 'statescope-cluster.zip');
      setSaid(text.saved);
    } catch {
      setSaid(text.failed);
    }
  };
  return (
    <>
      <p>{text.introduction}</p>
      <div className={styles.choices}>
        <RadioGroup
          label={text.balancer}
          look="pills"
          options={offered.map((each) => ({ value: each, label: text.balancerNames[each] }))}
          value={balancer}
          onChange={setChosen}
        />
      </div>
      <ul aria-label={text.files}>
        {Object.keys(files).map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <button type="button" onClick={save}>
          {text.save}
        </button>
        <p role="status">{said}</p>
      </div>
    </>
  );
}
