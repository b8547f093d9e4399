/** All commands that an operator can give, in the order of the menu. */
import type { ClusterOperations } from '../kernel/command.ts';
import { add } from './add.ts';
import type { CommandDescriptor } from './command-descriptor.ts';
import { crash } from './crash.ts';
import { cut } from './cut.ts';
import { deploy } from './deploy.ts';
import { drain } from './drain.ts';
import { drop } from './drop.ts';
import { freeze } from './freeze.ts';
import { heal } from './heal.ts';
import { healAll } from './heal-all.ts';
import { instruct } from './instruct.ts';
import { partition } from './partition.ts';
import { restart } from './restart.ts';
import { thaw } from './thaw.ts';

const descriptors = [
  crash,
  freeze,
  thaw,
  restart,
  deploy,
  add,
  drain,
  cut,
  heal,
  partition,
  drop,
  healAll,
  instruct,
] as const;

type PayloadOf<Descriptor> = Descriptor extends CommandDescriptor<infer Each> ? Each : never;

/** A command without its moment. */
export type CommandPayload = PayloadOf<(typeof descriptors)[number]>;

// Each descriptor gets payloads of its own kind only, which the compiler can't follow through a list.
export const commands = descriptors as readonly unknown[] as readonly CommandDescriptor<CommandPayload>[];

const byKind = new Map(commands.map((command) => [command.kind, command]));

export function descriptorOfCommand({ kind }: CommandPayload): CommandDescriptor<CommandPayload> {
  const command = byKind.get(kind);
  if (command === undefined) throw new Error(`Unknown command ${kind}`);
  return command;
}

/** Effects of the commands, for the kernel. */
export const commandBehaviour = {
  judge: (payload: CommandPayload, cluster: ClusterOperations<unknown>) =>
    descriptorOfCommand(payload).judge(payload, cluster),
  apply: (payload: CommandPayload, cluster: ClusterOperations<unknown>) =>
    descriptorOfCommand(payload).apply(payload, cluster),
};
