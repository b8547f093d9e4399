/** The faults of a run, as commands. They follow from the settings and the seed, and are the same under each strategy. */
import { type Command, clientId, SESSION_STORE, serverId } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { exponentialUs } from '../simulation/kernel/exponential.ts';
import { randomStream } from '../simulation/kernel/random.ts';
import { COMMANDS_MAX } from '../simulation/scenario.ts';
import type { Values } from './parameters.ts';

interface Fault {
  readonly atUs: number;
  readonly payload: CommandPayload;
}

const SECOND_US = 1_000_000;
const MINUTE_US = 60 * SECOND_US;
const SCALING_FROM_US = 10 * SECOND_US;
const SCALING_EVERY_US = 2 * SECOND_US;
const DEPLOY_FROM_US = 5 * SECOND_US;
/** A new version starts this long after the old one began to drain. */
const DEPLOY_PAUSE_US = SECOND_US;

/** Crashes that a run can be expected to have at most: each is two commands, and a run has a limit of commands. */
export const CRASHES_MAX = 60;

/** @param horizonUs When the run's clients are about to be done. */
export function faultsOf(values: Values, seed: number, horizonUs: number): readonly Command[] {
  const servers = Array.from({ length: values.number('servers') }, (_, index) => serverId(index + 1));
  const all = [
    ...crashes(values.is('storeCrashesToo') ? [...servers, SESSION_STORE] : servers, values, seed, horizonUs),
    ...outage(values, servers),
    ...flush(values),
    ...rollingDeploy(values, servers),
    ...scaling(values, servers.length),
  ];
  // A worker of the oldest browsers has no `toSorted`, and the page's stand-in for it is not there.
  return [...all]
    .sort((one, other) => one.atUs - other.atUs)
    .slice(0, COMMANDS_MAX)
    .map(({ atUs, payload }) => ({
      ...payload,
      // The first client sends its first request when the run begins.
      moment: { request: `${clientId(1)}/1`, at: 'sent', offsetUs: atUs },
    }));
}

/**
 * A Poisson process of crashes. Each takes one of the machines, which restarts later. Under a strategy without a store,
 * its crashes hit nothing, so the servers' crashes are the same under each strategy.
 */
function crashes(
  machines: readonly NodeId[],
  values: Values,
  seed: number,
  horizonUs: number,
): readonly Fault[] {
  const perMinute = values.number('crashesPerMinute');
  if (perMinute === 0) return [];
  const random = randomStream(seed, 'lab crashes');
  const meanUs = Math.round(MINUTE_US / perMinute);
  const faults: Fault[] = [];
  for (let atUs = exponentialUs(random, meanUs); atUs < horizonUs; atUs += exponentialUs(random, meanUs)) {
    const node = machines[random.integer(0, machines.length - 1)];
    if (node !== undefined) faults.push(...downFor(node, atUs, values));
  }
  return faults;
}

function downFor(node: NodeId, atUs: number, values: Values): readonly Fault[] {
  const how = values.text('crashHow') === 'machine' ? { how: 'machine' as const } : {};
  return [
    { atUs, payload: { kind: 'crash', node, ...how } },
    { atUs: atUs + values.us('downS'), payload: { kind: 'restart', node } },
  ];
}

/** All servers at once. */
function outage(values: Values, servers: readonly NodeId[]): readonly Fault[] {
  const atUs = values.us('outageAtS');
  return atUs === 0 ? [] : servers.flatMap((node) => downFor(node, atUs, values));
}

function flush(values: Values): readonly Fault[] {
  const atUs = values.us('flushAtS');
  const payload = { kind: 'instruct', nodes: [SESSION_STORE], instruction: { kind: 'flush' } } as const;
  return atUs === 0 ? [] : [{ atUs, payload }];
}

/** One server after the other is drained, and joins again as a new one. */
function rollingDeploy(values: Values, servers: readonly NodeId[]): readonly Fault[] {
  const everyUs = values.us('deployEveryS');
  if (everyUs === 0) return [];
  return servers.flatMap((node, index) => {
    const atUs = DEPLOY_FROM_US + index * everyUs;
    return [
      { atUs, payload: { kind: 'drain', node } as const },
      { atUs: atUs + DEPLOY_PAUSE_US, payload: { kind: 'add', node } as const },
    ];
  });
}

function scaling(values: Values, servers: number): readonly Fault[] {
  return Array.from({ length: values.number('addedServers') }, (_, index) => ({
    atUs: SCALING_FROM_US + index * SCALING_EVERY_US,
    payload: { kind: 'add', node: serverId(servers + index + 1) } as const,
  }));
}
