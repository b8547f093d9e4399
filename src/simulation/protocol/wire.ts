/** Everything that travels between nodes, its text, and the bytes of that text. */
import { type DatabaseAnswer, type DatabaseQuery, serializeDatabase } from './database.ts';
import { type HttpRequest, type HttpResponse, writeHttp } from './http.ts';
import { ByteCounter, TextWriter, type Writer } from './writer.ts';

export type WireBody = HttpRequest | HttpResponse | DatabaseQuery | DatabaseAnswer;

export function serialize(body: WireBody): string {
  const out = new TextWriter();
  write(body, out);
  return out.written;
}

/** The size of a message; its text is not put together for it. */
export function bytesOnWire(body: WireBody): number {
  const out = new ByteCounter();
  write(body, out);
  return out.bytes;
}

function write(body: WireBody, out: Writer): void {
  if (body.kind === 'http-request' || body.kind === 'http-response') writeHttp(body, out);
  else out.text(serializeDatabase(body));
}
