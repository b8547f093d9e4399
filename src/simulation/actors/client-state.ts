/** What a client is made with, and what it keeps between its reactions. */
import type { UserId } from '../applications/account.ts';
import type { Line } from '../applications/line.ts';
import type { RequestLine } from '../applications/requests.ts';
import type { RequestId } from '../kernel/actor.ts';
import type { HttpRequest } from '../protocols/http.ts';
import type { ClientGroup } from '../scenario.ts';
import type { StrategyTraits } from '../strategies/strategy-traits.ts';

export interface ClientOptions {
  readonly group: ClientGroup;
  readonly strategy: Pick<StrategyTraits, 'clientCarries'>;
  readonly timeoutUs: number;
}

/** A line that was said and not settled yet. */
interface Pending {
  readonly request: RequestId;
  readonly line: RequestLine;
  readonly body: HttpRequest;
  readonly attempt: number;
}

export interface ClientState {
  /** How many lines of the script have been said. */
  said: number;
  /** How many lines were said besides the script because of the last one. */
  extras: number;
  /** What is to be said before the script goes on. */
  readonly next: Line[];
  pending: Pending | null;
  /** Tells the answer to this attempt from one that comes too late. */
  exchange: number;
  /** As whom it has logged in, as far as it knows. */
  user: UserId | null;
  /** When it says the next line; null while it waits for an answer, or has nothing more to say. */
  dueUs: number | null;
  /** How much longer than it thinks the client stays away after the answer that it waits for. */
  awayUs: number;
}
