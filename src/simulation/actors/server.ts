/** A server: the same shop under every strategy. Where the conversation is kept is the placement's affair. */
import { type Conversation, continueConversation, shop } from '../application/shop.ts';
import { readShopRequest, shopResponse } from '../application/shop-http.ts';
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterMessage,
  type ClusterReaction,
  DATABASE,
} from '../cluster.ts';
import type { Placement, SessionLookup } from '../placement/placement.ts';
import { type Header, type HttpRequest, type HttpResponse, jsonResponse } from '../protocol/http.ts';
import { type Answer, andThen, ask, done, type Flow, perform, wait } from './flow.ts';

export const HEALTH_TARGET = '/healthz';

export interface ServerOptions {
  readonly placement: Placement;
  /** From the request's arrival to the application's answer, without the waits for others. */
  readonly serviceUs: number;
  /** From then until the reply is on its way: in between, a crash loses a reply in preparation. */
  readonly replyUs: number;
}

/** A request under way, and what waits for its timer or for another node's answer. */
interface Job {
  readonly message: ClusterMessage;
  readonly waiting: Exclude<Flow<HttpResponse>, { kind: 'done' | 'perform' }>;
}

/** Jobs by the number of the message that began them, which is also the name of their timers and exchanges. */
export type ServerState = ReadonlyMap<string, Job>;

export function server(options: ServerOptions): ClusterActor<ServerState> {
  return {
    initial: new Map(),
    react(state, input, context) {
      switch (input.kind) {
        case 'started':
          return { state, effects: [] };
        case 'message':
          if (input.message.role === 'request') return accept(state, input.message, options, context);
          return resume(
            state,
            input.message.exchange,
            { kind: 'answered', body: input.message.body },
            context,
          );
        case 'refused':
        case 'reset':
          return resume(state, input.message.exchange, { kind: 'failed' }, context);
        case 'timer':
          return resume(state, input.timer, null, context);
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function accept(
  state: ServerState,
  message: ClusterMessage,
  options: ServerOptions,
  context: ClusterContext,
): ClusterReaction<ServerState> {
  const { body } = message;
  if (body.kind !== 'http-request') throw new Error(`A server was sent a ${body.kind}.`);
  if (body.target === HEALTH_TARGET) {
    const headers: Header[] = [['Content-Length', '0']];
    const healthy: HttpResponse = { kind: 'http-response', status: 200, headers, body: '' };
    return { state, effects: [{ kind: 'reply', to: message, body: healthy }] };
  }
  const arrived: ClusterEffect[] =
    message.request === null ? [] : [{ kind: 'reach', request: message.request, milestone: 'arrived' }];
  return advance(state, message, perform(arrived, serve(body, options)), context);
}

/** @param answer What was asked for, or null when a timer ended. */
function resume(
  state: ServerState,
  job: string,
  answer: Answer | null,
  context: ClusterContext,
): ClusterReaction<ServerState> {
  const found = state.get(job);
  if (found === undefined) throw new Error(`${context.self} has no job ${job}.`);
  const { message, waiting } = found;
  if (waiting.kind === 'wait') return advance(state, message, waiting.resume(context), context);
  if (answer === null) throw new Error(`Job ${job} waits for an answer, not for a timer.`);
  return advance(state, message, waiting.resume(answer, context), context);
}

/** Carries a flow on as far as it goes without waiting. */
function advance(
  state: ServerState,
  message: ClusterMessage,
  flow: Flow<HttpResponse>,
  { self }: ClusterContext,
): ClusterReaction<ServerState> {
  const job = String(message.id);
  const effects: ClusterEffect[] = [];
  let current = flow;
  while (current.kind === 'perform') {
    effects.push(...current.effects);
    current = current.next;
  }
  const jobs = new Map(state);
  if (current.kind === 'done') {
    jobs.delete(job);
    const served: Header = ['X-Served-By', self];
    const body = { ...current.result, headers: [served, ...current.result.headers] };
    effects.push({ kind: 'reply', to: message, body });
    return { state: jobs, effects };
  }
  jobs.set(job, { message, waiting: current });
  if (current.kind === 'wait') effects.push({ kind: 'set-timer', timer: job, delayUs: current.durationUs });
  else {
    effects.push({
      kind: 'send',
      to: current.to,
      exchange: job,
      body: current.body,
      request: message.request,
    });
  }
  return { state: jobs, effects };
}

/** One request, from its arrival to its response. */
function serve(request: HttpRequest, options: ServerOptions): Flow<HttpResponse> {
  const { placement, serviceUs, replyUs } = options;
  return wait(serviceUs, (context) => {
    const read = readShopRequest(request);
    if (read.kind === 'refused') {
      return done(jsonResponse(read.status, [], { error: 'invalid', field: read.problem }));
    }
    const answering = andThen(placement.load(request, context), context, (lookup, later) =>
      answer(lookup, read.said, placement, later),
    );
    return andThen(answering, context, (response) => wait(replyUs, () => done(response)));
  });
}

function answer(
  lookup: SessionLookup,
  said: Conversation,
  placement: Placement,
  context: ClusterContext,
): Flow<HttpResponse> {
  return andThen(priceFor(lookup, said, context), context, (price, later) => {
    if (price === 'unknown') return done(unavailable());
    const { state, reply } = shop(lookup.conversation, said, () => price);
    if (reply.kind === 'incomplete') return done(shopResponse(reply, []));
    const saved = (at: ClusterContext) =>
      andThen(placement.save(lookup, state, at), at, (headers) => done(shopResponse(reply, headers)));
    if (reply.kind !== 'paid') return saved(later);
    return andThen(ask(DATABASE, { kind: 'order-insert', order: reply.order }), later, (inserted, at) =>
      inserted.kind === 'failed' ? done(unavailable()) : saved(at),
    );
  });
}

/** The price, from the database, of the product that the conversation is about; 0 when it is about none yet. */
function priceFor(
  lookup: SessionLookup,
  said: Conversation,
  context: ClusterContext,
): Flow<number | 'unknown'> {
  const { product } = continueConversation(lookup.conversation, said);
  if (product === undefined) return done(0);
  return andThen(ask(DATABASE, { kind: 'price-query', product }), context, (answer) =>
    done(
      answer.kind === 'answered' && answer.body.kind === 'price-row' ? answer.body.unitPriceWon : 'unknown',
    ),
  );
}

function unavailable(): HttpResponse {
  return jsonResponse(503, [], { error: 'database-unavailable' });
}
