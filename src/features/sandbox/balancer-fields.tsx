/** The load balancer: a profile of real software, health checks, and each switch by itself. */
import { type BalancerProfile, balancerProfiles, profileOf } from '../../simulation/balancer.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { clusterDefaults, healthFields, rareClusterFields } from './cluster-fields.ts';
import { FieldList, ScenarioRareFields } from './field-list.tsx';
import { countChanged } from './field-specs.ts';
import { ChoiceField, FieldGroup, useSandboxText } from './fields.tsx';

interface BalancerFieldsProps {
  readonly scenario: ClusterScenario;
  readonly onScope: (scenario: ClusterScenario) => Problem | null;
}

const profiles = Object.keys(balancerProfiles) as readonly BalancerProfile[];

export function BalancerFields({ scenario, onScope }: BalancerFieldsProps) {
  const text = useSandboxText();
  const all = [...healthFields, ...rareClusterFields.balancer];
  return (
    <FieldGroup title={text.balancer} changed={countChanged(all, scenario, clusterDefaults)} isLazy>
      <ChoiceField
        label={text.profile}
        options={profiles.map((id) => ({ value: id, label: text.profileNames[id] }))}
        value={profileOf(scenario.balancer) ?? undefined}
        otherLabel={text.ownProfile}
        onValue={(profile) => onScope({ ...scenario, balancer: balancerProfiles[profile] })}
      />
      {scenario.balancer.checksHealth && (
        <FieldList fields={healthFields} scope={scenario} onScope={onScope} />
      )}
      <ScenarioRareFields group="balancer" scenario={scenario} onScope={onScope} />
    </FieldGroup>
  );
}
