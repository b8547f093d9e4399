/** A trace in 64 digits: two traces with the same hash are the same, event for event, on whatever machine. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClusterEvent } from '../simulation/cluster.ts';

/** SHA-256 of the events, one a line, as canonical JSON in UTF-8; in hexadecimal. */
export function traceHash(events: readonly ClusterEvent[]): string {
  const hash = sha256.create();
  for (const event of events) hash.update(utf8ToBytes(`${canonicalJson(event)}\n`));
  return bytesToHex(hash.digest());
}

/** JSON whose members stand in the order of their names, so that it does not matter in which an actor wrote them. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
