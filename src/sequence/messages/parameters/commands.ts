/** Messages that every command has, derived from its kind and its payload. */
import type { CommandPayload } from '../../../simulation/commands/commands.ts';
import type { NodeCommand } from '../../../simulation/commands/node-commands.ts';

/**
 * Commands with messages that depend on more than their payloads: tables in `operations.ts` decide those. Every other
 * command has the messages `title.<kind>`, `detail.<kind>` and `caption.<kind>`, and every other node command has
 * `order.<kind>`, with the parameters that its payload has.
 */
export interface Decided {
  readonly title: 'crash' | 'instruct';
  readonly detail: 'crash' | 'restart' | 'cut' | 'partition' | 'drain' | 'drop' | 'instruct';
  readonly caption: 'crash' | 'restart' | 'drop' | 'instruct';
  readonly order: 'say' | 'do' | 'stay-away' | 'tamper' | 'rotate-key' | 'set-clock' | 'set-server-state';
}

/** Commands with a second title, `title.<kind>.done`, for when they have taken effect. */
export type Announced = 'restart' | 'deploy' | 'add' | 'drain';

type Undecided<Payload, Kinds> = Exclude<Payload, { readonly kind: Kinds }>;

type Titled = Undecided<CommandPayload, Decided['title']>;
type Done = Extract<CommandPayload, { readonly kind: Announced }>;
type Detailed = Undecided<CommandPayload, Decided['detail']>;
type Captioned = Undecided<CommandPayload, Decided['caption']>;
type Ordered = Undecided<NodeCommand, Decided['order']>;

/** Nodes under their standard names, and texts and numbers as they are. */
type ParametersIn<Payload, Text> = {
  [Name in keyof Payload as NameFor<Name, Payload[Name]>]: Name extends 'node' | 'nodes' | 'between'
    ? Text
    : Payload[Name];
};

type NameFor<Name, Value> = Name extends 'kind'
  ? never
  : Name extends 'between'
    ? 'pair'
    : Name extends 'nodes'
      ? Name
      : [Value] extends [string | number]
        ? Name
        : never;

interface Payload {
  readonly kind: string;
}

type Plain<Each extends Payload> = Each extends Payload
  ? keyof ParametersIn<Each, unknown> extends never
    ? Each['kind']
    : never
  : never;

type WithParameters<Each extends Payload, Before extends string, After extends string, Text> = {
  [One in Exclude<Each, { readonly kind: Plain<Each> }> as `${Before}.${One['kind']}${After}`]: ParametersIn<
    One,
    Text
  >;
};

export type CommandIds =
  | `title.${Plain<Titled>}`
  | `title.${Plain<Done>}.done`
  | `detail.${Plain<Detailed>}`
  | `caption.${Plain<Captioned>}`
  | `order.${Plain<Ordered>}`;

export type CommandParameters<Text> = WithParameters<Titled, 'title', '', Text> &
  WithParameters<Done, 'title', '.done', Text> &
  WithParameters<Detailed, 'detail', '', Text> &
  WithParameters<Captioned, 'caption', '', Text> &
  WithParameters<Ordered, 'order', '', Text>;
