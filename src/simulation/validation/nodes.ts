/** Validates names of nodes and requests. */

import type { NodeId } from '../kernel/actor.ts';
import { clientId, roleOf, serverId } from '../node-names.ts';
import { type Scenario, SERVERS_MAX } from '../scenario.ts';
import { type Check, withSchema } from './check.ts';

/** The names that a client can have, as a regular expression of JSON Schema. */
const CLIENT = '^client(-[1-9][0-9]*)?$';

export function clientAmong(clients: number): Check {
  return withSchema(
    (value, field, problems) => {
      if (!isClientAmong(value, clients))
        problems.push({ field, allowed: { kind: 'known-client', clients } });
    },
    () => ({ type: 'string', pattern: CLIENT }),
  );
}

/**
 * A node that this scenario has, or would have under another strategy. Commands to the store stay in the list while the
 * reader looks at a strategy without one.
 */
export function nodeOf(scenario: Scenario): Check {
  const clients = clientsIn(scenario);
  const servers = Math.max(scenario.servers, SERVERS_MAX);
  return withSchema(
    (value, field, problems) => {
      if (!isNodeAmong(value, clients, servers)) problems.push({ field, allowed: { kind: 'known-node' } });
    },
    () => ({ type: 'string' }),
  );
}

/** A request of an existing client: `client/3`, or `client-2/3+1`. Only the run shows whether it's ever sent. */
export function requestOf(scenario: Scenario): Check {
  const clients = clientsIn(scenario);
  return withSchema(
    (value, field, problems) => {
      const [, client] =
        typeof value === 'string' ? (/^(.+)\/[1-9]\d{0,8}(?:\+[1-9]\d{0,8})?$/.exec(value) ?? []) : [];
      if (!isClientAmong(client, clients)) {
        problems.push({ field, allowed: { kind: 'known-request', clients } });
      }
    },
    () => ({ type: 'string', pattern: `${CLIENT.slice(0, -1)}/[1-9][0-9]{0,8}(\\+[1-9][0-9]{0,8})?$` }),
  );
}

export function clientsIn(scenario: Scenario): number {
  return scenario.kind === 'transport'
    ? scenario.clients
    : scenario.clients.reduce((sum, { count }) => sum + count, 0);
}

function isClientAmong(value: unknown, clients: number): boolean {
  const name = namedNode(value);
  if (name?.role !== 'client' || value !== clientId(name.ordinal)) return false;
  return name.ordinal >= 1 && name.ordinal <= clients;
}

function isNodeAmong(value: unknown, clients: number, servers: number): boolean {
  const name = namedNode(value);
  if (name === null) return false;
  if (name.role === 'client') return isClientAmong(value, clients);
  if (name.role !== 'server') return true;
  return value === serverId(name.ordinal) && name.ordinal >= 1 && name.ordinal <= servers;
}

function namedNode(value: unknown): ReturnType<typeof roleOf> | null {
  if (typeof value !== 'string') return null;
  try {
    return roleOf(value satisfies NodeId);
  } catch {
    return null;
  }
}
