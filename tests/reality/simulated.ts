/** Tells a story in the simulation. */
import type { Line } from '../../src/simulation/applications/line.ts';
import {
  type ClusterEvent,
  type Command,
  clientId,
  LOAD_BALANCER,
  requestId,
} from '../../src/simulation/cluster.ts';
import type { CommandPayload } from '../../src/simulation/commands/commands.ts';
import type { Moment } from '../../src/simulation/kernel/command.ts';
import { type HttpResponse, headerOf } from '../../src/simulation/protocols/http.ts';
import { type ClusterScenario, clients } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { type Fault, type Outcome, type Story, wordOf } from './story.ts';

const THINK_US = 4_000_000;
const AFTER_REPLY_US = 500_000;
/** Later than the effect of a request, and earlier than its reply in stories with a delayed reply. */
const DURING_US = 150_000;
/** After all of the client's requests, and before any session has been idle for too long. */
const THIEF_ARRIVES_US = 60_000_000;

const CLIENT = clientId(1);
const THIEF = clientId(2);

export function simulatedOutcome(story: Story): Outcome {
  const { scenario, commands } = planOf(story);
  return outcomeOf(record(scenario, commands), story);
}

interface Plan {
  readonly scenario: ClusterScenario;
  readonly commands: readonly Command[];
}

function planOf({ scenario, steps }: Story): Plan {
  const script: Line[] = [];
  const thiefScript: Line[] = [];
  const commands: Command[] = [];
  let said = 0;
  const command = (payload: CommandPayload, at: Moment['at'], ordinal: number, offsetUs: number) => {
    commands.push({ ...payload, moment: { request: requestId(CLIENT, ordinal, 0), at, offsetUs } });
  };
  for (const step of steps) {
    switch (step.kind) {
      case 'fault':
        command(payloadOf(step.fault, step.node), 'answered', said, AFTER_REPLY_US);
        break;
      case 'fault-unnoticed':
        command(payloadOf(step.fault, step.node), 'sent', said + 1, 0);
        break;
      case 'fault-during':
        command(payloadOf(step.fault, step.node), 'arrived', said + 1, DURING_US);
        break;
      case 'server-state': {
        const { kind, ...rest } = step;
        const instruction = { kind: 'set-server-state', ...rest } as const;
        command({ kind: 'instruct', nodes: [LOAD_BALANCER], instruction }, 'answered', said, AFTER_REPLY_US);
        break;
      }
      case 'copy-credentials':
        script.push({ kind: 'hand-over', to: THIEF });
        said += 1;
        break;
      case 'by-thief':
        thiefScript.push(step.line);
        break;
      default:
        script.push(step);
        said += 1;
    }
  }
  const think = { kind: 'fixed', us: THINK_US } as const;
  const thief = clients(thiefScript, { think, arrivesAtUs: THIEF_ARRIVES_US });
  return {
    scenario: {
      ...scenario,
      clients: [clients(script, { think }), ...(thiefScript.length > 0 ? [thief] : [])],
    },
    commands,
  };
}

function payloadOf(fault: Fault, node: string): CommandPayload {
  switch (fault) {
    case 'die':
      return { kind: 'crash', node };
    case 'restart':
      return { kind: 'restart', node };
    case 'flush':
      return { kind: 'instruct', nodes: [node], instruction: { kind: 'flush' } };
    case 'freeze':
    case 'thaw':
      return { kind: fault, node };
    default:
      throw new Error(`Unknown fault ${fault satisfies never}`);
  }
}

function outcomeOf(events: readonly ClusterEvent[], { countsCharges = false }: Story): Outcome {
  const told = new Map<string, HttpResponse>();
  const words: string[] = [];
  let charges = 0;
  for (const event of events) {
    if (event.kind === 'message-delivered' && event.message.body.kind === 'http-response') {
      const { to, request, body } = event.message;
      if (request?.startsWith(`${to}/`)) told.set(request, body);
    }
    if (event.kind === 'remembered' && event.item.kind === 'charge') charges += 1;
    if (event.kind === 'request-settled') words.push(wordFor(told.get(event.request)));
  }
  return [...words, ...(countsCharges ? [`${charges} charged`] : [])].join(', ');
}

function wordFor(response: HttpResponse | undefined): string {
  if (response === undefined) return 'no response';
  return wordOf(response.status, headerOf(response, 'X-Served-By') ?? null);
}
