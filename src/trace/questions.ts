/**
 * Prediction questions for an audience. They're derived, not scripted: a request is worth a question if its answer or
 * its server would differ under another variant, or without the operator's commands.
 */

import type { TransportLine } from '../simulation/applications/transport-line.ts';
import { type Command, isServer, LOAD_BALANCER } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import { randomStream } from '../simulation/kernel/random.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { TransportScenario } from '../simulation/transport-scenario.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { type VariantId, variantsOf, withVariant } from '../simulation/variants.ts';
import { ordinalOf } from './alignment.ts';
import { type Answer, keyOfAnswer, type Served, servedIn } from './answers.ts';
import { type RequestIntent, readRequest } from './reading.ts';
import { type EventLimit, eventsOf, type Run } from './run.ts';
import type { Step } from './steps.ts';

export interface Option {
  readonly answer: Answer;
  readonly isTrue: boolean;
  /** Other variants that make this option true. */
  readonly under: readonly VariantId[];
  /** Whether this option is true without commands. */
  readonly withoutCommands: boolean;
}

export interface Question {
  readonly kind: 'server' | 'answer';
  readonly request: RequestId;
  readonly client: NodeId;
  /** What the client asks for; null when it can't be read. */
  readonly intent: RequestIntent | { readonly kind: 'text'; readonly text: string } | null;
  /** Index, from 0, of the last step before the answer is decided. The run continues from there. */
  readonly at: number;
  /** The step that shows the answer. */
  readonly seenAt: number;
  /** Two to four, in an order that doesn't reveal the answer. */
  readonly options: readonly Option[];
}

/** The same script under other conditions. */
export interface ComparisonRun {
  readonly variant: VariantId;
  readonly hasCommands: boolean;
  readonly served: ReadonlyMap<RequestId, Served>;
}

/** Few: an audience that is asked all the time stops thinking. */
const QUESTIONS_MAX = 6;
const SERVER_QUESTIONS_MAX = 2;
const OPTIONS_MAX = 4;

/** A long run's beginning is enough: it yields more questions than are asked anyway. */
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

/** In order of occurrence; for one request, the server question comes first. */
export function questionsOf(run: Run, comparisonRuns: readonly ComparisonRun[]): readonly Question[] {
  const served = servedIn(run.scenario, run.events);
  const asker = new Asker(run, comparisonRuns);
  for (const [request, positions] of stepsOfRequests(run)) {
    const { server = null, answer = null } = served.get(request) ?? {};
    if (server !== null) asker.askForServer(request, server, positions);
    if (answer !== null && isWorthAsking(run.scenario, request))
      asker.askForAnswer(request, answer, positions);
  }
  return asker.questions.toSorted((one, other) => one.at - other.at).slice(0, QUESTIONS_MAX);
}

/** Opening and closing a connection is what TCP is about, so its success isn't worth a question. */
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

  /** The client's previous server is always an option, because most people choose it. */
  askForServer(request: RequestId, server: NodeId, { at, forwardedAt }: RequestSteps): void {
    const client = clientOf(request);
    const last = this.#lastServers.get(client);
    this.#lastServers.set(client, server);
    if (forwardedAt === null || this.#serverQuestions === SERVER_QUESTIONS_MAX) return;
    const others = last === undefined ? [] : [serverAnswer(last)];
    const options = this.#optionsOf(request, serverAnswer(server), others);
    // Servers have numbers: any other order would confuse.
    options.sort((one, other) => compareKeys(keyOfAnswer(one.answer), keyOfAnswer(other.answer)));
    if (this.#ask({ kind: 'server', ...this.#askedBy(request), at, seenAt: forwardedAt, options }))
      this.#serverQuestions += 1;
  }

  askForAnswer(request: RequestId, answer: Answer, { at, answeredAt, commandAt }: RequestSteps): void {
    const options = this.#optionsOf(request, answer, []);
    options.sort((one, other) => compareKeys(keyOfAnswer(one.answer), keyOfAnswer(other.answer)));
    shuffle(options, this.#run.scenario.seed, `options of ${request}`);
    // A command while a request is in flight makes its answer uncertain again.
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

  /** The true option and those of the comparison runs, unordered. */
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

  /** @returns False for a question with fewer than two options, or one that repeats an earlier question. */
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

/** The true option, then those that are true in the most variants. */
function mostTelling(options: readonly Option[]): Option[] {
  const weight = ({ isTrue, withoutCommands, under }: Option) =>
    isTrue ? Number.POSITIVE_INFINITY : under.length + Number(withoutCommands);
  return options.toSorted((one, other) => weight(other) - weight(one)).slice(0, OPTIONS_MAX);
}

function compareKeys(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Fisher-Yates shuffle. The order depends on seed and purpose only, not on which option is true. */
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

/** A request's positions in a run, as step indices. */
interface RequestSteps {
  /** The last step before anything is decided: the request is sent, and has reached the load balancer at most. */
  readonly at: number;
  /** The last command given while the request was in flight. */
  readonly commandAt: number | null;
  readonly forwardedAt: number | null;
  readonly answeredAt: number;
}

function stepsOfRequests({ scenario, steps }: Run): ReadonlyMap<RequestId, RequestSteps> {
  const byRequest = new Map<RequestId, RequestSteps>();
  let command: number | null = null;
  steps.forEach((step, index) => {
    if (step.kind === 'command') command = index;
    const request = requestOf(step);
    if (request === null) return;
    // When connections are the subject, the fate of the first segment is part of the answer.
    const at = byRequest.get(request)?.at ?? (scenario.kind === 'transport' ? index - 1 : index);
    const forwardedAt = isForward(step) ? index : (byRequest.get(request)?.forwardedAt ?? null);
    const commandAt = command !== null && command > at ? command : null;
    byRequest.set(request, { at, commandAt, forwardedAt, answeredAt: index });
  });
  return byRequest;
}

/** Index, from 0, of the step that shows a request's answer; negative when there's none. */
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

/** Request IDs start with their client: client/1, client-2/1. */
function clientOf(request: RequestId): NodeId {
  return request.slice(0, request.indexOf('/'));
}
