/** A client with a cookie jar and a token, which notes the answers. It never repeats a request by itself. */
import { Agent, request } from 'node:http';
import { passwords, type UserId } from '../../src/simulation/applications/account.ts';
import type { RequestLine } from '../../src/simulation/applications/line.ts';
import { requestFor } from '../../src/simulation/applications/requests.ts';
import type { Conversation } from '../../src/simulation/applications/shop.ts';
import { continueConversation } from '../../src/simulation/applications/shop.ts';
import { wordOf } from './story.ts';

const TIMEOUT_MS = 15_000;

export class Visitor {
  readonly #port: number;
  /** Like a browser, it uses its connection again. */
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #carriesEverything: boolean;
  readonly #cookies: Map<string, string>;
  #token: string | null;
  #user: UserId | null;
  #conversation: Conversation;

  /** @param other A visitor whose credentials this one has copied. */
  constructor(port: number, carriesEverything: boolean, other?: Visitor) {
    this.#port = port;
    this.#carriesEverything = carriesEverything;
    this.#cookies = new Map(other?.cookies);
    this.#token = other?.token ?? null;
    this.#user = other?.user ?? null;
    this.#conversation = {};
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  get token(): string | null {
    return this.#token;
  }

  get user(): UserId | null {
    return this.#user;
  }

  /** @returns The answer as a word of an outcome. */
  async say(line: RequestLine): Promise<string> {
    let said = line.kind === 'shop' ? line.said : {};
    if (line.kind === 'shop' && this.#carriesEverything) {
      said = continueConversation(this.#conversation, said);
      this.#conversation = said;
    }
    const { method, target, headers, body } = requestFor(line, {
      headers: this.#credentials(),
      said,
      carriedCart: null,
      idempotencyKey: 'reality',
      refreshToken: null,
    });
    const answer = await this.#ask(method, target, Object.fromEntries(headers), body);
    if (answer === null) return 'no response';
    if (line.kind === 'log-in' && answer.status === 200) this.#user = line.user;
    // The thing that a logout can do about a token: this client forgets it.
    if (line.kind === 'log-out') this.#token = null;
    return wordOf(answer.status, answer.server);
  }

  #credentials(): [string, string][] {
    const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const basic =
      this.#carriesEverything && this.#user !== null
        ? `Basic ${Buffer.from(`${this.#user}:${passwords[this.#user]}`).toString('base64')}`
        : null;
    const authorization = this.#token === null ? basic : `Bearer ${this.#token}`;
    return [
      ...(cookies === '' ? [] : ([['Cookie', cookies]] as [string, string][])),
      ...(authorization === null ? [] : ([['Authorization', authorization]] as [string, string][])),
    ];
  }

  #ask(method: string, path: string, headers: Record<string, string>, body: string) {
    return new Promise<{ status: number; server: string | null } | null>((resolve) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          headers: { ...headers, Host: 'shop.example', 'Content-Length': Buffer.byteLength(body) },
          agent: this.#agent,
          timeout: TIMEOUT_MS,
        },
        (response) => {
          let text = '';
          response.on('data', (part) => {
            text += part;
          });
          response.on('error', () => resolve(null));
          response.on('end', () => {
            for (const cookie of response.headers['set-cookie'] ?? []) this.#keep(cookie);
            this.#token = tokenIn(text) ?? this.#token;
            const server = response.headers['x-served-by'];
            resolve({ status: response.statusCode ?? 0, server: typeof server === 'string' ? server : null });
          });
        },
      );
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => resolve(null));
      sent.end(body);
    });
  }

  /** RFC 6265 §5.2 and §5.3, as far as the servers here use cookies: one host, one path. */
  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    const isDeleted = attributes.some(
      (each) =>
        /^max-age=(0|-\d+)$/i.test(each) ||
        (/^expires=/i.test(each) && Date.parse(each.slice('expires='.length)) <= Date.now()),
    );
    if (isDeleted) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(equals + 1));
  }
}

function tokenIn(text: string): string | null {
  try {
    const { access_token: token } = JSON.parse(text);
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}
