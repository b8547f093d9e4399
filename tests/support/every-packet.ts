/** Segments and datagrams with every variant of their messages, and every fate of a message. */
import type { NodeRef } from '../../src/sequence/node-ref.ts';
import { resetReasons } from '../../src/sequence/reset-reasons.ts';
import type { DatagramFacts, EndFacts, Fate, SegmentFacts } from '../../src/sequence/step-facts.ts';
import type { ControlBit } from '../../src/simulation/protocols/tcp/segment.ts';

const client: NodeRef = { role: 'client', ordinal: 1 };
const balancer: NodeRef = { role: 'load-balancer', ordinal: 1 };
const server: NodeRef = { role: 'server', ordinal: 1 };

export const both = [false, true];
export const delivered: Fate = { kind: 'delivered' };
export const fates: readonly Fate[] = [
  delivered,
  { kind: 'refused' },
  ...(['loss', 'dropped', 'link-cut', 'receiver-gone', 'receiver-down', 'receiver-dark'] as const).map(
    (why) => ({ kind: 'lost', why }) as const,
  ),
  { kind: 'delivered', isHeld: true },
];

/** A segment without ACK has a control bit. */
function acks(control: readonly ControlBit[]): readonly (number | null)[] {
  return control.includes('SYN') ? [null, 7] : [7];
}

function resetsOf(control: readonly ControlBit[]): readonly SegmentFacts['reset'][] {
  return control.includes('RST') ? resetReasons : [null];
}

export function everySegment(): SegmentFacts[] {
  const end = (before: EndFacts['before'], after: EndFacts['after']): EndFacts => ({ before, after });
  const open = end('ESTABLISHED', 'ESTABLISHED');
  const receivers = [
    open,
    end('SYN-RECEIVED', 'ESTABLISHED'),
    end('LAST-ACK', 'CLOSED'),
    end('FIN-WAIT-2', 'TIME-WAIT'),
    end('CLOSING', 'TIME-WAIT'),
    end('CLOSED', 'SYN-RECEIVED'),
  ];
  const senders = [
    open,
    end('ESTABLISHED', 'FIN-WAIT-1'),
    end('TIME-WAIT', 'CLOSED'),
    { ...open, isWithSystem: true } as const,
  ];
  const controls = [[], ['SYN'], ['FIN'], ['RST'], ['PSH']] as const;
  return fates.flatMap((fate) =>
    [client, server].flatMap((from) =>
      controls.flatMap((control) =>
        receivers.flatMap((receiver) =>
          ['', 'hello', startLineOf(from)].flatMap((data) =>
            acks(control).flatMap((ack) =>
              both.flatMap((isRepeated) =>
                both.flatMap((carriesHttp) =>
                  both.flatMap((isCopy) =>
                    resetsOf(control).flatMap((reset) =>
                      senders.flatMap((sender) =>
                        both.map(
                          (isBySystem): SegmentFacts => ({
                            kind: 'segment',
                            from,
                            to: balancer,
                            fate,
                            segment: {
                              kind: 'tcp-segment',
                              sourcePort: 1,
                              destinationPort: 2,
                              seq: 1,
                              ack,
                              control,
                              data,
                            },
                            isRepeated,
                            isCopy,
                            carriesHttp,
                            reset,
                            sender,
                            receiver,
                            isBySystem,
                          }),
                        ),
                      ),
                    ),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

export function everyDatagram(): DatagramFacts[] {
  const numbered = [
    null,
    { kind: 'request', number: 3, text: 'two' },
    { kind: 'reply', number: 3, text: 'OK two' },
  ] as const;
  return [delivered, fates[1] as Fate, fates[2] as Fate].flatMap((fate) =>
    numbered.flatMap((each) =>
      both.flatMap((isRepeated) =>
        both.flatMap((isCopy) =>
          both.flatMap((is) =>
            both.map(
              (isDoneAgain): DatagramFacts => ({
                kind: 'datagram',
                from: client,
                to: server,
                fate,
                text: 'hello',
                numbered: each,
                isRepeated,
                isCopy,
                wasOvertaken: is,
                serverRemembers: is,
                isDoneAgain,
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

/** A whole HTTP message without fields. */
function startLineOf(from: NodeRef): string {
  return from === client ? 'GET / HTTP/1.1\r\n\r\n' : 'HTTP/1.1 200 OK\r\n\r\n';
}
