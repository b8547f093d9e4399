/** What took a node's memory: its process died, its machine went dark, or a deploy restarted it. */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { PlainReason } from './reasons.ts';

type CrashEvent = ClusterEvent & { readonly kind: 'node-crashed' };

/** A deploy stops the process as a crash does, but nothing has failed. */
export function isRestart(events: readonly ClusterEvent[], { cause }: CrashEvent): boolean {
  const given = cause === null ? undefined : events[cause];
  return given?.kind === 'command-taken' && given.command.kind === 'deploy';
}

/** How what was in a node's memory was lost. */
export function reasonOfCrash(events: readonly ClusterEvent[], crash: CrashEvent): PlainReason {
  if (isRestart(events, crash)) return 'restart-took-it';
  return crash.how === 'machine' ? 'darkness-took-it' : 'crash-took-it';
}
