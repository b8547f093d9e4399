import { describe, expect, it } from 'vitest';
import type { Datagram } from '../../../../src/simulation/protocols/udp/datagram.ts';
import { bytesOnWire, serialize } from '../../../../src/simulation/protocols/wire.ts';

describe('a datagram (RFC 768)', () => {
  const coffee: Datagram = { kind: 'udp-datagram', sourcePort: 49_152, destinationPort: 7, data: '커피' };

  it('has a header of 8 bytes, then its data in UTF-8', () => {
    expect(bytesOnWire(coffee)).toBe(14);
    expect(bytesOnWire({ ...coffee, data: '' })).toBe(8);
  });

  it('is written with the fields of its header', () => {
    expect(serialize(coffee)).toBe('49152 > 7 <LENGTH=14>\n커피');
  });
});
