/** Reads a run into facts: what each step shows, in codes and without words. */

import type { Conversation } from '../simulation/application/shop.ts';
import { readShopRequest, readShopResponse } from '../simulation/application/shop-http.ts';
import { CLIENT, DATABASE, LOAD_BALANCER, roleOf } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Mode } from '../simulation/placement/placement.ts';
import { modeOf } from '../simulation/placement/placements.ts';
import type { Run } from '../trace/run.ts';
import type { MemoryChange } from '../trace/snapshots.ts';
import type { CommandStep, MessageStep } from '../trace/steps.ts';
import type { ForwardFacts, OperatorFacts, ReplyFacts, RequestFacts, StepFacts } from './phrasebook.ts';

export function factsOf(run: Run): readonly StepFacts[] {
  const reader = new FactReader(modeOf(run.scenario.strategy));
  return run.steps.map((step, index) => {
    const changes = run.states[index]?.changes ?? [];
    if (step.kind === 'command') {
      const lost = (run.scores[index]?.sessionsLost ?? 0) - (run.scores[index - 1]?.sessionsLost ?? 0);
      return reader.operator(step, lost);
    }
    return reader.message(step, changes);
  });
}

/** Remembers what later facts are told against: who has answered before, and who was asked for an unknown session. */
class FactReader {
  readonly #mode: Mode;
  readonly #clerks = new Set<NodeId>();
  #missedBy: { readonly node: NodeId; readonly request: string } | null = null;
  #hasSpoken = false;

  constructor(mode: Mode) {
    this.#mode = mode;
  }

  operator({ command, result }: CommandStep, sessionsLost: number): OperatorFacts {
    return { kind: command.kind, node: roleOf(command.node), result, sessionsLost, mode: this.#mode };
  }

  message(step: MessageStep, changes: readonly MemoryChange[]): StepFacts {
    if (step.message.role === 'reply') return this.#reply(step);
    return step.from === CLIENT ? this.#request(step) : this.#forward(step, changes);
  }

  #request(step: MessageStep): RequestFacts {
    const continues = this.#hasSpoken;
    this.#hasSpoken = true;
    const said = saidIn(step);
    return { kind: 'request', ...endsOf(step), said, mode: this.#mode, continues };
  }

  #forward(step: MessageStep, changes: readonly MemoryChange[]): ForwardFacts {
    const here = changes.filter((change) => change.node === step.to);
    const missed = here.find((change) => change.kind === 'missed');
    const stored = here.find((change) => change.kind === 'remembered');
    if (missed !== undefined) this.#missedBy = { node: step.to, request: step.request };
    return {
      kind: 'forward',
      ...endsOf(step),
      mode: this.#mode,
      fate: step.fate,
      remembered:
        stored?.kind === 'remembered' && stored.item.kind === 'session'
          ? (stored.item.session.data.conversation ?? null)
          : null,
      unknownSession: missed?.kind === 'missed' ? missed.key : null,
      orderSaved: changes.some((change) => change.node === DATABASE && change.kind === 'remembered'),
    };
  }

  #reply(step: MessageStep): ReplyFacts {
    const { body } = step.message;
    if (body.kind !== 'http-response') throw new Error(`A client was sent a ${body.kind}.`);
    const newClerk = this.#clerks.size > 0 && !this.#clerks.has(step.from);
    if (step.from !== LOAD_BALANCER) this.#clerks.add(step.from);
    const missed = this.#missedBy;
    return {
      kind: 'reply',
      ...endsOf(step),
      mode: this.#mode,
      reply: readShopResponse(body),
      status: body.status,
      unknownSession: missed?.node === step.from && missed.request === step.request,
      newClerk,
    };
  }
}

function endsOf({ from, to }: MessageStep) {
  return { from: roleOf(from), to: roleOf(to) };
}

function saidIn({ message }: MessageStep): Conversation {
  if (message.body.kind !== 'http-request') throw new Error(`A client sent a ${message.body.kind}.`);
  const read = readShopRequest(message.body);
  return read.kind === 'said' ? read.said : {};
}
