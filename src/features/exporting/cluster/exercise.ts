/** A run as an exercise on the real cluster: its requests as curl commands, and its faults as Compose commands. */
import type { ClusterEvent } from '../../../simulation/cluster.ts';
import { isClient, isServer, roleOf } from '../../../simulation/cluster.ts';
import type { CommandPayload } from '../../../simulation/commands/commands.ts';
import type { RequestId } from '../../../simulation/kernel/actor.ts';
import type { HttpRequest } from '../../../simulation/protocols/http.ts';
import type { Stealable } from '../../../simulation/protocols/wire.ts';

export type ExerciseStep =
  /** A client's credentials reach another client. */
  | { readonly kind: 'hand-over'; readonly line: string }
  | {
      readonly kind: 'request';
      readonly client: string;
      /** Null where the servers don't have this. */
      readonly line: string | null;
      /** Method and path. */
      readonly what: string;
    }
  | {
      readonly kind: 'command';
      readonly payload: CommandPayload;
      /** Null where Compose has no such command. */
      readonly line: string | null;
    };

interface Exercise {
  readonly steps: readonly ExerciseStep[];
  /** Whether a fault comes while a server works on a request. */
  readonly hasFaultInFlight: boolean;
}

/** More steps are too many to type. */
const STEPS_MAX = 40;

/** Ends a line with several requests. */
const WAIT = ' & wait';

const ADDRESS = 'http://localhost:8080';

/** What `server.mjs` has. Refresh tokens aren't among it. */
const paths: ReadonlySet<string> = new Set([
  '/',
  '/shop',
  '/cart',
  '/login',
  '/logout',
  '/me',
  '/admin',
  '/note',
  '/pay',
]);

/**
 * The requests and the commands, in the order of the run. Of a request's attempts there's the first one, and those after a
 * fault that came while a server worked on it.
 *
 * @param services The names in the Compose file.
 */
export function exerciseOf(events: readonly ClusterEvent[], services: readonly string[]): Exercise {
  const reader = new ExerciseReader(services);
  for (const event of events) {
    if (reader.steps.length === STEPS_MAX) break;
    reader.follow(event);
  }
  return reader;
}

class ExerciseReader implements Exercise {
  readonly steps: ExerciseStep[] = [];
  readonly #services: ReadonlySet<string>;
  /** The latest request that was asked, and when. */
  #last: { readonly client: string; readonly atUs: number } | null = null;
  /** The latest step of each request. */
  readonly #asked = new Map<RequestId, number>();
  /** Requests that servers work on now. */
  readonly #atWork = new Set<RequestId>();
  /** Requests that a fault hit. */
  readonly #hit = new Set<RequestId>();

  constructor(services: readonly string[]) {
    this.#services = new Set(services);
  }

  get hasFaultInFlight(): boolean {
    return this.#hit.size > 0;
  }

  follow(event: ClusterEvent): void {
    if (event.kind === 'command-taken' && event.result === 'done') {
      const { moment: _, ...payload } = event.command;
      this.#command(payload);
    }
    if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') return;
    const { from, to, request, body } = event.message;
    if (event.kind === 'message-delivered' && body.kind === 'hand-over') this.#handOver(from, to, body.items);
    if (request === null) return;
    if (event.kind === 'message-delivered') {
      if (body.kind === 'http-request' && isServer(to)) this.#atWork.add(request);
    } else if (body.kind === 'http-response' && isServer(from)) this.#atWork.delete(request);
    else if (body.kind === 'http-request' && isClient(from)) this.#ask(request, from, body, event.atUs);
  }

  #ask(request: RequestId, client: string, body: HttpRequest, atUs: number): void {
    if (this.#asked.has(request) && !this.#hit.has(request)) return;
    const path = body.target.split('?')[0] ?? '';
    const line = paths.has(path) ? curlCommand(client, body) : null;
    const isAtOnce = this.#last?.client === client && this.#last.atUs === atUs;
    this.#last = { client, atUs };
    if (isAtOnce && line !== null && this.#runsAtOnce(line)) {
      this.#asked.set(request, this.steps.length - 1);
      return;
    }
    this.#asked.set(request, this.steps.length);
    this.steps.push({ kind: 'request', client, line, what: `${body.method} ${path}` });
  }

  /** Puts requests of one moment into one line: one after the other, they would never cross. */
  #runsAtOnce(line: string): boolean {
    const before = this.steps.at(-1);
    if (before?.kind !== 'request' || before.line === null) return false;
    const others = before.line.endsWith(WAIT) ? before.line.slice(0, -WAIT.length) : before.line;
    this.steps[this.steps.length - 1] = { ...before, line: `${others} & ${line}${WAIT}` };
    return true;
  }

  /** A password needs no line: the other client's requests contain it. */
  #handOver(from: string, to: string, items: readonly Stealable[]): void {
    const lines = [
      ...(items.some(({ kind }) => kind === 'cookie') ? [`cp ${from}.cookies ${to}.cookies`] : []),
      ...(items.some(({ kind }) => kind === 'access-token') ? [`${tokenOf(to)}="$${tokenOf(from)}"`] : []),
    ];
    if (lines.length > 0) this.steps.push({ kind: 'hand-over', line: lines.join('; ') });
  }

  #command(payload: CommandPayload): void {
    const line = composeCommand(payload, this.#services);
    const isFault = payload.kind === 'crash' || payload.kind === 'freeze';
    const interrupted =
      isFault && line !== null ? [...this.#atWork].filter((each) => this.#runsBeside(each)) : [];
    for (const each of interrupted) this.#hit.add(each);
    this.#atWork.clear();
    const delayed = interrupted.length > 0 && line !== null ? `sleep 1; ${line}; wait` : line;
    this.steps.push({ kind: 'command', payload, line: delayed });
  }

  /** Lets a request's command run on while the next one is typed. False for one that isn't among the steps. */
  #runsBeside(request: RequestId): boolean {
    const index = this.#asked.get(request) ?? -1;
    const step = this.steps[index];
    if (step?.kind !== 'request' || step.line === null) return false;
    if (!step.line.endsWith(' &')) this.steps[index] = { ...step, line: `${step.line} &` };
    return true;
  }
}

/**
 * Cookies are in one file per client, as in a browser, and its bearer token is in one shell variable. Basic credentials are
 * the simulation's own.
 */
function curlCommand(client: string, { method, target, headers, body }: HttpRequest): string {
  const jar = `${client}.cookies`;
  const sent = headers.flatMap(([name, value]) => {
    switch (name.toLowerCase()) {
      case 'authorization':
        return value.startsWith('Bearer ')
          ? [`-H "Authorization: Bearer $${tokenOf(client)}"`]
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

/** The variable with a client's token: TOKEN, TOKEN_2, TOKEN_3 … */
function tokenOf(client: string): string {
  const { ordinal } = roleOf(client);
  return ordinal === 1 ? 'TOKEN' : `TOKEN_${ordinal}`;
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function composeCommand(payload: CommandPayload, services: ReadonlySet<string>): string | null {
  switch (payload.kind) {
    case 'crash':
      return services.has(payload.node) ? `docker compose kill ${payload.node}` : null;
    case 'restart':
      return services.has(payload.node) ? `docker compose start ${payload.node}` : null;
    case 'freeze':
      return services.has(payload.node) ? `docker compose pause ${payload.node}` : null;
    case 'thaw':
      return services.has(payload.node) ? `docker compose unpause ${payload.node}` : null;
    case 'instruct': {
      const [node = ''] = payload.nodes;
      return payload.instruction.kind === 'flush' && services.has(node)
        ? `docker compose exec ${node} redis-cli FLUSHALL`
        : null;
    }
    default:
      return null;
  }
}
