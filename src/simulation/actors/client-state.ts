/** A client's options, its state between two inputs, and its reaction to one. */
import type { UserId } from '../applications/account.ts';
import type { Line, RequestLine } from '../applications/line.ts';
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { NodeId, RequestId, TimerName } from '../kernel/actor.ts';
import type { HttpRequest } from '../protocols/http.ts';
import { RETRY_COST_PERCENT } from '../retry-policy.ts';
import type { ClientGroup } from '../scenario.ts';
import type { StrategyTraits } from '../strategies/strategy-traits.ts';

export interface ClientOptions {
  readonly group: ClientGroup;
  readonly strategy: Pick<StrategyTraits, 'clientCarries'>;
  readonly timeoutUs: number;
  /** When a client arrives, after its group. Undefined where it draws its own time. */
  readonly arrivalUs?: (client: NodeId) => number | undefined;
}

/** A sent line whose request isn't settled yet. */
export interface Pending {
  readonly request: RequestId;
  readonly line: RequestLine;
  readonly body: HttpRequest;
  readonly attempt: number;
  /** Whether its connection had carried a request before. */
  readonly isReused: boolean;
  /** Whether the browser has sent it again by itself. */
  readonly wasResent: boolean;
  /** Whether it follows from the script itself, and not from a response or an operator. */
  readonly isOfScript: boolean;
}

/** A tab of the browser. It waits for one response at a time. All tabs share the browser's cookies and tokens. */
export interface Tab {
  /** Lines to send before the script continues, or before the tab is closed. */
  readonly next: Line[];
  /** How many of these the program sends by itself, without time to think: a refresh, and the request after it. */
  automatic: number;
  pending: Pending | null;
  /** Tells the response to this attempt from a late one. */
  exchange: number;
  /** Its last request, which names its timers. Null for the tab of the script, whose timers need no name. */
  request: RequestId | null;
  /** Whether the script waits for it. */
  readonly holdsScript: boolean;
}

export interface ClientState {
  /** Number of script lines sent so far. */
  said: number;
  /** Number of extra requests caused by the current script line. */
  extras: number;
  /** Number of extra requests before the first script line. */
  extrasBefore: number;
  /** The tab that follows the script. */
  readonly main: Tab;
  /** The other tabs with unfinished requests. */
  readonly others: Tab[];
  /** Connections that have carried a request and are free. */
  idle: number;
  /** ID of the last exchange of any tab. */
  exchange: number;
  /** Credit for retries, in percent of one. */
  retryCredit: number;
  /** The user that the client is logged in as, as far as it knows. */
  user: UserId | null;
  /** When the script's tab sends the next line; null while it waits for a response, or when it's done. */
  dueUs: number | null;
  /** Extra time away after the pending response, on top of the think time. */
  awayUs: number;
}

/** One reaction in progress. */
export interface ClientTurn {
  readonly state: ClientState;
  readonly options: ClientOptions;
  readonly context: ClusterContext;
  /** The effects so far. */
  readonly effects: ClusterEffect[];
}

export function newTab({ holdsScript }: Pick<Tab, 'holdsScript'>): Tab {
  return { next: [], automatic: 0, pending: null, exchange: 0, request: null, holdsScript };
}

/** Where a new client begins. */
export function newClient(): ClientState {
  return {
    said: 0,
    extras: 0,
    extrasBefore: 0,
    main: newTab({ holdsScript: true }),
    others: [],
    idle: 0,
    exchange: 0,
    retryCredit: RETRY_COST_PERCENT,
    user: null,
    dueUs: null,
    awayUs: 0,
  };
}

/** The tab that awaits the response of this exchange. */
export function tabAwaiting({ main, others }: ClientState, exchange: number): Tab | undefined {
  const isIt = (tab: Tab) => tab.pending !== null && tab.exchange === exchange;
  return isIt(main) ? main : others.find(isIt);
}

/** Name of a tab's timer. */
export function timerOf(kind: string, { request }: Tab): TimerName {
  return request === null ? kind : `${kind} ${request}`;
}

/** The tab whose timer fired, and the timer's kind. */
export function readTimer(
  { main, others }: ClientState,
  timer: TimerName,
): { kind: string; tab: Tab } | null {
  const [kind = '', request] = String(timer).split(' ');
  const tab = request === undefined ? main : others.find((each) => each.request === request);
  return tab === undefined ? null : { kind, tab };
}
