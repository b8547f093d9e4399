/** Payments, kept in the database: what a client cannot know after a crash, the database does. */

export interface Charge {
  readonly amountWon: number;
  /** The client's own name for this payment: a second charge under it gets the result of the first. */
  readonly idempotencyKey: string | null;
}

export const AMOUNT_WON_MAX = 100_000_000;
