/** A trace's fingerprint of 64 digits: on any machine, equal hashes mean equal traces, event for event. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClusterEvent } from '../simulation/cluster.ts';

/** SHA-256 in hexadecimal over the events as canonical JSON in UTF-8, one per line. */
export function traceHash(events: readonly ClusterEvent[]): string {
  const hash = sha256.create();
  for (const event of events) hash.update(utf8ToBytes(`${canonicalJson(event)}\n`));
  return bytesToHex(hash.digest());
}

/** JSON with sorted keys, so that the order of an actor's fields doesn't matter. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
