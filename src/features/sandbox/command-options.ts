/** Which commands a list can have: those that the menu offers in the course of the run, by the node that they concern. */
import type { CommandPayload } from '../../simulation/commands/commands.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { type AvailableCommand, availableCommands } from '../../trace/available-commands.ts';
import type { Run } from '../../trace/run.ts';

/** Those of the first, the present and the last step, and what undoes them. */
export function commandOptions(run: Run, step: number): readonly AvailableCommand[] {
  const offered = [0, step, run.steps.length - 1].flatMap((at) => availableCommands(run, at));
  const undoing = offered.flatMap(({ payload, node }) => {
    const opposite = oppositeOf(payload);
    return opposite === null ? [] : [{ payload: opposite, node: opposite.kind === 'heal-all' ? null : node }];
  });
  const byText = new Map<string, AvailableCommand>();
  for (const each of [...offered, ...undoing]) byText.set(JSON.stringify([each.node, each.payload]), each);
  return [...byText.values()];
}

/** The node that a command concerns; null for the cluster. */
export function nodeOfCommand(payload: CommandPayload): NodeId | null {
  if ('node' in payload) return payload.node;
  if ('between' in payload) return payload.between[0];
  return 'nodes' in payload ? (payload.nodes[0] ?? null) : null;
}

function oppositeOf(payload: CommandPayload): CommandPayload | null {
  switch (payload.kind) {
    case 'crash':
      return { kind: 'restart', node: payload.node };
    case 'freeze':
      return { kind: 'thaw', node: payload.node };
    case 'cut':
      return { kind: 'heal', between: payload.between };
    case 'partition':
      return { kind: 'heal-all' };
    default:
      return null;
  }
}
