/** Byte counts equal the size of the displayed text. */
import { headerOf } from '../../../src/simulation/protocols/http.ts';
import { bytesOnWire, serialize } from '../../../src/simulation/protocols/wire.ts';
import type { Checker, Report } from './checker.ts';

/** A message's size is its text's length in UTF-8, and Content-Length is its body's. */
export function bytesOfMessages(report: Report): Checker {
  return {
    see(event) {
      if (event.kind !== 'message-sent') return;
      const { id, body } = event.message;
      // Binary headers of 20 and 8 bytes, displayed as text.
      if (body.kind === 'tcp-segment' || body.kind === 'udp-datagram') return;
      const text = serialize(body);
      const bytes = typeof text === 'string' ? Buffer.byteLength(text) : Number.NaN;
      if (bytesOnWire(body) !== bytes)
        report(`message ${id} counts as ${bytesOnWire(body)} bytes, but has ${bytes}`);
      if (body.kind !== 'http-request' && body.kind !== 'http-response') return;
      const length = Number(headerOf(body, 'Content-Length') ?? 0);
      if (length !== Buffer.byteLength(body.body))
        report(`message ${id} has a wrong Content-Length: ${length}`);
    },
  };
}
