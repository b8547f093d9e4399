/** The kernel's types with this cluster's messages, memory entries and commands. */
import type { CommandPayload } from './commands/commands.ts';
import type { NodeCommand } from './commands/node-commands.ts';
import type * as Kernel from './kernel/actor.ts';
import type * as Commands from './kernel/command.ts';
import type * as Trace from './kernel/trace-event.ts';
import type { MemoryItem } from './memory.ts';
import type { WireBody } from './protocols/wire.ts';

export interface ClusterDomain {
  readonly body: WireBody;
  readonly item: MemoryItem;
  readonly nodeCommand: NodeCommand;
  readonly command: CommandPayload;
}

export type ClusterActor<State> = Kernel.Actor<State, ClusterDomain>;
export type ClusterContext = Kernel.Context<ClusterDomain>;
export type ClusterEffect = Kernel.Effect<ClusterDomain>;
export type ClusterEvent = Trace.TraceEvent<ClusterDomain>;
export type ClusterInput = Kernel.Input<ClusterDomain>;
export type ClusterMessage = Kernel.Message<WireBody>;
export type ClusterSink = Trace.Sink<ClusterDomain>;
export type Command = Commands.Command<CommandPayload>;

export * from './node-names.ts';
