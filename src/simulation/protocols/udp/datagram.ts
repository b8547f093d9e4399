/** UDP datagrams (RFC 768). UDP is stateless: no connection, no order, no acknowledgment. */
import { utf8Bytes } from '../utf8.ts';
import type { Writer } from '../writer.ts';

export interface Datagram {
  readonly kind: 'udp-datagram';
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Text, counted in UTF-8 bytes. */
  readonly data: string;
}

/** Source port, destination port, length and checksum, two bytes each. */
const HEADER_BYTES = 8;

/** Full text of a datagram: ports and length (of header and data) from its header, then the data on its own lines. */
export function writeDatagram({ sourcePort, destinationPort, data }: Datagram, out: Writer): void {
  const length = HEADER_BYTES + utf8Bytes(data);
  out.binary(HEADER_BYTES, `${sourcePort} > ${destinationPort} <LENGTH=${length}>\n`);
  out.text(data);
}
