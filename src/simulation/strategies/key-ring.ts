/** Signing keys of a server: installed on its disk, and rotated by an operator. */
import type { ClusterContext, ClusterEffect, ClusterInput } from '../cluster.ts';
import { randomStream } from '../kernel/random.ts';
import { type KeyRing, newSigningKey, noKeys, rotateKey, type SigningKey } from '../protocols/signing-key.ts';

const KEY_RING = 'key-ring';
const FIRST_KEY = '1';

export function keyRingOf(memory: ClusterContext['memory']): KeyRing {
  const item = memory.get(KEY_RING);
  return item?.kind === 'key-ring' ? item.ring : noKeys;
}

/** @param seed The run's seed. Keys with the same ID are equal on all servers, as if distributed centrally. */
export function tendKeyRing(
  input: ClusterInput,
  { memory }: ClusterContext,
  seed: number,
): readonly ClusterEffect[] {
  if (input.kind === 'started') {
    return memory.has(KEY_RING)
      ? []
      : [keep(rotateKey(noKeys, keyNamed(FIRST_KEY, seed), { keepsOld: false }))];
  }
  if (input.kind !== 'node-command') return [];
  const { command } = input;
  switch (command.kind) {
    case 'rotate-key': {
      const { kid, keepsOld } = command;
      return [keep(rotateKey(keyRingOf(memory), keyNamed(kid, seed), { keepsOld }))];
    }
    case 'remove-keys':
      return [keep(noKeys)];
    default:
      return [];
  }
}

function keyNamed(kid: string, seed: number): SigningKey {
  return newSigningKey(kid, randomStream(seed, `signing key ${kid}`));
}

function keep(ring: KeyRing): ClusterEffect {
  return { kind: 'remember', key: KEY_RING, item: { kind: 'key-ring', ring }, durable: true };
}
