/** Checks that several kinds of scenarios share. */
import type { Duration } from '../kernel/duration.ts';
import type { Latency } from '../kernel/network.ts';
import {
  type Check,
  type ChecksOf,
  inTurn,
  memberOf,
  object,
  type Problem,
  tagged,
  wholeNumber,
} from './check.ts';
import { isRecord } from './is-record.ts';
import { CLOCK_OFFSET_US_MAX, DELAY_US_MAX, INTERVAL_US_MIN } from './limits.ts';

/** A delay in virtual microseconds. */
export const delayUs = wholeNumber(0, DELAY_US_MAX);
/** A timeout: a delay above 0. */
export const patienceUs = wholeNumber(1, DELAY_US_MAX);
/** How far a clock is ahead, or behind when it's negative. */
export const clockOffsetUs = wholeNumber(-CLOCK_OFFSET_US_MAX, CLOCK_OFFSET_US_MAX);
/** An interval of periodic events. */
export const intervalUs = wholeNumber(INTERVAL_US_MIN, DELAY_US_MAX);

/** The bounds of a random draw: ordered whole numbers. */
const bounds = (value: unknown, field: string, problems: Problem[]): void => {
  if (!isRecord(value) || typeof value.minUs !== 'number') return;
  wholeNumber(value.minUs, DELAY_US_MAX)(value.maxUs, memberOf(field, 'maxUs'), problems);
};

const latencyMembers: ChecksOf<Latency> = { minUs: delayUs, maxUs: delayUs };
export const latency = inTurn(object(latencyMembers), bounds);

const durations: { readonly [Kind in Duration['kind']]: Readonly<Record<string, Check>> } = {
  fixed: { us: delayUs },
  uniform: { minUs: delayUs, maxUs: delayUs },
  exponential: { meanUs: wholeNumber(0, DELAY_US_MAX) },
};
const durationOfKind = tagged(durations);
export const duration: Check = inTurn(durationOfKind, (value, field, problems) => {
  if (isRecord(value) && value.kind === 'uniform') bounds(value, field, problems);
});
