/**
 * Parses the compact serializations of signed and encrypted JSON (RFC 7515 §3.1, RFC 7516 §3.1). Nothing is verified or
 * decrypted, so what only reads tokens loads no cryptography.
 */
import { base64urlnopad, utf8 } from '@scure/base';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A signed text, not verified. */
export interface Jws {
  readonly header: JsonObject;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** Input of the signature: the first two parts as received. */
  readonly signingInput: string;
}

/** Why a text isn't a JWS. */
export interface Malformed {
  readonly kind: 'malformed';
  readonly part: 'token' | 'header' | 'payload' | 'signature';
  readonly problem: 'number-of-parts' | 'base64url' | 'json' | 'object' | 'alg' | 'kid';
}

/** An encrypted text, not decrypted. */
export interface Jwe {
  readonly header: JsonObject;
  /** The protected header as received: the additional authenticated data. */
  readonly protectedHeader: string;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/**
 * Parses a JWS (RFC 7515 §5.2, steps 1 to 7).
 *
 * @returns What is malformed, for a text that isn't a JWS.
 */
export function parseJws(text: string): Jws | Malformed {
  const [protectedHeader, encodedPayload, encodedSignature, ...more] = text.split('.');
  if (
    protectedHeader === undefined ||
    encodedPayload === undefined ||
    encodedSignature === undefined ||
    more.length > 0
  ) {
    return { kind: 'malformed', part: 'token', problem: 'number-of-parts' };
  }
  const headerOctets = decodeBase64url(protectedHeader);
  if (headerOctets === undefined) return { kind: 'malformed', part: 'header', problem: 'base64url' };
  const header = jsonObjectOf(headerOctets);
  if (typeof header === 'string') return { kind: 'malformed', part: 'header', problem: header };
  const payload = decodeBase64url(encodedPayload);
  if (payload === undefined) return { kind: 'malformed', part: 'payload', problem: 'base64url' };
  const signature = decodeBase64url(encodedSignature);
  if (signature === undefined) return { kind: 'malformed', part: 'signature', problem: 'base64url' };
  return { header, payload, signature, signingInput: `${protectedHeader}.${encodedPayload}` };
}

/** Parses a JWE (RFC 7516 §5.2, steps 1 to 5), or says what is malformed. */
export function parseJwe(text: string): Jwe | Malformed {
  const parts = text.split('.');
  const [protectedHeader, encryptedKey, ...encoded] = parts;
  if (protectedHeader === undefined || encryptedKey !== '' || parts.length !== 5) {
    return { kind: 'malformed', part: 'token', problem: 'number-of-parts' };
  }
  const headerOctets = decodeBase64url(protectedHeader);
  if (headerOctets === undefined) return { kind: 'malformed', part: 'header', problem: 'base64url' };
  const header = jsonObjectOf(headerOctets);
  if (typeof header === 'string') return { kind: 'malformed', part: 'header', problem: header };
  const [nonce, ciphertext, tag] = encoded.map(decodeBase64url);
  if (nonce === undefined || ciphertext === undefined || tag === undefined) {
    return { kind: 'malformed', part: 'payload', problem: 'base64url' };
  }
  return { header, protectedHeader, nonce, ciphertext, tag };
}

/**
 * Parses a JSON object in UTF-8, or names what the octets aren't. Of duplicate members the last counts (RFC 7515 §4).
 */
export function jsonObjectOf(octets: Uint8Array): JsonObject | 'json' | 'object' {
  try {
    const value: unknown = JSON.parse(utf8.encode(octets));
    return isJsonObject(value) ? value : 'object';
  } catch {
    return 'json';
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Base64url of a text's UTF-8. Lone surrogates become U+FFFD, as in TextEncoder. */
export function encodeText(text: string): string {
  return base64urlnopad.encode(utf8.decode(text.replace(/\p{Surrogate}/gu, '\ufffd')));
}

function decodeBase64url(text: string): Uint8Array | undefined {
  try {
    return base64urlnopad.decode(text);
  } catch {
    return undefined;
  }
}
