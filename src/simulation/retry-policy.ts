/** When a client retries: back-off, jitter and a budget. How often at most is its group's `retries`. */
import type { RandomStream } from './kernel/random.ts';

export interface RetryPolicy {
  /** Delay before the first retry. */
  readonly delayUs: number;
  /** Each further delay is this many times as long. 1 for a constant delay. */
  readonly multiplier: number;
  /** No delay is longer. */
  readonly delayMaxUs: number;
  /** Whether a delay is drawn from 0 up to its length ("full jitter"), so that clients don't retry together. */
  readonly hasJitter: boolean;
  /** Retries per hundred requests, for each client by itself. Null for no budget. */
  readonly budgetPercent: number | null;
}

/** A constant delay without jitter or budget. */
export const plainRetries: RetryPolicy = {
  delayUs: 200_000,
  multiplier: 1,
  delayMaxUs: 200_000,
  hasJitter: false,
  budgetPercent: null,
};

/** Credit for one retry, in percent. A client starts with it. */
export const RETRY_COST_PERCENT = 100;
/** No client saves up more than ten retries. */
const RETRY_CREDIT_MAX_PERCENT = 1_000;

/** @param retry The number of the retry, from 1. */
export function retryDelayUs(policy: RetryPolicy, retry: number, random: RandomStream): number {
  const longestUs = longestDelayUs(policy, retry);
  return policy.hasJitter ? random.integer(0, longestUs) : longestUs;
}

/** The delay before jitter. */
function longestDelayUs({ delayUs, multiplier, delayMaxUs }: RetryPolicy, retry: number): number {
  let us = Math.min(delayUs, delayMaxUs);
  for (let number = 1; number < retry && us < delayMaxUs; number += 1)
    us = Math.min(us * multiplier, delayMaxUs);
  return us;
}

/** A client's credit after it sent a new request. */
export function creditAfterRequest(credit: number, { budgetPercent }: RetryPolicy): number {
  return budgetPercent === null ? credit : Math.min(credit + budgetPercent, RETRY_CREDIT_MAX_PERCENT);
}

/** A client's credit after a retry; null if the budget doesn't allow one. */
export function creditAfterRetry(credit: number, { budgetPercent }: RetryPolicy): number | null {
  if (budgetPercent === null) return credit;
  return credit < RETRY_COST_PERCENT ? null : credit - RETRY_COST_PERCENT;
}
