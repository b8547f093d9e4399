/** All commands that an operator can give to nodes, in the order of the menu. */
import type { NodeCommandDescriptor } from './command-descriptor.ts';
import { doLine } from './do.ts';
import { flush } from './flush.ts';
import { install } from './install.ts';
import { removeKeys } from './remove-keys.ts';
import { rotateKey } from './rotate-key.ts';
import { say } from './say.ts';
import { setClock } from './set-clock.ts';
import { setServerState } from './set-server-state.ts';
import { stayAway } from './stay-away.ts';
import { tamper } from './tamper.ts';

const descriptors = [
  stayAway,
  say,
  doLine,
  tamper,
  rotateKey,
  flush,
  removeKeys,
  setClock,
  setServerState,
  install,
] as const;

type PayloadOf<Descriptor> = Descriptor extends NodeCommandDescriptor<infer Each> ? Each : never;

export type NodeCommand = PayloadOf<(typeof descriptors)[number]>;

// Each descriptor gets payloads of its own kind only, which the compiler can't follow through a list.
export const nodeCommands =
  descriptors as readonly unknown[] as readonly NodeCommandDescriptor<NodeCommand>[];
