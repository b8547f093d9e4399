/** UDP datagrams (RFC 768). There is nothing to remember about them: no connection, no order, no acknowledgment. */
import { utf8Bytes } from '../utf8.ts';
import type { Writer } from '../writer.ts';

export interface Datagram {
  readonly kind: 'udp-datagram';
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Text, counted in bytes of UTF-8. */
  readonly data: string;
}

/** Source port, destination port, length and checksum, of two bytes each. */
const HEADER_BYTES = 8;

/** All that a datagram says: ports and length (of header and data) from its header, then the data on lines of its own. */
export function writeDatagram({ sourcePort, destinationPort, data }: Datagram, out: Writer): void {
  const length = HEADER_BYTES + utf8Bytes(data);
  out.binary(HEADER_BYTES, `${sourcePort} > ${destinationPort} <LENGTH=${length}>\n`);
  out.text(data);
}
