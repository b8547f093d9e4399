/** The kernel with minimal actors: messages and memory are strings, and each link takes 10 µs. */

import { type CommandPayload, commandBehaviour } from '../../src/simulation/commands/commands.ts';
import type { Instruct } from '../../src/simulation/commands/instruct.ts';
import type { Actor, Effect, Input, Message, NodeId, TimerName } from '../../src/simulation/kernel/actor.ts';
import type { Command, CommandBehaviour, Moment } from '../../src/simulation/kernel/command.ts';
import { run } from '../../src/simulation/kernel/kernel.ts';
import { type LinkQuality, Network } from '../../src/simulation/kernel/network.ts';
import type { RunOptions } from '../../src/simulation/kernel/run-options.ts';
import { RecordingSink } from '../../src/simulation/kernel/sinks.ts';
import type { TraceEvent } from '../../src/simulation/kernel/trace-event.ts';

export interface TinyDomain {
  readonly body: string;
  readonly item: string;
  readonly nodeCommand: string;
  readonly command: TinyPayload;
}

/** The kernel's own commands, and words as instructions. */
type TinyPayload =
  | Exclude<CommandPayload, Instruct>
  | (Omit<Instruct, 'instruction'> & { readonly instruction: string });

export type TinyCommand = Command<TinyPayload>;

// The command that instructs nodes forwards any instruction.
const tinyBehaviour = commandBehaviour as CommandBehaviour<TinyDomain>;

export type TinyEffect = Effect<TinyDomain>;
export type TinyEvent = TraceEvent<TinyDomain>;

/** A node's reactions by input. Missing ones do nothing. */
export interface Behaviour {
  readonly started?: readonly TinyEffect[];
  /** @param open Unanswered requests, oldest first. */
  readonly timer?: (timer: TimerName, open: readonly Message<string>[]) => readonly TinyEffect[];
  readonly asked?: (request: Message<string>) => readonly TinyEffect[];
  readonly answered?: (reply: Message<string>) => readonly TinyEffect[];
  readonly refused?: readonly TinyEffect[];
  readonly reset?: readonly TinyEffect[];
  readonly 'node-command'?: readonly TinyEffect[];
  readonly joined?: readonly TinyEffect[];
  readonly draining?: readonly TinyEffect[];
  readonly left?: readonly TinyEffect[];
}

export interface TinyRun {
  readonly events: readonly TinyEvent[];
  /** The nodes' inputs, one line each: time in µs, node, input. */
  readonly told: readonly string[];
}

interface TinyOptions {
  readonly standsBy?: readonly NodeId[];
  readonly quality?: Partial<LinkQuality>;
}

const CLOCK = 'clock';

/** Runs these nodes, and one more that sends a request at time 0, so that commands can refer to absolute times. */
export function runTiny(
  nodes: Readonly<Record<NodeId, Behaviour>>,
  given: Pick<RunOptions<TinyDomain>, 'commands' | 'limits' | 'addresses' | 'replaceable'> & TinyOptions = {},
): TinyRun {
  const { standsBy = [], quality = {}, ...options } = given;
  const told: string[] = [];
  const sink = new RecordingSink<TinyDomain>();
  const clock: Behaviour = { started: [{ kind: 'reach', request: `${CLOCK}/1`, milestone: 'sent' }] };
  run({
    nodes: [
      ...Object.entries(nodes).map(([id, behaviour]) => {
        return { id, actor: actorOf(behaviour, told), standsBy: standsBy.includes(id) };
      }),
      { id: CLOCK, actor: actorOf(clock, []) },
    ],
    network: new Network(0, () => ({
      latency: { minUs: 10, maxUs: 10 },
      lossPerMillion: 0,
      duplicationPerMillion: 0,
      ...quality,
    })),
    seed: 0,
    sink,
    commandBehaviour: tinyBehaviour,
    ...options,
  });
  return { events: sink.events, told };
}

/** The moment `timeUs` microseconds after the start of the run. */
export function at(timeUs: number): Moment {
  return { request: `${CLOCK}/1`, at: 'sent', offsetUs: timeUs };
}

export function send(to: NodeId, body: string): TinyEffect {
  return { kind: 'send', to, exchange: 1, body };
}

export function reply(to: Message<string>, body: string): TinyEffect {
  return { kind: 'reply', to, body };
}

export function timer(name: string, delayUs: number): TinyEffect {
  return { kind: 'set-timer', timer: name, delayUs };
}

export function backgroundTimer(name: string, delayUs: number): TinyEffect {
  return { kind: 'set-timer', timer: name, delayUs, background: true };
}

export function remember(key: string): TinyEffect {
  return { kind: 'remember', key, item: key };
}

function actorOf(behaviour: Behaviour, told: string[]): Actor<Set<Message<string>>, TinyDomain> {
  return {
    start: () => new Set(),
    react(open, input, { nowUs, self }) {
      told.push(`${nowUs} ${self} ${lineOf(input)}`);
      const effects = effectsOf(behaviour, input, [...open]);
      if (input.kind === 'message' && input.message.role === 'request') open.add(input.message);
      for (const effect of effects) if (effect.kind === 'reply') open.delete(effect.to);
      return effects;
    },
  };
}

function lineOf(input: Input<TinyDomain>): string {
  switch (input.kind) {
    case 'started':
      return 'started';
    case 'timer':
      return `timer ${input.timer}`;
    case 'node-command':
      return `instruction ${input.command}`;
    case 'joined':
    case 'draining':
    case 'left':
      return `${input.kind} ${input.node}`;
    case 'message':
      return input.message.body;
    case 'refused':
    case 'reset':
      return `${input.kind} ${input.message.body}`;
    default:
      throw new Error(`Unknown input ${input satisfies never}`);
  }
}

function effectsOf(
  behaviour: Behaviour,
  input: Input<TinyDomain>,
  open: readonly Message<string>[],
): readonly TinyEffect[] {
  switch (input.kind) {
    case 'timer':
      return behaviour.timer?.(input.timer, open) ?? [];
    case 'message': {
      const { message } = input;
      const hear = message.role === 'request' ? behaviour.asked : behaviour.answered;
      return hear?.(message) ?? [];
    }
    default:
      return behaviour[input.kind] ?? [];
  }
}
