/** The strategy's settings: lifetimes of sessions and tokens, and replication. */

import { type ClusterScenario, replicaDefaults } from '../../simulation/scenario.ts';
import { descriptorOf } from '../../simulation/strategies/strategies.ts';
import { ScenarioRareFields } from './field-list.tsx';
import { CheckField, NumberField, useSandboxText } from './fields.tsx';
import type { Change } from './use-change.ts';

interface PolicyFieldsProps {
  readonly scenario: ClusterScenario;
  readonly onChange: (part: Partial<ClusterScenario>) => ReturnType<Change>;
}

const SECOND_US = 1_000_000;
const ENTRIES_AT_FIRST = 10;
const REFRESH_AT_FIRST_US = 3_600 * SECOND_US;

export function PolicyFields(props: PolicyFieldsProps) {
  const { scenario, onChange: onScope } = props;
  const { mode, keepsCopies, stateLocation, carriesBearerToken, usesKeys, usesStore } =
    descriptorOf(scenario);
  return (
    <>
      {(mode === 'stateful' || stateLocation === 'cookie') && <SessionFields {...props} />}
      {keepsCopies && <ReplicationFields {...props} />}
      {stateLocation === 'store' && <StoreFields {...props} />}
      {carriesBearerToken && <TokenFields {...props} />}
      {mode === 'stateful' && <ScenarioRareFields group="sessions" scenario={scenario} onScope={onScope} />}
      {usesStore(scenario) && <ScenarioRareFields group="store" scenario={scenario} onScope={onScope} />}
      {(carriesBearerToken || usesKeys) && (
        <ScenarioRareFields group="keys" scenario={scenario} onScope={onScope} />
      )}
    </>
  );
}

function SessionFields({ scenario: { sessions }, onChange }: PolicyFieldsProps) {
  const text = useSandboxText();
  return (
    <>
      <NumberField
        label={text.idle}
        unit="seconds"
        value={sessions.idleUs}
        onValue={(idleUs) => onChange({ sessions: { ...sessions, idleUs } })}
      />
      <NumberField
        label={text.absolute}
        unit="seconds"
        value={sessions.absoluteUs}
        onValue={(absoluteUs) => onChange({ sessions: { ...sessions, absoluteUs } })}
      />
      <CheckField
        label={text.renewsId}
        isOn={sessions.renewsIdAtLogin}
        onToggle={(renewsIdAtLogin) => onChange({ sessions: { ...sessions, renewsIdAtLogin } })}
      />
    </>
  );
}

function ReplicationFields({ scenario: { replication }, onChange }: PolicyFieldsProps) {
  const text = useSandboxText();
  return (
    <NumberField
      label={text.replicationDelay}
      unit="milliseconds"
      value={replication.delayUs}
      onValue={(delayUs) => onChange({ replication: { delayUs } })}
    />
  );
}

function StoreFields({ scenario: { store }, onChange }: PolicyFieldsProps) {
  const text = useSandboxText();
  const { replica, entriesMax } = store;
  return (
    <>
      <CheckField
        label={text.isPersistent}
        isOn={store.isPersistent}
        onToggle={(isPersistent) => onChange({ store: { ...store, isPersistent } })}
      />
      <CheckField
        label={text.hasLimit}
        isOn={entriesMax !== null}
        onToggle={(isOn) => onChange({ store: { ...store, entriesMax: isOn ? ENTRIES_AT_FIRST : null } })}
      />
      {entriesMax !== null && (
        <NumberField
          label={text.entriesMax}
          value={entriesMax}
          onValue={(value) => onChange({ store: { ...store, entriesMax: value } })}
        />
      )}
      <CheckField
        label={text.hasReplica}
        isOn={replica !== null}
        onToggle={(isOn) => onChange({ store: { ...store, replica: isOn ? replicaDefaults : null } })}
      />
      {replica !== null && (
        <NumberField
          label={text.copyDelay}
          unit="milliseconds"
          value={replica.copyDelayUs}
          onValue={(copyDelayUs) => onChange({ store: { ...store, replica: { ...replica, copyDelayUs } } })}
        />
      )}
    </>
  );
}

function TokenFields({ scenario: { tokens }, onChange }: PolicyFieldsProps) {
  const text = useSandboxText();
  const { refreshLifetimeUs } = tokens;
  return (
    <>
      <NumberField
        label={text.lifetime}
        unit="seconds"
        value={tokens.lifetimeUs}
        onValue={(lifetimeUs) => onChange({ tokens: { ...tokens, lifetimeUs } })}
      />
      <CheckField
        label={text.denyList}
        isOn={tokens.hasDenyList}
        onToggle={(hasDenyList) => onChange({ tokens: { ...tokens, hasDenyList } })}
      />
      <CheckField
        label={text.hasRefresh}
        isOn={refreshLifetimeUs !== null}
        onToggle={(isOn) =>
          onChange({ tokens: { ...tokens, refreshLifetimeUs: isOn ? REFRESH_AT_FIRST_US : null } })
        }
      />
      {refreshLifetimeUs !== null && (
        <NumberField
          label={text.refreshLifetime}
          unit="seconds"
          value={refreshLifetimeUs}
          onValue={(value) => onChange({ tokens: { ...tokens, refreshLifetimeUs: value } })}
        />
      )}
    </>
  );
}
