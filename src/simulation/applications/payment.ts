/** Payments, in the database: after a crash it knows what the client can't. */

export interface Charge {
  readonly amountWon: number;
  /** Client-generated key: a second charge with the same key returns the first one's result. */
  readonly idempotencyKey: string | null;
}

export const AMOUNT_WON_MAX = 100_000_000;
