/** TCP segments (RFC 9293 §3.1), without options, window, urgent pointer and checksum, which nothing here uses. */
import { utf8Bytes } from '../utf8.ts';
import type { Writer } from '../writer.ts';
import { advance } from './sequence.ts';

/** The control bits except ACK: `ack` represents it. */
export type ControlBit = 'SYN' | 'FIN' | 'RST' | 'PSH';

export interface Segment {
  readonly kind: 'tcp-segment';
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Sequence number of the SYN if there is one, otherwise of the first data byte. */
  readonly seq: number;
  /** Next sequence number that the sender expects; null when the ACK bit is off. */
  readonly ack: number | null;
  readonly control: readonly ControlBit[];
  /** Text, counted in UTF-8 bytes. */
  readonly data: string;
}

/** Header size without options (RFC 9293 §3.1). */
const HEADER_BYTES = 20;

export function has(segment: Segment, bit: ControlBit): boolean {
  return segment.control.includes(bit);
}

/** SEG.LEN: sequence numbers that a segment takes, including SYN and FIN. */
export function segmentLength(segment: Segment): number {
  return utf8Bytes(segment.data) + Number(has(segment, 'SYN')) + Number(has(segment, 'FIN'));
}

/** Sequence number after the segment's last one. */
export function segmentEnd(segment: Segment): number {
  return advance(segment.seq, segmentLength(segment));
}

/**
 * Full text of a segment: ports, then the notation of RFC 9293's figures, then the data on its own lines. The header
 * counts as 20 bytes, regardless of how long its text is.
 */
export function writeSegment(segment: Segment, out: Writer): void {
  const { sourcePort, destinationPort, data } = segment;
  const header = `${sourcePort} > ${destinationPort} ${notation(segment)}`;
  out.binary(HEADER_BYTES, data === '' ? header : `${header}\n`);
  out.text(data);
}

/** A segment as in the figures of RFC 9293: `<SEQ=300><ACK=100><DATA=10><CTL=ACK>` carries ten bytes. */
export function notation({ seq, ack, control, data }: Segment): string {
  const acknowledgment = ack === null ? '' : `<ACK=${ack}>`;
  const length = data === '' ? '' : `<DATA=${utf8Bytes(data)}>`;
  const bits = ack === null ? control : [...control, 'ACK'];
  return `<SEQ=${seq}>${acknowledgment}${length}<CTL=${bits.join(',')}>`;
}

/** The reset that answers a segment without a connection; null for a reset (RFC 9293 §3.5.2). */
export function resetFor(segment: Segment): Segment | null {
  if (has(segment, 'RST')) return null;
  const ports = { sourcePort: segment.destinationPort, destinationPort: segment.sourcePort };
  const reset = { kind: 'tcp-segment', ...ports, control: ['RST'], data: '' } as const;
  return segment.ack === null
    ? { ...reset, seq: 0, ack: segmentEnd(segment) }
    : { ...reset, seq: segment.ack, ack: null };
}
