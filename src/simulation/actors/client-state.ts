/** A client's options, and its state between two inputs. */
import type { UserId } from '../applications/account.ts';
import type { Line } from '../applications/line.ts';
import type { RequestLine } from '../applications/requests.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { HttpRequest } from '../protocols/http.ts';
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
interface Pending {
  readonly request: RequestId;
  readonly line: RequestLine;
  readonly body: HttpRequest;
  readonly attempt: number;
}

export interface ClientState {
  /** Number of script lines sent so far. */
  said: number;
  /** Number of extra requests caused by the current script line. */
  extras: number;
  /** Lines to send before the script continues. */
  readonly next: Line[];
  pending: Pending | null;
  /** Tells the response to this attempt from a late one. */
  exchange: number;
  /** Credit for retries, in percent of one. */
  retryCredit: number;
  /** The user that the client is logged in as, as far as it knows. */
  user: UserId | null;
  /** When it sends the next line; null while it waits for a response, or when it's done. */
  dueUs: number | null;
  /** Extra time away after the pending response, on top of the think time. */
  awayUs: number;
}
