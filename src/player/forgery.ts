/** Changing a token that a client holds, and showing it to a server: as commands, so that it is a future like any other. */
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Tampering } from '../simulation/protocols/token-tampering.ts';

export interface Forgery {
  /** Other claims, as text; null leaves them. */
  readonly payload: string | null;
  /** Another `alg`; null leaves it. */
  readonly algorithm: string | null;
  readonly signature: 'kept' | 'flipped' | 'own-key';
}

/** Nothing where nothing is changed. The client asks who it is right after: whoever is shown the token has to judge it. */
export function forgeryCommands(
  client: NodeId,
  { payload, algorithm, signature }: Forgery,
): readonly CommandPayload[] {
  const tamperings: Tampering[] = [];
  if (payload !== null) tamperings.push({ kind: 'set-payload', payload });
  // An algorithm of none takes the signature away: what is done to a signature comes before.
  if (signature === 'flipped') tamperings.push({ kind: 'flip-signature-bit', bit: 0 });
  if (signature === 'own-key') tamperings.push({ kind: 'sign-with-own-key' });
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
