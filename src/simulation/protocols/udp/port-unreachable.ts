/** ICMP "port unreachable" (RFC 792, type 3 code 3): what a host answers to a datagram for a port without a process. */
import type { Writer } from '../writer.ts';
import type { Datagram } from './datagram.ts';

export interface PortUnreachable {
  readonly kind: 'icmp-port-unreachable';
  /** Ports of the datagram that it answers. Its sender recognises it by them. */
  readonly sourcePort: number;
  readonly destinationPort: number;
}

/** Type, code, checksum and an unused field; then the datagram's IP header and its first 8 bytes. */
const BYTES = 8 + 20 + 8;

export function portUnreachable({ sourcePort, destinationPort }: Datagram): PortUnreachable {
  return { kind: 'icmp-port-unreachable', sourcePort, destinationPort };
}

export function writePortUnreachable({ sourcePort, destinationPort }: PortUnreachable, out: Writer): void {
  out.binary(BYTES, `ICMP 3/3 port unreachable (${sourcePort} > ${destinationPort})\n`);
}
