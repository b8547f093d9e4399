/** UDP datagrams (RFC 768). There is nothing to remember about them: no connection, no order, no acknowledgment. */
import { utf8Bytes } from '../http.ts';

export interface Datagram {
  readonly kind: 'udp-datagram';
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Text, counted in bytes of UTF-8. */
  readonly data: string;
}

/** Source port, destination port, length and checksum, of two bytes each. */
const HEADER_BYTES = 8;

/** The length field of the header: header and data. */
export function datagramBytes({ data }: Datagram): number {
  return HEADER_BYTES + utf8Bytes(data);
}

/** All that a datagram says: ports and length from its header, then the data on lines of its own. */
export function serializeDatagram(datagram: Datagram): string {
  const { sourcePort, destinationPort, data } = datagram;
  return `${sourcePort} > ${destinationPort} <LENGTH=${datagramBytes(datagram)}>\n${data}`;
}
