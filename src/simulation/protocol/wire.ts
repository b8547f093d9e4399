/** Everything that travels between nodes, and its text. */
import { type DatabaseAnswer, type DatabaseQuery, serializeDatabase } from './database.ts';
import { type HttpRequest, type HttpResponse, serializeHttp, utf8Bytes } from './http.ts';

export type WireBody = HttpRequest | HttpResponse | DatabaseQuery | DatabaseAnswer;

export function serialize(body: WireBody): string {
  return body.kind === 'http-request' || body.kind === 'http-response'
    ? serializeHttp(body)
    : serializeDatabase(body);
}

export function bytesOnWire(body: WireBody): number {
  return utf8Bytes(serialize(body));
}
