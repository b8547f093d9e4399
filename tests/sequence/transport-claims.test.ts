/** What captions say of both ends of a connection, held against the memories at that step. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { isClient } from '../../src/simulation/cluster.ts';
import type { Segment } from '../../src/simulation/protocols/tcp/segment.ts';
import type { Run } from '../../src/trace/run.ts';
import { captionOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';
import { anyTransportCommands, anyTransportScenario } from '../support/transport-arbitraries.ts';

/** The sender's and the receiver's state after a step. */
function endsAfter(run: Run, index: number): readonly [string, string] | null {
  const step = run.steps[index];
  if (step?.kind !== 'message' || step.message.body.kind !== 'tcp-segment') return null;
  const { sourcePort, destinationPort }: Segment = step.message.body;
  const stateOn = (node: string, peer: string, localPort: number, remotePort: number) => {
    for (const { item } of run.states[index]?.snapshot.get(node)?.memory ?? []) {
      if (item.kind !== 'tcp-connection') continue;
      const { connection } = item;
      // On a server, the connections of two clients can have the same ports.
      const isWith = isClient(node) || item.peer === peer;
      if (isWith && connection.localPort === localPort && connection.remotePort === remotePort)
        return connection.state;
    }
    return 'CLOSED';
  };
  return [
    stateOn(step.from, step.to, sourcePort, destinationPort),
    stateOn(step.to, step.from, destinationPort, sourcePort),
  ];
}

/** Each claim, and when it's true (RFC 9293 §3.3.2 and §3.6). */
const claims: readonly (readonly [RegExp, (sender: string, receiver: string) => boolean])[] = [
  [/Both ends have forgotten/, (sender, receiver) => sender === 'CLOSED' && receiver === 'CLOSED'],
  [/forgets the connection/, (_, receiver) => receiver === 'CLOSED'],
  [/closes it/, (_, receiver) => receiver === 'CLOSED'],
  [/remembers the connection a while longer/, (_, receiver) => receiver === 'TIME-WAIT'],
  [/but still receives/, (sender) => sender === 'FIN-WAIT-1' || sender === 'FIN-WAIT-2'],
  [/nothing more to send either/, (sender) => sender !== 'ESTABLISHED' && !sender.startsWith('FIN-WAIT')],
  [/Both remember/, (sender, receiver) => sender !== 'CLOSED' && receiver === 'SYN-RECEIVED'],
  [/is established/, (_, receiver) => receiver === 'ESTABLISHED'],
];

describe('a caption of a segment', () => {
  it('claims of both ends what their memories say', () => {
    fc.assert(
      fc.property(anyTransportScenario, anyTransportCommands, (scenario, commands) => {
        const run = runOf({ ...scenario, transport: 'tcp' }, commands);
        describeRun(run, english).steps.forEach((step, index) => {
          const ends = endsAfter(run, index);
          if (ends === null) return;
          const caption = captionOf(step);
          for (const [claim, isTrue] of claims) {
            if (claim.test(caption)) expect(isTrue(...ends), `${caption} (${ends})`).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});
