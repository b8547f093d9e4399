/**
 * A run as text for a reviewer: a line for each step that the stage shows by default, and below it a line for each
 * change of a node's memory. It comes from the trace alone, so it's the same in every
 * language of the interface.
 *
 * `->` is a request or a one-way message, `-->` a reply, `-x` and `--x` a message that didn't arrive, `!` a command
 * and its result, `*` something that happens without a message. Memory: `+` new, `~` changed, `-` deleted, `x` lost
 * with its node, `?` looked up and not found.
 */
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { Run } from '../../src/trace/run.ts';
import type { MemoryChange } from '../../src/trace/snapshots.ts';
import type { MessageStep, Step } from '../../src/trace/steps.ts';
import { itemLine, shortened, wireLine } from './wire-line.ts';

const TIME_WIDTH = 10;
/** Lines up with what follows the time. */
export const INDENT = ' '.repeat(TIME_WIDTH + 4);

/**
 * Replaces a message equal to the one on the line above, for example when the load balancer forwards a request
 * unchanged.
 */
export const SAME = '(same)';

/** One text per step; those with changes of memory have several lines. */
export function stepTexts({ events, steps, states }: Pick<Run, 'events' | 'steps' | 'states'>): string[] {
  let previous: string | null = null;
  return steps.map((step, index) => {
    const content = contentOf(step);
    const message = step.kind === 'message' ? `${step.request} ${content}` : null;
    const isSame = message !== null && message === previous;
    previous = message;
    const line = `${timeOf(step, events)} ${headOf(step)} ${isSame ? SAME : content}`;
    const changes = states[index]?.changes ?? [];
    return [line, ...changes.map((change) => `${INDENT}${changeLine(change)}`)].join('\n');
  });
}

/** Virtual milliseconds since the run began, to the microsecond. */
export function timeOf({ event }: Step, events: readonly ClusterEvent[]): string {
  const atUs = events[event]?.atUs ?? Number.NaN;
  return `${(atUs / 1_000).toFixed(3).padStart(TIME_WIDTH)} ms`;
}

function headOf(step: Step): string {
  switch (step.kind) {
    case 'message': {
      const request = step.request === null ? '' : `${step.request} `;
      return `${request}${step.from} ${arrowOf(step)} ${step.to}`;
    }
    case 'command':
      return '!';
    case 'occurrence':
      return '*';
    default:
      throw new Error(`Unknown step ${step satisfies never}`);
  }
}

function arrowOf({ message, fate, isLate }: MessageStep): string {
  const shaft = message.role === 'reply' ? '--' : '-';
  if (fate.kind === 'delivered') return `${shaft}>${isLate ? ' (late)' : ''}`;
  return `${shaft}x (${fate.kind === 'lost' ? fate.why : fate.kind})`;
}

function contentOf(step: Step): string {
  switch (step.kind) {
    case 'message':
      return wireLine(step.message.body);
    case 'command': {
      const { moment: _, ...command } = step.command;
      return `${valuesOf(command)}: ${step.result}`;
    }
    case 'occurrence':
      return valuesOf(step.occurrence);
    default:
      throw new Error(`Unknown step ${step satisfies never}`);
  }
}

/** `crash server-1`: the values without their names, those that aren't strings as JSON. */
function valuesOf(fields: object): string {
  return Object.values(fields)
    .map((value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ');
}

function changeLine(change: MemoryChange): string {
  const { node } = change;
  switch (change.kind) {
    case 'remembered':
      return `${change.before === null ? '+' : '~'} ${node} ${itemLine(change.item)}`;
    case 'forgot':
      return `- ${node} ${itemLine(change.item)}`;
    case 'lost':
      return `x ${node} ${itemLine(change.item)}`;
    case 'missed':
      return `? ${node} ${shortened(change.key)}`;
    default:
      throw new Error(`Unknown change ${change satisfies never}`);
  }
}
