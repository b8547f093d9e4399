/** The form of a cluster: servers, network, clients, and the strategy's settings. */
import { Plus } from 'lucide-react';
import { balancingPolicies } from '../../simulation/actors/balancing.ts';
import { type ClientGroup, type ClusterScenario, clients as clientsOf } from '../../simulation/scenario.ts';
import { variantsOf } from '../../simulation/variants.ts';
import { Button } from '../../ui/button/button.tsx';
import { byData, useFocusAfter } from '../../ui/use-focus-after.ts';
import { useText } from '../text-context.ts';
import { BalancerFields } from './balancer-fields.tsx';
import { clientDefaults, clientFields } from './cluster-fields.ts';
import { RareFields, ScenarioRareFields } from './field-list.tsx';
import { CheckField, ChoiceField, FieldGroup, NumberField, useSandboxText } from './fields.tsx';
import { clientsIn, countMax } from './groups.ts';
import { LatencyFields } from './latency-fields.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { RemoveGroup } from './remove-group.tsx';
import { sameRunAs } from './same-run.ts';
import styles from './sandbox.module.css';
import { ScriptEditor } from './script-editor.tsx';
import { isClusterLine } from './script-text.ts';
import type { Change } from './use-change.ts';

/** A run could have more, but a form can hardly show them. */
const GROUPS_MAX = 4;

interface ClusterFormProps {
  readonly scenario: ClusterScenario;
  readonly onChange: Change;
}

export function ClusterForm({ scenario, onChange }: ClusterFormProps) {
  const view = useText();
  const text = useSandboxText();
  const change = (part: Partial<ClusterScenario>) => onChange({ ...scenario, ...part });
  const { clients, connections } = scenario;
  const [, focusAfter] = useFocusAfter();
  const changeGroup = (index: number, part: Partial<ClientGroup>) => {
    const group = clients[index];
    return group === undefined ? null : change({ clients: clients.with(index, { ...group, ...part }) });
  };
  return (
    <>
      <FieldGroup title={text.servers} isOpen>
        <NumberField
          label={text.servers}
          value={scenario.servers}
          onValue={(servers) => change({ servers })}
        />
        <ChoiceField
          label={text.strategy}
          options={variantsOf(scenario).map((id) => ({ value: id, label: view.variants[id] }))}
          value={scenario.strategy}
          onValue={(id) => (id === 'tcp' || id === 'udp' ? null : change({ strategy: id }))}
        />
        {connections === 'granted' && <BalancingField scenario={scenario} onChange={change} />}
        <PolicyFields scenario={scenario} onChange={change} />
        <ScenarioRareFields group="capacity" scenario={scenario} onScope={onChange} />
        <ScenarioRareFields group="timeouts" scenario={scenario} onScope={onChange} />
      </FieldGroup>
      {connections === 'granted' && <BalancerFields scenario={scenario} onScope={onChange} />}
      <FieldGroup title={text.network}>
        <NetworkFields scenario={scenario} onChange={change} />
        <ScenarioRareFields group="network" scenario={scenario} onScope={onChange} />
      </FieldGroup>
      {clients.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clients are numbered by their place.
        <FieldGroup key={index} title={text.group(index + 1)} isOpen={index === 0}>
          <GroupFields
            group={group}
            ordinal={index + 1}
            clients={clientsIn(clients)}
            countMax={countMax(clients, index)}
            onChange={(part) => changeGroup(index, part)}
          />
          {index > 0 && (
            <RemoveGroup
              clients={clients}
              index={index}
              onClients={(next) => {
                const problem = change({ clients: next });
                if (problem === null) focusAfter('[data-add-group]');
                return problem;
              }}
            />
          )}
        </FieldGroup>
      ))}
      {clients.length < GROUPS_MAX && (
        <Button
          data-add-group
          onClick={() => {
            const script = clients[0]?.script ?? [];
            // The button is gone with the last group that there's room for.
            const isLast = clients.length === GROUPS_MAX - 1;
            if (isLast) focusAfter(byData('remove-group', String(GROUPS_MAX)));
            change({ clients: [...clients, clientsOf(script, { arrivesAtUs: 2_000_000 })] });
          }}
        >
          <Plus aria-hidden="true" />
          {text.addGroup}
        </Button>
      )}
    </>
  );
}

interface PartProps {
  readonly scenario: ClusterScenario;
  readonly onChange: (part: Partial<ClusterScenario>) => ReturnType<Change>;
}

function BalancingField({ scenario, onChange }: PartProps) {
  const view = useText();
  const text = useSandboxText();
  const same = sameRunAs(scenario);
  return (
    <>
      <ChoiceField
        label={text.balancing}
        options={balancingPolicies.map((policy) => ({
          value: policy,
          label: view.balancingPolicies[policy],
        }))}
        value={scenario.balancing}
        onValue={(balancing) => onChange({ balancing })}
      />
      {same !== null && (
        <p className={styles.hint}>
          {text.sameRun(view.variants[same.strategy], view.balancingPolicies[same.balancing])}
        </p>
      )}
    </>
  );
}

function NetworkFields({ scenario: { network, seed }, onChange }: PartProps) {
  const text = useSandboxText();
  return (
    <>
      <LatencyFields
        latency={network.internet}
        lossPerMillion={network.lossPerMillion}
        onLatency={(internet) => onChange({ network: { ...network, internet } })}
        onLoss={(lossPerMillion) => onChange({ network: { ...network, lossPerMillion } })}
      />
      <NumberField label={text.seed} value={seed} onValue={(next) => onChange({ seed: next })} />
    </>
  );
}

interface GroupFieldsProps {
  readonly group: ClientGroup;
  /** From 1. */
  readonly ordinal: number;
  /** Number of clients of all groups. */
  readonly clients: number;
  readonly countMax: number;
  readonly onChange: (part: Partial<ClientGroup>) => ReturnType<Change>;
}

function GroupFields({ group, ordinal, clients, countMax: max, onChange }: GroupFieldsProps) {
  const text = useSandboxText();
  const { think } = group;
  return (
    <>
      <ScriptEditor
        script={group.script}
        sample={{ kind: 'me' }}
        clients={clients}
        group={ordinal}
        onScript={(script) => onChange({ script: script.filter(isClusterLine) })}
      />
      <NumberField
        label={text.count}
        value={group.count}
        onValue={(count) =>
          count >= 1 && count <= max
            ? onChange({ count })
            : { field: 'count', allowed: { kind: 'whole-number', min: 1, max } }
        }
      />
      <NumberField
        label={text.arrivesAt}
        unit="seconds"
        value={group.arrivesAtUs}
        onValue={(arrivesAtUs) => onChange({ arrivesAtUs })}
      />
      {think.kind === 'fixed' && (
        <NumberField
          label={text.think}
          unit="seconds"
          value={think.us}
          onValue={(us) => onChange({ think: { kind: 'fixed', us } })}
        />
      )}
      <NumberField label={text.retries} value={group.retries} onValue={(retries) => onChange({ retries })} />
      <CheckField
        label={text.logsInAgain}
        isOn={group.logsInAgain}
        onToggle={(logsInAgain) => onChange({ logsInAgain })}
      />
      <CheckField
        label={text.sharesAddress}
        isOn={group.sharesAddress}
        onToggle={(sharesAddress) => onChange({ sharesAddress })}
      />
      <RareFields
        title={text.rareFields.clients}
        fields={clientFields}
        scope={group}
        defaults={clientDefaults}
        onScope={onChange}
      />
    </>
  );
}
