/** A server's own clock, which can be wrong. Waits and timeouts don't depend on it: they're measured, not read. */
import type { ClusterContext, ClusterEffect, ClusterInput } from '../cluster.ts';
import { roleOf } from '../cluster.ts';

const CLOCK = 'clock';

/** The context with the time that this server believes it is. */
export function byItsClock(context: ClusterContext): ClusterContext {
  const item = context.memory.get(CLOCK);
  return item?.kind === 'clock' ? { ...context, nowUs: context.nowUs + item.offsetUs } : context;
}

/** The time of a clock that nobody sets. Its differences are right, also where the context has the server's own clock. */
export function measuredUs({ memory, nowUs }: ClusterContext): number {
  const item = memory.get(CLOCK);
  return item?.kind === 'clock' ? nowUs - item.offsetUs : nowUs;
}

/** @param offsetsUs The scenario's, by server number. Later an operator can set the clock. */
export function tendClock(
  input: ClusterInput,
  { memory, self }: ClusterContext,
  offsetsUs: readonly number[],
): readonly ClusterEffect[] {
  if (input.kind === 'started') {
    const offsetUs = offsetsUs[roleOf(self).ordinal - 1] ?? 0;
    return offsetUs === 0 || memory.has(CLOCK) ? [] : [keep(offsetUs)];
  }
  if (input.kind !== 'node-command' || input.command.kind !== 'set-clock') return [];
  return [keep(input.command.offsetUs)];
}

/** Kept through a crash: a clock has a battery. */
function keep(offsetUs: number): ClusterEffect {
  return { kind: 'remember', key: CLOCK, item: { kind: 'clock', offsetUs }, durable: true };
}
