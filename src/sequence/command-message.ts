/**
 * Which message says what a command does, in a menu. It follows from the command's kind and payload; the languages only
 * word it.
 */
import { roleOf } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { Phrasebook } from './phrasebook.ts';

export type CommandMessage =
  | ByPayload<Exclude<CommandPayload | NodeCommand, { readonly kind: Decided }>>
  | { readonly kind: 'crash' | 'crash-machine'; readonly node: string }
  | { readonly kind: 'drop' }
  | { readonly kind: 'drop-between'; readonly from: string; readonly to: string }
  | { readonly kind: 'rotate-key' | 'rotate-key-keeping-old' }
  | { readonly kind: 'stay-away'; readonly seconds: number }
  /** A line for a client to send, or a change of its token, in the words that the diagram has for it. */
  | { readonly kind: 'order'; readonly order: string };

/** Commands with more than one message, or with parameters that their payload doesn't have. */
type Decided =
  | 'crash'
  | 'drop'
  | 'instruct'
  | 'say'
  | 'do'
  | 'tamper'
  | 'stay-away'
  | 'rotate-key'
  | 'set-server-state';

/** The command's node, the far end of its link, and the texts and numbers of its payload. */
type ByPayload<Payload> = Payload extends { readonly kind: string }
  ? { readonly kind: Payload['kind'] } & {
      readonly [Name in keyof Payload as NameFor<Name, Payload[Name]>]: Name extends 'node' | 'between'
        ? string
        : Payload[Name];
    }
  : never;

type NameFor<Name, Value> = Name extends 'kind'
  ? never
  : Name extends 'between'
    ? 'node'
    : [Value] extends [string | number]
      ? Name
      : never;

type Words = Pick<Phrasebook, 'name' | 'order'>;

export function commandMessage(words: Words, payload: CommandPayload): CommandMessage {
  switch (payload.kind) {
    case 'crash': {
      const kind = payload.how === 'machine' ? 'crash-machine' : 'crash';
      return { kind, node: words.name(roleOf(payload.node)) };
    }
    case 'drop': {
      const { kind, from, to } = payload;
      if (from === null || to === null) return { kind };
      return { kind: 'drop-between', from: words.name(roleOf(from)), to: words.name(roleOf(to)) };
    }
    case 'instruct':
      return nodeCommandMessage(words, payload.instruction);
    default:
      return byPayload(words, payload);
  }
}

function nodeCommandMessage(words: Words, instruction: NodeCommand): CommandMessage {
  switch (instruction.kind) {
    case 'say':
    case 'do':
    case 'tamper':
    case 'set-server-state':
      return { kind: 'order', order: words.order(instruction) };
    case 'stay-away':
      return { kind: 'stay-away', seconds: instruction.forUs / 1_000_000 };
    case 'rotate-key':
      return { kind: instruction.keepsOld ? 'rotate-key-keeping-old' : 'rotate-key' };
    default:
      return byPayload(words, instruction);
  }
}

function byPayload<Payload extends object>({ name }: Words, payload: Payload): ByPayload<Payload> {
  const values = Object.entries(payload).flatMap(([parameter, value]): [string, unknown][] => {
    if (parameter === 'node') return [[parameter, name(roleOf(value))]];
    if (parameter === 'between') return [['node', name(roleOf(value[0]))]];
    return typeof value === 'string' || typeof value === 'number' ? [[parameter, value]] : [];
  });
  // Names and types as in `ByPayload`, which the compiler can't follow through entries.
  return Object.fromEntries(values) as ByPayload<Payload>;
}
