/** Stores without a cluster: a client queries them at given times, and records their replies. */

import {
  type ClusterActor,
  type ClusterDomain,
  type ClusterEvent,
  type Command,
  SESSION_STORE,
} from '../../src/simulation/cluster.ts';
import { commandBehaviour } from '../../src/simulation/commands/commands.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import type { Moment } from '../../src/simulation/kernel/command.ts';
import { run } from '../../src/simulation/kernel/kernel.ts';
import { Network } from '../../src/simulation/kernel/network.ts';
import { RecordingSink } from '../../src/simulation/kernel/sinks.ts';
import type { StoreCommand, StoreEntry, StoreReply } from '../../src/simulation/protocols/store.ts';
import { clusterScenario, type StoreConditions } from '../../src/simulation/scenario.ts';
import { storesOf } from '../../src/simulation/stores.ts';
import { memoriesAfter } from './node-memories.ts';

export const aloneStore: StoreConditions = clusterScenario({ strategy: 'shared-store', clients: [] }).store;

/** Latency of every message. */
export const HOP_US = 1_000;

export interface Question {
  /** Arrival time, HOP_US or later. */
  readonly atUs: number;
  /** Default: the first store. */
  readonly store?: NodeId;
  readonly command: StoreCommand;
}

export interface AskedStores {
  readonly events: readonly ClusterEvent[];
  /** The replies, in query order; null without a reply. */
  readonly answers: readonly (StoreReply | null)[];
}

export function askStores(
  conditions: StoreConditions,
  questions: readonly Question[],
  commands: readonly Command[] = [],
): AskedStores {
  const stores = storesOf(conditions);
  const sink = new RecordingSink<ClusterDomain>();
  run({
    nodes: [...stores, { id: 'asker', actor: asker(questions) }],
    network: new Network(1, () => ({
      latency: { minUs: HOP_US, maxUs: HOP_US },
      lossPerMillion: 0,
      duplicationPerMillion: 0,
    })),
    seed: 1,
    commands,
    commandBehaviour,
    machines: stores.map(({ id }) => id),
    sink,
  });
  const answers = new Map<number, StoreReply>();
  for (const event of sink.events) {
    if (event.kind !== 'message-delivered' || event.message.to !== 'asker') continue;
    const { body, exchange } = event.message;
    if (body.kind === 'store-reply') answers.set(exchange, body);
  }
  return { events: sink.events, answers: questions.map((_, index) => answers.get(index) ?? null) };
}

/** The moment `timeUs` microseconds after the start of the run. */
export function atUs(timeUs: number): Moment {
  return { request: 'asker/1', at: 'sent', offsetUs: timeUs };
}

export function entriesOn(node: NodeId, events: readonly ClusterEvent[]): StoreEntry[] {
  const items = memoriesAfter(events).on(node);
  return items
    .flatMap((item) => (item.kind === 'store-entry' ? [item.entry] : []))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

export function roleOn(node: NodeId, events: readonly ClusterEvent[]): 'primary' | 'replica' | null {
  const item = memoriesAfter(events)
    .on(node)
    .find(({ kind }) => kind === 'store-role');
  return item?.kind === 'store-role' ? item.role : null;
}

function asker(questions: readonly Question[]): ClusterActor<null> {
  return {
    start: () => null,
    react(_, input) {
      if (input.kind === 'started') {
        return [
          { kind: 'reach', request: 'asker/1', milestone: 'sent' },
          ...questions.map(({ atUs }, index) => {
            return { kind: 'set-timer', timer: index, delayUs: atUs - HOP_US } as const;
          }),
        ];
      }
      const question = input.kind === 'timer' ? questions[Number(input.timer)] : undefined;
      if (input.kind !== 'timer' || question === undefined) return [];
      const { store = SESSION_STORE, command } = question;
      return [{ kind: 'send', to: store, exchange: Number(input.timer), body: command }];
    },
  };
}
