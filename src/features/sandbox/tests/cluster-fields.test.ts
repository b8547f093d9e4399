import { describe, expect, it } from 'vitest';
import { sandboxText as english } from '../../../locales/en/sandbox-text.ts';
import { sandboxText as korean } from '../../../locales/ko/sandbox-text.ts';
import { balancerProfiles } from '../../../simulation/balancer.ts';
import { valueAt, withValueAt } from '../../../simulation/member-at.ts';
import {
  type ClusterScenario,
  clients,
  clusterScenario,
  replicaDefaults,
} from '../../../simulation/scenario.ts';
import { isRecord } from '../../../simulation/validation/is-record.ts';
import {
  clientDefaults,
  clientFields,
  clusterDefaults,
  healthFields,
  rareClusterFields,
} from '../cluster-fields.ts';
import { countChanged, type FieldSpec } from '../field-specs.ts';

const plain = clusterScenario({ strategy: 'shared-store', clients: [clients([{ kind: 'me' }])] });

/** Members that the form shows without a description as data. */
const clusterControls = [
  ...['kind', 'strategy', 'balancing', 'servers', 'seed', 'clients', 'replication.delayUs'],
  ...['sessions.idleUs', 'sessions.absoluteUs', 'sessions.renewsIdAtLogin'],
  ...['tokens.lifetimeUs', 'tokens.hasDenyList', 'tokens.refreshLifetimeUs'],
  ...['store.isPersistent', 'store.entriesMax', 'store.replica.copyDelayUs'],
  ...['network.internet.minUs', 'network.internet.maxUs', 'network.lossPerMillion'],
];
const clientControls = [
  ...['count', 'script', 'arrivesAtUs', 'think.us', 'retries', 'logsInAgain', 'sharesAddress'],
];

/** Paths of all members. A tagged union's kind stands for itself. */
function leaves(value: unknown, path = ''): string[] {
  if (!isRecord(value)) return [path];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'kind' && path !== '' ? [path] : leaves(member, path === '' ? name : `${path}.${name}`),
  );
}

function pathsOf(fields: readonly { readonly path: string }[]): string[] {
  return fields.map(({ path }) => path);
}

describe('the form', () => {
  const clusterPaths = [...pathsOf(healthFields), ...pathsOf(Object.values(rareClusterFields).flat())];

  it('has a field for each member of a scenario', () => {
    const whole = { ...plain, store: { ...plain.store, replica: replicaDefaults } };
    const known = new Set([...clusterControls, ...clusterPaths]);
    expect(leaves(whole).filter((path) => !known.has(path))).toEqual([]);
  });

  it('has a field for each member of a group of clients', () => {
    const known = new Set([...clientControls, ...pathsOf(clientFields)]);
    expect(leaves(plain.clients[0]).filter((path) => !known.has(path))).toEqual([]);
  });

  it('has a field for each member of each kind of a union, and they exist nowhere else', () => {
    const unions = [...Object.values(rareClusterFields).flat(), ...clientFields].filter(
      (field): field is Extract<typeof field, { kind: 'tagged' }> => field.kind === 'tagged',
    );
    const members = unions.flatMap(({ path, values }) =>
      Object.values(values).flatMap((each) => Object.keys(each).map((name) => `${path}.${name}`)),
    );
    const known = new Set<string>([...clusterPaths, ...pathsOf(clientFields), ...clientControls]);
    expect(members.filter((path) => !known.has(path))).toEqual([]);
  });

  it('has words for each value of each choice, in both languages', () => {
    const choices = [...Object.values(rareClusterFields).flat(), ...clientFields].filter(
      (field): field is Extract<typeof field, { kind: 'tagged' | 'choice' }> => 'values' in field,
    );
    for (const text of [english, korean]) {
      for (const field of choices) {
        const names = field.kind === 'choice' ? field.values.map(String) : Object.keys(field.values);
        expect(Object.keys(text.choices[field.path]).toSorted()).toEqual(names.toSorted());
      }
    }
  });
});

describe('the count of changed fields', () => {
  const count = (scenario: ClusterScenario) =>
    countChanged<ClusterScenario>(rareClusterFields.balancer, scenario, clusterDefaults);

  it('is 0 for the defaults', () => {
    expect(count(plain)).toBe(0);
    const [group] = plain.clients;
    if (group !== undefined) expect(countChanged(clientFields, group, clientDefaults)).toBe(0);
  });

  it('is the number of switches in which a profile differs from the default', () => {
    // The profile's comment in balancer.ts lists them: 504, 502, no health checks, max_fails, ties, hash.
    expect(count({ ...plain, balancer: balancerProfiles.nginx })).toBe(6);
  });

  it('leaves out fields that mean nothing', () => {
    const field: FieldSpec<ClusterScenario> = { kind: 'flag', path: 'store.isPersistent', when: () => false };
    const changed = withValueAt(plain, 'store.isPersistent', true);
    expect(valueAt(changed, 'store.isPersistent')).toBe(true);
    expect(countChanged([field], changed, clusterDefaults)).toBe(0);
  });
});
