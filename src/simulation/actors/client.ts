/** The customer and their browser: says the lines of the script one by one, thinking between them. */
import { type Conversation, continueConversation } from '../application/shop.ts';
import { shopRequest } from '../application/shop-http.ts';
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterMessage,
  LOAD_BALANCER,
} from '../cluster.ts';
import type { RequestId } from '../kernel/actor.ts';
import type { Placement } from '../placement/placement.ts';
import { cookiesSetBy } from '../protocol/cookies.ts';
import type { Header } from '../protocol/http.ts';

export interface ClientOptions {
  readonly script: readonly Conversation[];
  readonly placement: Placement;
  /** From a reply to the next request. In the lessons, longer than the load balancer takes to notice a crash. */
  readonly thinkUs: number;
}

/** How many lines of the script have been said. */
export type ClientState = { readonly said: number };

const NEXT_LINE = 'next-line';
const CONVERSATION = 'conversation';

export function client(options: ClientOptions): ClusterActor<ClientState> {
  return {
    initial: { said: 0 },
    react(state, input, context) {
      switch (input.kind) {
        case 'started':
        case 'timer':
          return say(state, options, context);
        case 'message':
          return { state, effects: hear(state, input.message, options) };
        case 'refused':
        case 'reset':
          return { state, effects: [settle(context, state, 'refused'), ...nextLine(state, options)] };
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function say(state: ClientState, { script, placement }: ClientOptions, context: ClusterContext) {
  const said = script[state.said];
  if (said === undefined) return { state, effects: [] };
  const request: RequestId = `${context.self}/${state.said + 1}`;
  const effects: ClusterEffect[] = [{ kind: 'reach', request, milestone: 'sent' }];
  let carried = said;
  if (placement.clientCarries === 'everything-so-far') {
    const known = context.memory.get(CONVERSATION);
    carried = continueConversation(known?.kind === 'conversation' ? known.conversation : {}, said);
    effects.push({
      kind: 'remember',
      key: CONVERSATION,
      item: { kind: 'conversation', conversation: carried },
    });
  }
  const body = shopRequest(carried, cookieHeader(context));
  effects.push({ kind: 'send', to: LOAD_BALANCER, exchange: request, body, request });
  return { state: { said: state.said + 1 }, effects };
}

function hear(state: ClientState, message: ClusterMessage, options: ClientOptions): ClusterEffect[] {
  const { body, request } = message;
  if (body.kind !== 'http-response' || request === null) throw new Error(`A client was sent a ${body.kind}.`);
  const cookies = cookiesSetBy(body).map(({ name, value }): ClusterEffect => {
    return { kind: 'remember', key: `cookie ${name}`, item: { kind: 'cookie', name, value } };
  });
  const outcome = body.status >= 500 ? 'failed' : 'answered';
  return [...cookies, { kind: 'settle', request, outcome }, ...nextLine(state, options)];
}

function settle(context: ClusterContext, state: ClientState, outcome: 'refused'): ClusterEffect {
  return { kind: 'settle', request: `${context.self}/${state.said}`, outcome };
}

function nextLine(state: ClientState, { script, thinkUs }: ClientOptions): ClusterEffect[] {
  return state.said < script.length ? [{ kind: 'set-timer', timer: NEXT_LINE, delayUs: thinkUs }] : [];
}

/** A browser sends every cookie it holds for the site, whatever the strategy. */
function cookieHeader({ memory }: ClusterContext): Header[] {
  const pairs = [...memory.values()].flatMap((item) =>
    item.kind === 'cookie' ? [`${item.name}=${item.value}`] : [],
  );
  return pairs.length === 0 ? [] : [['Cookie', pairs.join('; ')]];
}
