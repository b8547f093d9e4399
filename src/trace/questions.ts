/**
 * What a run can ask its audience before it goes on. A question is derived, not scripted: a request is worth one where
 * its answer, or the server that gets it, would be another under another variant, or had nothing been done to the cluster.
 */

import type { TransportLine } from '../simulation/applications/transport-line.ts';
import { type Command, isServer, LOAD_BALANCER } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import { randomStream } from '../simulation/kernel/random.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { TransportScenario } from '../simulation/transport-scenario.ts';
import { type VariantId, variantOf, variantsOf, withVariant } from '../simulation/variants.ts';
import { ordinalOf } from './alignment.ts';
import { type Answer, keyOfAnswer, type Served, servedIn } from './answers.ts';
import { type RequestIntent, readRequest } from './reading.ts';
import { type EventLimit, eventsOf, type Run } from './run.ts';
import type { Step } from './steps.ts';

export interface Option {
  readonly answer: Answer;
  readonly isTrue: boolean;
  /** The other variants under which it would be so. */
  readonly under: readonly VariantId[];
  /** Whether it would be so if no command had been given. */
  readonly withoutCommands: boolean;
}

export interface Question {
  readonly kind: 'server' | 'answer';
  readonly request: RequestId;
  readonly client: NodeId;
  /** What the client says; null where that cannot be read. */
  readonly intent: RequestIntent | { readonly kind: 'text'; readonly text: string } | null;
  /** The last step that tells nothing of it, an index from 0; the run goes on from there. */
  readonly at: number;
  /** The step that shows what is true. */
  readonly seenAt: number;
  /** Two to four, in an order that tells nothing. */
  readonly options: readonly Option[];
}

/** The same script under other conditions. */
export interface ComparisonRun {
  readonly variant: VariantId;
  readonly hasCommands: boolean;
  readonly served: ReadonlyMap<RequestId, Served>;
}

/** A handful: who is asked at every turn no longer thinks. */
const QUESTIONS_MAX = 6;
const SERVER_QUESTIONS_MAX = 2;
const OPTIONS_MAX = 4;

/** Of a long run only the beginning is simulated again: it has more questions than are asked anyway. */
const limit: EventLimit = { eventsMax: 20_000 };

export function comparisonRunsOf({
  scenario,
  commands,
}: Pick<Run, 'scenario' | 'commands'>): readonly ComparisonRun[] {
  const comparison = (variant: VariantId, given: readonly Command[]): ComparisonRun => {
    const other = withVariant(scenario, variant);
    const events = eventsOf(other, given, limit);
    return { variant, hasCommands: given === commands, served: servedIn(other, events) };
  };
  const own = variantOf(scenario);
  const others = variantsOf(scenario).filter((variant) => variant !== own);
  return [
    ...others.map((variant) => comparison(variant, commands)),
    ...(commands.length === 0 ? [] : [comparison(own, [])]),
  ];
}

/** In the order in which they come up; of the same request the server first. */
export function questionsOf(run: Run, comparisonRuns: readonly ComparisonRun[]): readonly Question[] {
  const served = servedIn(run.scenario, run.events);
  const asker = new Asker(run, comparisonRuns);
  for (const [request, place] of placesOf(run)) {
    const { server = null, answer = null } = served.get(request) ?? {};
    if (server !== null) asker.askForServer(request, server, place);
    if (answer !== null && isWorthAsking(run.scenario, request)) asker.askForAnswer(request, answer, place);
  }
  return asker.questions.toSorted((one, other) => one.at - other.at).slice(0, QUESTIONS_MAX);
}

/** Opening and closing a connection is what TCP is about; whether it works is no question. */
function isWorthAsking(scenario: Scenario, request: RequestId): boolean {
  if (scenario.kind === 'cluster') return true;
  const line = lineOf(scenario, request);
  return line?.kind === 'send' || line?.kind === 'request';
}

function lineOf({ script }: TransportScenario, request: RequestId): TransportLine | undefined {
  return script[ordinalOf(request) - 1];
}

class Asker {
  readonly questions: Question[] = [];
  readonly #run: Run;
  readonly #comparisonRuns: readonly ComparisonRun[];
  readonly #lastServers = new Map<NodeId, NodeId>();
  readonly #asked = new Set<string>();
  #serverQuestions = 0;

  constructor(run: Run, comparisonRuns: readonly ComparisonRun[]) {
    this.#run = run;
    this.#comparisonRuns = comparisonRuns;
  }

  /** The server that the client had last is an answer, too: the one that most people give. */
  askForServer(request: RequestId, server: NodeId, { at, forwardedAt }: Place): void {
    const client = clientOf(request);
    const last = this.#lastServers.get(client);
    this.#lastServers.set(client, server);
    if (forwardedAt === null || this.#serverQuestions === SERVER_QUESTIONS_MAX) return;
    const others = last === undefined ? [] : [serverAnswer(last)];
    const options = this.#optionsOf(request, serverAnswer(server), others);
    // They have numbers: another order would only be confusing.
    options.sort((one, other) => compareKeys(keyOfAnswer(one.answer), keyOfAnswer(other.answer)));
    if (this.#ask({ kind: 'server', ...this.#askedBy(request), at, seenAt: forwardedAt, options }))
      this.#serverQuestions += 1;
  }

  askForAnswer(request: RequestId, answer: Answer, { at, answeredAt, commandAt }: Place): void {
    const options = this.#optionsOf(request, answer, []);
    options.sort((one, other) => compareKeys(keyOfAnswer(one.answer), keyOfAnswer(other.answer)));
    shuffle(options, this.#run.scenario.seed, `options of ${request}`);
    // What is done while a request is under way makes its answer uncertain again.
    this.#ask({
      kind: 'answer',
      ...this.#askedBy(request),
      at: commandAt ?? at,
      seenAt: answeredAt,
      options,
    });
  }

  #askedBy(request: RequestId): Pick<Question, 'request' | 'client' | 'intent'> {
    const { scenario, steps } = this.#run;
    const client = clientOf(request);
    if (scenario.kind === 'transport') {
      const line = lineOf(scenario, request);
      return {
        request,
        client,
        intent: line !== undefined && 'text' in line ? { kind: 'text', text: line.text } : null,
      };
    }
    const first = steps.find((step) => step.kind === 'message' && step.request === request);
    const body = first?.kind === 'message' ? first.message.body : null;
    return { request, client, intent: body?.kind === 'http-request' ? readRequest(body) : null };
  }

  /** The true one, and those of the comparisonRuns, in no order yet. */
  #optionsOf(request: RequestId, truth: Answer, others: readonly Answer[]): Option[] {
    const options = new Map<string, Option>();
    const optionOf = (answer: Answer): Option =>
      options.get(keyOfAnswer(answer)) ?? { answer, isTrue: false, under: [], withoutCommands: false };
    const put = (option: Option) => options.set(keyOfAnswer(option.answer), option);
    put({ ...optionOf(truth), isTrue: true });
    for (const answer of others) put(optionOf(answer));
    for (const { variant, hasCommands, served } of this.#comparisonRuns) {
      const { server = null, answer = null } = served.get(request) ?? {};
      const theirServer = server === null ? null : serverAnswer(server);
      const theirs = truth.kind === 'server' ? theirServer : answer;
      if (theirs === null) continue;
      const option = optionOf(theirs);
      put(
        hasCommands ? { ...option, under: [...option.under, variant] } : { ...option, withoutCommands: true },
      );
    }
    return mostTelling([...options.values()]);
  }

  /** @returns False for what is no question: nothing to choose from, or all of it asked before. */
  #ask(question: Question): boolean {
    const keys = question.options.map(({ answer, isTrue }) => `${isTrue} ${keyOfAnswer(answer)}`);
    const name = JSON.stringify([clientOf(question.request), question.kind, keys.sort()]);
    if (
      question.options.length < 2 ||
      question.at < 0 ||
      question.at >= question.seenAt ||
      this.#asked.has(name)
    )
      return false;
    this.#asked.add(name);
    this.questions.push(question);
    return true;
  }
}

function serverAnswer(node: NodeId): Answer {
  return { kind: 'server', node };
}

/** The true one, and of the others those that hold under most variants. */
function mostTelling(options: readonly Option[]): Option[] {
  const weight = ({ isTrue, withoutCommands, under }: Option) =>
    isTrue ? Number.POSITIVE_INFINITY : under.length + Number(withoutCommands);
  return options.toSorted((one, other) => weight(other) - weight(one)).slice(0, OPTIONS_MAX);
}

function compareKeys(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Fisher and Yates. The same seed and purpose always give the same order, whichever option is the true one. */
function shuffle(options: Option[], seed: number, purpose: string): void {
  const random = randomStream(seed, purpose);
  for (let last = options.length - 1; last > 0; last -= 1) {
    const place = random.integer(0, last);
    const [one, other] = [options[last], options[place]];
    if (one === undefined || other === undefined) continue;
    options[last] = other;
    options[place] = one;
  }
}

/** Where in a run a request is seen, as indices of steps. */
interface Place {
  /** The last step before anything is decided: it has been asked, and nobody but the load balancer has it. */
  readonly at: number;
  /** The last command that was given while it was under way. */
  readonly commandAt: number | null;
  readonly forwardedAt: number | null;
  readonly answeredAt: number;
}

function placesOf({ scenario, steps }: Run): ReadonlyMap<RequestId, Place> {
  const places = new Map<RequestId, Place>();
  let command: number | null = null;
  steps.forEach((step, index) => {
    if (step.kind === 'command') command = index;
    const request = requestOf(step);
    if (request === null) return;
    // Where connections are the subject, the first segment is part of what becomes of the request.
    const at = places.get(request)?.at ?? (scenario.kind === 'transport' ? index - 1 : index);
    const forwardedAt = isForward(step) ? index : (places.get(request)?.forwardedAt ?? null);
    const commandAt = command !== null && command > at ? command : null;
    places.set(request, { at, commandAt, forwardedAt, answeredAt: index });
  });
  return places;
}

/** The step that shows what came of a request, an index from 0; below 0 where none does. */
export function answerStep({ steps }: Run, request: RequestId): number {
  return steps.findLastIndex((step) => requestOf(step) === request);
}

function requestOf(step: Step): RequestId | null {
  switch (step.kind) {
    case 'message':
      return step.request;
    case 'occurrence':
      return 'request' in step.occurrence ? step.occurrence.request : null;
    case 'command':
      return null;
    default:
      throw new Error(`Unknown step ${step satisfies never}`);
  }
}

function isForward(step: Step): boolean {
  if (step.kind !== 'message' || step.fate.kind !== 'delivered') return false;
  return step.from === LOAD_BALANCER && isServer(step.to) && step.message.role === 'request';
}

/** Requests are numbered by client: client/1, client-2/1. */
function clientOf(request: RequestId): NodeId {
  return request.slice(0, request.indexOf('/'));
}
