/** The kernel with actors of a few words: messages and memory are strings, every link takes 10 µs. */
import type { Actor, Effect, Input, Message, NodeId } from '../../src/simulation/kernel/actor.ts';
import type { Command, Moment } from '../../src/simulation/kernel/command.ts';
import { run } from '../../src/simulation/kernel/kernel.ts';
import { Network } from '../../src/simulation/kernel/network.ts';
import { RecordingSink } from '../../src/simulation/kernel/sinks.ts';
import type { TraceEvent } from '../../src/simulation/kernel/trace-event.ts';

export type TinyEffect = Effect<string, string>;
export type TinyEvent = TraceEvent<string, string>;

/** What a node does, by what happens to it; what is left out does nothing. */
export interface Behaviour {
  readonly started?: readonly TinyEffect[];
  /** @param open The requests that came and were not answered yet, the oldest first. */
  readonly timer?: (timer: string, open: readonly Message<string>[]) => readonly TinyEffect[];
  readonly asked?: (request: Message<string>) => readonly TinyEffect[];
  readonly answered?: (reply: Message<string>) => readonly TinyEffect[];
  readonly refused?: readonly TinyEffect[];
  readonly reset?: readonly TinyEffect[];
}

export interface TinyRun {
  readonly events: readonly TinyEvent[];
  /** What the nodes were told, one line each: time in µs, node, input. */
  readonly told: readonly string[];
}

const CLOCK = 'clock';

/** Runs these nodes, and one more whose request is sent at time 0, so that commands may name a time. */
export function runTiny(
  nodes: Readonly<Record<NodeId, Behaviour>>,
  options: { commands?: readonly Command[]; happeningsMax?: number } = {},
): TinyRun {
  const told: string[] = [];
  const sink = new RecordingSink<string, string>();
  const clock: Behaviour = { started: [{ kind: 'reach', request: `${CLOCK}/1`, milestone: 'sent' }] };
  run({
    nodes: [
      ...Object.entries(nodes).map(([id, behaviour]) => ({ id, actor: actorOf(behaviour, told) })),
      { id: CLOCK, actor: actorOf(clock, []) },
    ],
    network: new Network(0, () => ({ minUs: 10, maxUs: 10 })),
    seed: 0,
    sink,
    ...options,
  });
  return { events: sink.events, told };
}

/** The moment so many microseconds after the run began. */
export function at(timeUs: number): Moment {
  return { request: `${CLOCK}/1`, at: 'sent', offsetUs: timeUs };
}

export function send(to: NodeId, body: string): TinyEffect {
  return { kind: 'send', to, exchange: body, body };
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

function actorOf(behaviour: Behaviour, told: string[]): Actor<readonly Message<string>[], string, string> {
  return {
    initial: [],
    react(open, input, { nowUs, self }) {
      told.push(`${nowUs} ${self} ${lineOf(input)}`);
      const effects = effectsOf(behaviour, input, open);
      const isNew = input.kind === 'message' && input.message.role === 'request';
      const asked = isNew ? [...open, input.message] : open;
      const answered = effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.to] : []));
      return { state: asked.filter((request) => !answered.includes(request)), effects };
    },
  };
}

function lineOf(input: Input<string>): string {
  if (input.kind === 'started') return 'started';
  if (input.kind === 'timer') return `timer ${input.timer}`;
  return input.kind === 'message' ? input.message.body : `${input.kind} ${input.message.body}`;
}

function effectsOf(
  behaviour: Behaviour,
  input: Input<string>,
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
