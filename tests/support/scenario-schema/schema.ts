/** The published JSON schema of scenario files, made from the validator's tables. */
import {
  COMMANDS_MAX,
  clients,
  clusterScenario,
  replicaDefaults,
  SERVERS_MAX,
} from '../../../src/simulation/scenario.ts';
import { transportScenario } from '../../../src/simulation/transport-scenario.ts';
import {
  type JsonSchema,
  list,
  object,
  oneOf,
  schemaOf,
  wholeNumber,
} from '../../../src/simulation/validation/check.ts';
import { commandIn } from '../../../src/simulation/validation/check-commands.ts';
import { clusterChecks } from '../../../src/simulation/validation/check-scenario.ts';
import { transportChecks } from '../../../src/simulation/validation/check-transport.ts';
import { isRecord } from '../../../src/simulation/validation/is-record.ts';
import { pageLimits } from '../../../src/url/run-code.ts';
import { SCENARIO_FILE_VERSION } from '../../../src/url/scenario-file.ts';
import { descriptionOf } from './descriptions.ts';

const {
  kind: _cluster,
  strategy: _strategy,
  clients: _groups,
  ...clusterRest
} = clusterScenario({
  strategy: 'server-memory',
  clients: [],
});
const { script: _script, ...clientRest } = clients([]);
const { kind: _transport, script: _lines, ...transportRest } = transportScenario({ script: [] });

/** Members with these names have defaults, at any depth. */
const clusterDefaults = {
  ...clusterRest,
  clients: [clientRest],
  store: { ...clusterRest.store, replica: replicaDefaults },
};

export function scenarioFileSchema(): JsonSchema {
  const cluster = object({
    ...clusterChecks(pageLimits.clientsMax),
    kind: oneOf(['cluster']),
    servers: wholeNumber(1, SERVERS_MAX),
  });
  const transport = object(transportChecks(pageLimits));
  const anyone = clusterScenario({ strategy: 'server-memory', clients: [clients([])] });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Scenario of Statescope',
    description:
      'A cluster, its clients, and what an operator does. Members with a default can be left out. Times are whole microseconds.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Address of this schema.' },
      statescope: { const: SCENARIO_FILE_VERSION, description: 'Version of the format.' },
      scenario: {
        description: 'Everything that a run depends on, except the commands.',
        oneOf: [
          described(withDefaults(schemaOf(cluster), clusterDefaults), ''),
          described(withDefaults(schemaOf(transport), transportRest), ''),
        ],
      },
      commands: {
        ...schemaOf(list(commandIn(anyone), { min: 0, max: COMMANDS_MAX })),
        description:
          'What an operator does, each at a moment: a request, its milestone, and an offset; or at a time since the run began.',
      },
    },
    required: ['statescope', 'scenario'],
    additionalProperties: false,
  };
}

/** Members with a default aren't required, as `fillMissing` adds them. */
function withDefaults(schema: JsonSchema, defaults: unknown): JsonSchema {
  if (Array.isArray(schema.anyOf)) {
    return { ...schema, anyOf: schema.anyOf.map((each: JsonSchema) => withDefaults(each, defaults)) };
  }
  if (Array.isArray(defaults) && isRecord(schema.items)) {
    return { ...schema, items: withDefaults(schema.items, defaults[0]) };
  }
  if (!isRecord(defaults) || !isRecord(schema.properties)) return schema;
  const properties = Object.entries(schema.properties).map(([name, member]) => [
    name,
    name in defaults ? withDefaults(member as JsonSchema, defaults[name]) : member,
  ]);
  // The clients of a cluster have defaults, and the list of them has none.
  const isRequired = (name: string) =>
    !(name in defaults) || (name === 'clients' && Array.isArray(defaults[name]));
  const required = (schema.required as string[]).filter(isRequired);
  return { ...schema, properties: Object.fromEntries(properties), required };
}

/** Adds a description to each member. */
function described(schema: JsonSchema, path: string): JsonSchema {
  const variants = ['anyOf', 'oneOf'].flatMap((name): [string, unknown][] => {
    const each = schema[name];
    return Array.isArray(each) ? [[name, each.map((one: JsonSchema) => described(one, path))]] : [];
  });
  const items: JsonSchema = isRecord(schema.items) ? { items: described(schema.items, `${path}[]`) } : {};
  const properties: JsonSchema = isRecord(schema.properties)
    ? {
        properties: Object.fromEntries(
          Object.entries(schema.properties).map(([name, member]) => {
            const at = path === '' ? name : `${path}.${name}`;
            const description = descriptionOf(at);
            if (description === null) throw new Error(`The member ${at} has no description.`);
            return [name, { description, ...described(member as JsonSchema, at) }];
          }),
        ),
      }
    : {};
  return { ...schema, ...Object.fromEntries(variants), ...items, ...properties };
}
