/**
 * A token or a sealed cookie gives access only on a server that has its key, and only as it was issued. Checked with
 * Node's own cryptography.
 */
import { createDecipheriv, createHmac, createPublicKey, verify } from 'node:crypto';
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';
import type { Served } from './served.ts';

interface Key {
  readonly kid: string;
  readonly alg: string;
  readonly k?: string;
  readonly x?: string;
}

/** The keys that each server has had, and since when. */
class Rings {
  readonly #rings = new Map<NodeId, { readonly event: EventId; readonly keys: readonly Key[] }[]>();
  readonly #onDisk = new Set<NodeId>();

  see(event: ClusterEvent): void {
    if (event.kind === 'node-left' || event.kind === 'node-crashed') {
      if (event.kind === 'node-left' || !this.#onDisk.has(event.node)) this.#add(event.node, event.id, []);
    }
    if (event.kind !== 'remembered' || event.item.kind !== 'key-ring') return;
    if (event.durable === true) this.#onDisk.add(event.node);
    this.#add(event.node, event.id, event.item.ring.verification);
  }

  /** Every key of the server with this ID since the event. */
  since(server: NodeId, arrival: EventId, kid: unknown): readonly Key[] {
    const rings = this.#rings.get(server) ?? [];
    const first = rings.findLastIndex(({ event }) => event < arrival);
    return rings.slice(Math.max(0, first)).flatMap(({ keys }) => keys.filter((key) => key.kid === kid));
  }

  #add(node: NodeId, event: EventId, keys: readonly Key[]): void {
    const rings = this.#rings.get(node);
    if (rings === undefined) this.#rings.set(node, [{ event, keys }]);
    else rings.push({ event, keys });
  }
}

export function sealedCookies(report: Report): Checker {
  return honouredOnly(report, ({ sealed }) => sealed, isOpenedBy);
}

export function tokenKeys(report: Report): Checker {
  return honouredOnly(report, ({ token }) => token, isVerifiedBy);
}

/** A server has no key left that an operator removed: only the new one after a rotation that keeps none. */
export function removedKeys(report: Report): Checker {
  /** By the event of the command: how many keys it leaves. */
  const left = new Map<EventId, number>();
  return {
    see(event) {
      if (event.kind === 'command-taken' && event.command.kind === 'instruct') {
        const { instruction } = event.command;
        if (instruction.kind === 'remove-keys') left.set(event.id, 0);
        if (instruction.kind === 'rotate-key' && !instruction.keepsOld) left.set(event.id, 1);
      }
      if (event.kind !== 'remembered' || event.item.kind !== 'key-ring') return;
      const most = left.get(event.cause ?? -1);
      const { length } = event.item.ring.verification;
      if (most !== undefined && length > most) report(`${event.node} has ${length} keys left, of ${most}`);
    },
  };
}

function honouredOnly(
  report: Report,
  credentialIn: (presented: ReturnType<typeof presentedIn>) => string | null,
  isMadeWith: (credential: string, key: Key) => boolean,
): Checker {
  const rings = new Rings();
  return {
    see: (event) => rings.see(event),
    served(exchange) {
      const { id, server, request, arrival } = exchange;
      const credential = credentialIn(presentedIn(request));
      if (credential === null || !isHonoured(exchange)) return;
      const keys = rings.since(server, arrival, headerOf(credential).kid);
      if (keys.length === 0) report(`${server} honours what ${id} presents without its key`);
      else if (!keys.some((key) => isMadeWith(credential, key))) {
        report(`${server} honours what ${id} presents although it was changed`);
      }
    },
  };
}

/** Whether the response treats the client as logged in. A login needs no credential. */
function isHonoured({ request, response }: Served): boolean {
  if (response.status !== 200 || request.target === '/login' || request.target === '/refresh') return false;
  const { user } = parseJsonObject(response.body) ?? {};
  return user !== undefined && user !== null;
}

function headerOf(credential: string): Record<string, unknown> {
  return parseJsonObject(Buffer.from(credential.split('.')[0] ?? '', 'base64url').toString()) ?? {};
}

function isOpenedBy(cookie: string, { alg, k }: Key): boolean {
  const [header = '', , nonce = '', ciphertext = '', tag = ''] = cookie.split('.');
  if (alg !== 'A256GCM' || k === undefined) return false;
  try {
    const opener = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(k, 'base64url'),
      Buffer.from(nonce, 'base64url'),
    );
    opener.setAAD(Buffer.from(header, 'ascii'));
    opener.setAuthTag(Buffer.from(tag, 'base64url'));
    opener.update(Buffer.from(ciphertext, 'base64url'));
    opener.final();
    return true;
  } catch {
    return false;
  }
}

function isVerifiedBy(token: string, { alg, k, x }: Key): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const input = Buffer.from(`${header}.${payload}`);
  const given = Buffer.from(signature, 'base64url');
  if (alg === 'HS256' && k !== undefined) {
    return createHmac('sha256', Buffer.from(k, 'base64url')).update(input).digest().equals(given);
  }
  if (alg !== 'EdDSA' || x === undefined) return false;
  return verify(
    null,
    input,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    given,
  );
}
