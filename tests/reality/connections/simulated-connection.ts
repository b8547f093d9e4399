/** Tells a story of a connection in the simulation. */
import type { TransportLine } from '../../../src/simulation/applications/transport-line.ts';
import { type Command, clientId, requestId, serverId } from '../../../src/simulation/cluster.ts';
import type { CommandPayload } from '../../../src/simulation/commands/commands.ts';
import type { Outcome } from '../../../src/simulation/kernel/actor.ts';
import type { Moment } from '../../../src/simulation/kernel/command.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { transportScenario } from '../../../src/simulation/transport-scenario.ts';
import {
  type ConnectionFault,
  type ConnectionStory,
  isLine,
  outcomeOfLines,
  PATIENCE_MS,
} from './connection-story.ts';

/** Between two lines. Faults come in this time, one after the other. */
const THINK_US = 8_000_000;
const BETWEEN_FAULTS_US = 500_000;

const CLIENT = clientId(1);
const SERVER = serverId(1);

export function simulatedConnection(story: ConnectionStory): string {
  const script = story.steps.filter(isLine);
  const scenario = transportScenario({
    transport: story.transport,
    script,
    think: { kind: 'fixed', us: THINK_US },
    patienceUs: PATIENCE_MS * 1_000,
  });
  const lines = record(scenario, commandsOf(story)).flatMap((event): [TransportLine, Outcome][] => {
    if (event.kind !== 'request-settled') return [];
    const line = script[ordinalOf(event.request) - 1];
    return line === undefined ? [] : [[line, event.outcome]];
  });
  return outcomeOfLines(lines);
}

function ordinalOf(request: string): number {
  return Number(request.slice(request.indexOf('/') + 1));
}

function commandsOf({ steps }: ConnectionStory): readonly Command[] {
  const commands: Command[] = [];
  let said = 0;
  let sinceLineUs = 0;
  for (const step of steps) {
    if (isLine(step)) {
      said += 1;
      sinceLineUs = 0;
    } else if (step.kind === 'fault-during') {
      commands.push({ ...payloadOf(step.fault), moment: at(said + 1, 'sent', step.afterMs * 1_000) });
    } else {
      sinceLineUs += BETWEEN_FAULTS_US;
      // Before the first line there is no landmark but the beginning.
      const moment = said === 0 ? { atUs: 0 } : at(said, 'answered', sinceLineUs);
      commands.push({ ...payloadOf(step.fault), moment });
    }
  }
  return commands;
}

function at(ordinal: number, milestone: Moment['at'], offsetUs: number): Moment {
  return { request: requestId(CLIENT, ordinal, 0), at: milestone, offsetUs };
}

function payloadOf(fault: ConnectionFault): CommandPayload {
  const between = [CLIENT, SERVER] as const;
  switch (fault) {
    case 'process dies':
      return { kind: 'crash', node: SERVER, how: 'process' };
    case 'process freezes':
      return { kind: 'freeze', node: SERVER };
    case 'process continues':
      return { kind: 'thaw', node: SERVER };
    case 'process starts':
    case 'machine boots':
      return { kind: 'restart', node: SERVER };
    case 'machine goes dark':
      return { kind: 'crash', node: SERVER, how: 'machine' };
    case 'link is cut':
      return { kind: 'cut', between };
    case 'link is healed':
      return { kind: 'heal', between };
    default:
      throw new Error(`Unknown fault ${fault satisfies never}`);
  }
}
