/** The cards that apply at a step, decided by what the step shows, in any lesson. */

import type { CardId } from '../../lessons/cards.ts';
import { factsOf } from '../../sequence/facts.ts';
import type {
  CopyFacts,
  DatagramFacts,
  ForwardFacts,
  OccurrenceFacts,
  OperatorFacts,
  RequestFacts,
  SegmentFacts,
  StoreFacts,
} from '../../sequence/step-facts.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import { readBearerCredentials } from '../../simulation/protocols/bearer-auth.ts';
import { headerOf } from '../../simulation/protocols/http.ts';
import { has } from '../../simulation/protocols/tcp/segment.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { traitsOf } from '../../simulation/variants.ts';
import type { Run } from '../../trace/run.ts';
import { cardsOfReply } from './cards-of-reply.ts';

type Cards = readonly CardId[];

const CARDS_MAX = 2;

/** Best match first; often empty. */
export function cardsAt(run: Run, index: number): Cards {
  return cardsOf(run, index).slice(0, CARDS_MAX);
}

function cardsOf(run: Run, index: number): Cards {
  const facts = factsOf(run)[index];
  if (facts === undefined) return [];
  switch (facts.kind) {
    case 'request':
      return cardsOfRequest(facts, run, index);
    case 'forward':
      return cardsOfForward(facts);
    case 'reply':
      return cardsOfReply(facts, run, index);
    case 'hand-over':
      return traitsOf(run.scenario).carriesBearerToken
        ? ['ticket-and-wristband']
        : ['session-id-is-a-password'];
    case 'segment':
      return cardsOfSegment(facts, run, index);
    case 'datagram':
      return cardsOfDatagram(facts);
    case 'copy':
      return cardsOfCopy(facts);
    case 'store':
      return cardsOfStore(facts);
    case 'database':
    case 'connection-close':
    case 'health-check':
    case 'port-unreachable':
      return [];
    case 'gave-up':
    case 'left':
    case 'connection-expired':
    case 'promoted':
    case 'reset':
    case 'noticed':
      return cardsOfOccurrence(facts, run);
    default:
      return cardsOfOperator(facts, run);
  }
}

function cardsOfRequest(facts: RequestFacts, run: Run, index: number): Cards {
  if (facts.fate.kind === 'refused') return [];
  if (facts.attempt > 1) return ['in-flight-is-unknown'];
  if (facts.intent.kind === 'shop') {
    return facts.saysState && facts.continues ? ['complete-is-not-trusted'] : [];
  }
  const step = run.steps[index];
  const bearsToken =
    step?.kind === 'message' &&
    step.message.body.kind === 'http-request' &&
    readBearerCredentials(headerOf(step.message.body, 'Authorization') ?? '') !== undefined;
  return bearsToken ? ['token-or-cookie-are-two-questions'] : [];
}

function cardsOfForward({ fate, intent, mode, retryAfter, brings, effects }: ForwardFacts): Cards {
  if (fate.kind !== 'delivered') return [];
  if (retryAfter === 'reset') return ['in-flight-is-unknown'];
  if (brings === 'token') return ['checking-a-token-is-more'];
  if (effects.forgot && intent.kind === 'log-out') return ['session-is-no-login'];
  const { remembered } = effects;
  if (remembered !== null && !remembered.isKnown && remembered.userName === null) {
    return intent.kind === 'shop' ? ['state-is-what-is-remembered'] : ['session-is-no-login'];
  }
  return mode === 'stateless' && intent.kind === 'shop' ? ['stateless-may-remember'] : [];
}

function cardsOfSegment({ segment, sender, receiver }: SegmentFacts, run: Run, index: number): Cards {
  const isHttp = run.scenario.kind === 'cluster';
  if (has(segment, 'RST')) {
    return isHttp
      ? ['lost-connection-is-not-resumed', 'http-and-tcp-are-no-rivals']
      : ['lost-connection-is-not-resumed'];
  }
  const isLastOfHandshake =
    segment.data === '' && receiver.before === 'SYN-RECEIVED' && receiver.after === 'ESTABLISHED';
  if (has(segment, 'SYN') || isLastOfHandshake) return ['handshake-has-three-segments'];
  if (!isHttp || segment.data === '' || sender.before !== 'ESTABLISHED') return [];
  return isFirstOn(run, index) ? ['http-and-tcp-are-no-rivals'] : ['a-connection-is-another-question'];
}

/** Whether nothing was sent on this connection before. */
function isFirstOn({ steps }: Run, index: number): boolean {
  const step = steps[index];
  if (step?.kind !== 'message' || step.message.body.kind !== 'tcp-segment') return true;
  const { sourcePort, destinationPort } = step.message.body;
  const ports = new Set([sourcePort, destinationPort]);
  return !steps.slice(0, index).some((each) => {
    if (each.kind !== 'message' || each.message.body.kind !== 'tcp-segment') return false;
    const { sourcePort: one, destinationPort: other, data } = each.message.body;
    return data !== '' && ports.has(one) && ports.has(other);
  });
}

function cardsOfDatagram({ fate, isRepeated, numbered }: DatagramFacts): Cards {
  if (fate.kind === 'lost' || (isRepeated && numbered === null)) return ['reliability-is-another-question'];
  // Numbering requests over UDP brings back state, one layer up.
  if (numbered !== null) return ['whose-state-at-which-layer'];
  return ['udp-has-no-requests', 'udp-is-little-mechanism'];
}

function cardsOfCopy({ copy, fate }: CopyFacts): Cards {
  return copy.kind === 'session' || fate.kind === 'lost' ? ['crash-loses-only-copies'] : [];
}

function cardsOfStore({ message }: StoreFacts): Cards {
  switch (message.kind) {
    case 'get':
    case 'set':
    case 'set-if-unchanged':
    case 'changed':
    case 'found':
    case 'not-found':
    case 'refused':
    case 'copy-set':
    case 'copy-delete':
    case 'copy-flush':
      return ['shared-store-moves-the-state'];
    case 'delete':
    case 'acknowledged':
    case 'lock':
    case 'unlock':
    case 'locked':
    case 'ping':
    case 'sync':
    case 'dump':
    case 'demotion':
      return [];
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

function cardsOfOccurrence(facts: OccurrenceFacts, { scenario }: Run): Cards {
  switch (facts.kind) {
    case 'gave-up':
      if (scenario.kind === 'cluster') return ['in-flight-is-unknown'];
      return scenario.transport === 'tcp'
        ? ['lost-connection-is-not-resumed']
        : ['reliability-is-another-question'];
    case 'reset':
      return ['in-flight-is-unknown'];
    case 'left':
      return facts.sessionsLost > 0 ? ['crash-loses-only-copies'] : [];
    case 'connection-expired':
    case 'promoted':
    case 'noticed':
      return [];
    default:
      throw new Error(`Unknown occurrence ${facts satisfies never}`);
  }
}

function cardsOfOperator(facts: OperatorFacts, { scenario }: Run): Cards {
  if (facts.result !== 'done') return [];
  switch (facts.kind) {
    case 'crash':
      return cardsOfCrash(facts, scenario);
    case 'drain':
      return facts.sessionsLost > 0 ? ['crash-loses-only-copies'] : [];
    case 'add':
      return traitsOf(scenario).cards.serverJoined;
    case 'cut':
      return facts.between.some(({ role }) => isStore(role)) ? ['shared-store-moves-the-state'] : [];
    case 'partition':
      return facts.nodes.some(({ role }) => isStore(role)) ? ['shared-store-moves-the-state'] : [];
    case 'instruct':
      return cardsOfInstruction(facts.instruction, scenario);
    default:
      return [];
  }
}

function cardsOfCrash(
  { node, sessionsLost }: Extract<OperatorFacts, { kind: 'crash' | 'add' | 'drain' }>,
  scenario: Scenario,
): Cards {
  if (isStore(node.role)) return ['shared-store-moves-the-state'];
  if (node.role !== 'server') return [];
  if (sessionsLost > 0) return ['crash-loses-only-copies', 'accounts-survive'];
  return traitsOf(scenario).cards.serverCrashed;
}

function cardsOfInstruction({ kind }: NodeCommand, scenario: Scenario): Cards {
  const { carriesBearerToken, usesKeys } = traitsOf(scenario);
  switch (kind) {
    case 'tamper':
      return carriesBearerToken ? ['signed-is-readable', 'complete-is-not-trusted'] : [];
    case 'rotate-key':
    case 'remove-keys':
      return usesKeys ? ['checking-a-token-is-more'] : [];
    case 'flush':
      return ['shared-store-moves-the-state'];
    default:
      return [];
  }
}

function isStore(role: string): boolean {
  return role === 'session-store' || role === 'session-store-replica';
}
