import { describe, expect, it } from 'vitest';
import {
  resetFor,
  type Segment,
  segmentEnd,
  segmentLength,
} from '../../../../src/simulation/protocols/tcp/segment.ts';
import { bytesOnWire, serialize } from '../../../../src/simulation/protocols/wire.ts';

function segment(changes: Partial<Segment>): Segment {
  const ports = { sourcePort: 49_152, destinationPort: 80 };
  return { kind: 'tcp-segment', ...ports, seq: 100, ack: null, control: [], data: '', ...changes };
}

describe('a segment', () => {
  it('is written as in the figures of RFC 9293, after its ports and before its data', () => {
    expect(serialize(segment({ control: ['SYN'] }))).toBe('49152 > 80 <SEQ=100><CTL=SYN>');
    expect(serialize(segment({ ack: 300, control: ['PSH'], data: '커피\r\n' }))).toBe(
      '49152 > 80 <SEQ=100><ACK=300><DATA=8><CTL=PSH,ACK>\n커피\r\n',
    );
  });

  it('has a header of 20 bytes (RFC 9293 §3.1: five words), then its data in UTF-8', () => {
    expect(bytesOnWire(segment({ control: ['SYN'] }))).toBe(20);
    expect(bytesOnWire(segment({ ack: 1, data: '커피' }))).toBe(26);
  });

  it('takes a sequence number for each byte, for SYN and for FIN (RFC 9293 §3.4)', () => {
    expect(segmentLength(segment({ control: ['SYN'] }))).toBe(1);
    expect(segmentLength(segment({ ack: 300 }))).toBe(0);
    expect(segmentLength(segment({ ack: 300, control: ['RST'] }))).toBe(0);
    expect(segmentLength(segment({ ack: 300, control: ['FIN', 'PSH'], data: '커피' }))).toBe(7);
    expect(segmentEnd(segment({ seq: 2 ** 32 - 2, ack: 300, data: 'abcd' }))).toBe(2);
  });
});

describe('a reset (RFC 9293 §3.5.2, group 1)', () => {
  it('takes its sequence number from the acknowledgment of the segment that it answers', () => {
    expect(resetFor(segment({ ack: 300, data: 'hello' }))).toEqual(
      segment({ sourcePort: 80, destinationPort: 49_152, seq: 300, control: ['RST'] }),
    );
  });

  it('acknowledges a segment without an acknowledgment, from sequence number zero', () => {
    expect(resetFor(segment({ control: ['SYN'], data: 'hello' }))).toEqual(
      segment({ sourcePort: 80, destinationPort: 49_152, seq: 0, ack: 106, control: ['RST'] }),
    );
  });

  it('never answers a reset', () => {
    expect(resetFor(segment({ ack: 300, control: ['RST'] }))).toBeNull();
  });
});
