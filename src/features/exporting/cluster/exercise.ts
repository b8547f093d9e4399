/** A run as an exercise on the real cluster: its requests as curl commands, and its faults as Compose commands. */
import type { ClusterEvent } from '../../../simulation/cluster.ts';
import { isClient } from '../../../simulation/cluster.ts';
import type { CommandPayload } from '../../../simulation/commands/commands.ts';
import type { HttpRequest } from '../../../simulation/protocols/http.ts';

export type ExerciseStep =
  | { readonly kind: 'request'; readonly client: string; readonly line: string }
  | {
      readonly kind: 'command';
      readonly payload: CommandPayload;
      /** Null where Compose has no such command. */
      readonly line: string | null;
    };

/** More steps are too many to type. */
const STEPS_MAX = 40;

const ADDRESS = 'http://localhost:8080';

/** The first attempts of all requests, and the commands, in the order of the run. */
export function exerciseOf(events: readonly ClusterEvent[]): readonly ExerciseStep[] {
  const seen = new Set<string>();
  const steps: ExerciseStep[] = [];
  for (const event of events) {
    if (steps.length === STEPS_MAX) break;
    if (event.kind === 'command-taken') {
      const { moment: _, ...payload } = event.command;
      if (event.result === 'done') {
        steps.push({ kind: 'command', payload, line: composeCommand(payload) });
      }
    } else if (event.kind === 'message-sent') {
      const { from, request, body } = event.message;
      if (!isClient(from) || request === null || seen.has(request) || body.kind !== 'http-request') continue;
      seen.add(request);
      steps.push({ kind: 'request', client: from, line: curlCommand(from, body) });
    }
  }
  return steps;
}

/**
 * Cookies are in one file per client, as in a browser. A bearer token is in the shell variable TOKEN; Basic credentials
 * are the simulation's own.
 */
function curlCommand(client: string, { method, target, headers, body }: HttpRequest): string {
  const jar = `${client}.cookies`;
  const sent = headers.flatMap(([name, value]) => {
    switch (name.toLowerCase()) {
      case 'authorization':
        return value.startsWith('Bearer ')
          ? ['-H "Authorization: Bearer $TOKEN"']
          : [`-H ${quoted(`${name}: ${value}`)}`];
      case 'content-type':
      case 'idempotency-key':
        return [`-H ${quoted(`${name}: ${value}`)}`];
      // curl sends its own, and takes cookies from its file.
      default:
        return [];
    }
  });
  const data = method === 'POST' ? [`-d ${quoted(body)}`] : [];
  return ['curl -i', `-b ${jar} -c ${jar}`, ...sent, ...data, quoted(`${ADDRESS}${target}`)].join(' ');
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function composeCommand(payload: CommandPayload): string | null {
  switch (payload.kind) {
    case 'crash':
      return `docker compose kill ${payload.node}`;
    case 'restart':
      return `docker compose start ${payload.node}`;
    case 'instruct':
      return payload.instruction.kind === 'flush'
        ? `docker compose exec ${payload.nodes.join(' ')} redis-cli FLUSHALL`
        : null;
    default:
      return null;
  }
}
