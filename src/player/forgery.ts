/**
 * Alters a client's token and presents it to a server. Built from commands, so the result is a branch like any other.
 */
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Tampering } from '../simulation/protocols/token-tampering.ts';

export interface Forgery {
  /** Other claims, as text; null leaves them. */
  readonly payload: string | null;
  /** Another `alg`; null leaves it. */
  readonly algorithm: string | null;
  readonly signature: 'kept' | 'flipped' | 'own-key' | 'leaked-key';
  /** What leaked from a server, for `leaked-key`: a secret, or of a key pair mostly the public half. */
  readonly leakedSecret?: string | undefined;
}

/** Empty without a change. The client asks for its identity right after, so that a server must judge the token. */
export function forgeryCommands(
  client: NodeId,
  { payload, algorithm, signature, leakedSecret }: Forgery,
): readonly CommandPayload[] {
  const tamperings: Tampering[] = [];
  if (payload !== null) tamperings.push({ kind: 'set-payload', payload });
  // The algorithm `none` removes the signature, so the signature is changed first.
  if (signature === 'flipped') tamperings.push({ kind: 'flip-signature-bit', bit: 0 });
  if (signature === 'own-key') tamperings.push({ kind: 'sign-with-own-key' });
  if (signature === 'leaked-key' && leakedSecret !== undefined) {
    tamperings.push({ kind: 'sign-with-leaked-key', secret: leakedSecret });
  }
  if (algorithm !== null) tamperings.push({ kind: 'set-algorithm', algorithm });
  if (tamperings.length === 0) return [];
  const payloads = tamperings.map((tampering): CommandPayload => {
    return { kind: 'instruct', nodes: [client], instruction: { kind: 'tamper', tampering } };
  });
  return [
    ...payloads,
    { kind: 'instruct', nodes: [client], instruction: { kind: 'say', line: { kind: 'me' } } },
  ];
}
