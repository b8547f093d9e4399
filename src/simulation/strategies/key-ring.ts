/**
 * Keys of a server: installed on its disk, made by itself, or read from the session store. An operator rotates and
 * removes them.
 */
import {
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type ClusterMessage,
  roleOf,
  SESSION_STORE,
  SESSION_STORE_REPLICA,
} from '../cluster.ts';
import { randomStream } from '../kernel/random.ts';
import { parseJsonObject } from '../protocols/http.ts';
import {
  type KeyAlgorithm,
  type KeyRing,
  newSigningKey,
  noKeys,
  publicHalfOf,
  rotateKey,
  type SigningKey,
} from '../protocols/signing-key.ts';
import type { StoreCommand } from '../protocols/store.ts';
import type { ClusterScenario } from '../scenario.ts';
import { KEY_RING_KEY } from '../store-keys.ts';

const KEY_RING = 'key-ring';
const FIRST_KEY = '1';
const READ_KEYS = 'read-keys';
/** With key pairs, the only server that has the private key. */
const ISSUER = 1;

export interface KeyOptions extends Pick<ClusterScenario, 'keys' | 'seed' | 'store'> {
  readonly algorithm: KeyAlgorithm;
}

export function keyRingOf(memory: ClusterContext['memory']): KeyRing {
  const item = memory.get(KEY_RING);
  return item?.kind === 'key-ring' ? item.ring : noKeys;
}

/** Handles what concerns a server's keys: its start, an operator's command, and the store's answers. */
export function tendKeyRing(
  input: ClusterInput,
  context: ClusterContext,
  options: KeyOptions,
): readonly ClusterEffect[] {
  switch (input.kind) {
    case 'started':
      return begin(context, options);
    case 'node-command':
      return input.command.kind === 'rotate-key'
        ? rotate(input.command, context, options)
        : input.command.kind === 'remove-keys'
          ? [keep(noKeys, options)]
          : [];
    case 'timer':
      return input.timer === READ_KEYS ? [readAgain(options), ask('read', 0, context)] : [];
    case 'message':
      return input.message.role === 'reply' ? hear(input.message, context, options) : [];
    case 'refused':
    case 'reset':
      return input.message.exchange < 0 ? askNext(input.message.exchange, context, options) : [];
    default:
      return [];
  }
}

function begin(context: ClusterContext, options: KeyOptions): readonly ClusterEffect[] {
  switch (options.keys.kind) {
    case 'shared': {
      if (context.memory.has(KEY_RING)) return [];
      return [keep(withNewKey(noKeys, keyNamed(FIRST_KEY, options), false, context, options), options)];
    }
    case 'own':
      return [keep(withNewKey(noKeys, ownKey(context, options), false, context, options), options)];
    case 'in-store':
      // Background work, because it doesn't belong to any request.
      return [{ kind: 'set-timer', timer: READ_KEYS, delayUs: 0, background: true }];
    default:
      throw new Error(`Unknown keys ${options.keys satisfies never}`);
  }
}

function rotate(
  { kid, keepsOld }: { readonly kid: string; readonly keepsOld: boolean },
  context: ClusterContext,
  options: KeyOptions,
): readonly ClusterEffect[] {
  const { kind } = options.keys;
  const key = kind === 'own' ? ownKey(context, options) : keyNamed(kid, options);
  const ring = withNewKey(keyRingOf(context.memory), key, keepsOld, context, options);
  if (kind !== 'in-store') return [keep(ring, options)];
  // A server without the private key can't make a key pair known.
  if (ring.signing === null) return [];
  return [keep(ring, options), ask('publish', 0, context, ring)];
}

/** Of a key pair, a server other than the issuer gets the public half only, unless each server has keys of its own. */
function withNewKey(
  ring: KeyRing,
  key: SigningKey,
  keepsOld: boolean,
  { self }: ClusterContext,
  { keys }: KeyOptions,
): KeyRing {
  const isIssuer = key.kty === 'oct' || keys.kind === 'own' || roleOf(self).ordinal === ISSUER;
  const { verification } = rotateKey(ring, isIssuer ? key : publicHalfOf(key), { keepsOld });
  return { signing: isIssuer ? key : null, verification };
}

/** Keys with the same ID are equal on all servers, as if distributed centrally. */
function keyNamed(kid: string, { seed, algorithm }: KeyOptions): SigningKey {
  const purpose = algorithm === 'HS256' ? 'signing' : algorithm;
  return newSigningKey(kid, randomStream(seed, `${purpose} key ${kid}`), algorithm);
}

/** Made by the server itself, so its ID has to differ from those of the other servers. */
function ownKey({ self, random }: ClusterContext, { algorithm }: KeyOptions): SigningKey {
  return newSigningKey(`${roleOf(self).ordinal}-${shortId(random)}`, random, algorithm);
}

function shortId(random: ClusterContext['random']): string {
  return random.integer(0, 0xffff).toString(16).padStart(4, '0');
}

/** Keys that a server makes or reads live in its process. Installed ones are on its disk. */
function keep(ring: KeyRing, { keys }: KeyOptions): ClusterEffect {
  const item = { kind: 'key-ring', ring } as const;
  return keys.kind === 'shared'
    ? { kind: 'remember', key: KEY_RING, item, durable: true }
    : { kind: 'remember', key: KEY_RING, item };
}

function readAgain({ keys }: KeyOptions): ClusterEffect {
  const delayUs = keys.kind === 'in-store' ? keys.refreshUs : 0;
  return { kind: 'set-timer', timer: READ_KEYS, delayUs, background: true };
}

/**
 * What a server asks the store about its keys. Their exchanges are negative, because requests have the others: the
 * question, and whether the primary or the replica is asked. A server that finds no keys creates one, and then reads
 * what is there: another server may have been first.
 */
const questions = ['read', 'create', 'read-created', 'publish'] as const;
type Question = (typeof questions)[number];

function exchangeOf(question: Question, store: 0 | 1): number {
  return -(1 + 2 * questions.indexOf(question) + store);
}

function questionOf(exchange: number): { readonly question: Question | undefined; readonly store: 0 | 1 } {
  const number = -exchange - 1;
  return { question: questions[number >> 1], store: number % 2 === 0 ? 0 : 1 };
}

function ask(question: Question, store: 0 | 1, context: ClusterContext, ring?: KeyRing): ClusterEffect {
  const to = store === 0 ? SESSION_STORE : SESSION_STORE_REPLICA;
  const body = commandOf(question, ring ?? keyRingOf(context.memory));
  return { kind: 'send', to, exchange: exchangeOf(question, store), body };
}

function commandOf(question: Question, ring: KeyRing): StoreCommand {
  if (question === 'read' || question === 'read-created') {
    return { kind: 'store-command', name: 'GET', key: KEY_RING_KEY };
  }
  const written = {
    key: KEY_RING_KEY,
    value: keySetText(ring),
    ttlSeconds: null,
    onlyIfExists: false,
  } as const;
  return question === 'create'
    ? { kind: 'store-command', name: 'SET', ...written, onlyIfAbsent: true }
    : { kind: 'store-command', name: 'SET', ...written };
}

/** Handles the store's answer. */
function hear(
  { exchange, body }: ClusterMessage,
  context: ClusterContext,
  options: KeyOptions,
): readonly ClusterEffect[] {
  const { question, store } = questionOf(exchange);
  if (body.kind !== 'store-reply' || question === undefined) return [];
  if (body.reply === 'error') return askNext(exchange, context, options);
  if (question === 'create') return [ask('read-created', store, context)];
  if (question === 'publish' || body.reply !== 'value') return [];
  if (body.value !== null) return adopt(body.value, context, options);
  // A key that another server created and that is gone again has to wait for the next time.
  return question === 'read' ? create(store, context, options) : [];
}

/** The replica answers once it's promoted. */
function askNext(exchange: number, context: ClusterContext, { store }: KeyOptions): readonly ClusterEffect[] {
  const { question, store: asked } = questionOf(exchange);
  if (question === undefined || asked === 1 || store.replica === null) return [];
  return [ask(question === 'create' ? 'read' : question, 1, context)];
}

function create(store: 0 | 1, context: ClusterContext, options: KeyOptions): readonly ClusterEffect[] {
  const key = newSigningKey(shortId(context.random), context.random, options.algorithm);
  const ring = withNewKey(noKeys, key, false, context, options);
  // A server that can't sign with a key pair waits for the one that can.
  return ring.signing === null ? [] : [keep(ring, options), ask('create', store, context, ring)];
}

/** Takes over the keys of the store. The first one signs. Of a key pair, the private half never leaves its server. */
function adopt(text: string, context: ClusterContext, options: KeyOptions): readonly ClusterEffect[] {
  const before = keyRingOf(context.memory);
  const verification = keysIn(text);
  const [newest] = verification;
  if (newest === undefined || keySetText(before) === keySetText({ signing: null, verification })) return [];
  const { signing: own } = before;
  const signing = newest.kty === 'oct' ? newest : own?.kid === newest.kid ? own : null;
  return [keep({ signing, verification }, options)];
}

/** A JWK Set (RFC 7517 §5). */
function keySetText({ verification }: KeyRing): string {
  return JSON.stringify({ keys: verification.map(publicHalfOf) });
}

/** Only servers write to the store, so its values are trusted. */
function keysIn(text: string): readonly SigningKey[] {
  const keys = parseJsonObject(text)?.keys;
  return Array.isArray(keys) ? keys : [];
}
