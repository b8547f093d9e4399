/** Common misconceptions about state: one card each, with sources. The words are in `locales/`. */
import {
  cookiesDraft,
  owaspInput,
  owaspSessions,
  owaspTokens,
  parameterTampering,
  redisSentinel,
  restDissertation,
  rfc,
  type Source,
  twelveFactorProcesses,
} from './sources.ts';

export const cardGroups = ['layers', 'tcp', 'sessions', 'tokens', 'shop'] as const;
export type CardGroup = (typeof cardGroups)[number];

/** In reading order. */
export const cardIds = [
  'state-is-what-is-remembered',
  'whose-state-at-which-layer',
  'http-and-tcp-are-no-rivals',
  'stateless-may-remember',
  'a-connection-is-another-question',
  'reliability-is-another-question',
  'udp-is-little-mechanism',
  'udp-has-no-requests',
  'handshake-has-three-segments',
  'lost-connection-is-not-resumed',
  'session-is-no-login',
  'cookie-or-server-memory',
  'session-id-is-a-password',
  'login-renews-the-id',
  'accounts-survive',
  'crash-loses-only-copies',
  'stickiness-copies-nothing',
  'shared-store-moves-the-state',
  'in-flight-is-unknown',
  'signed-is-readable',
  'token-replaces-the-session-only',
  'checking-a-token-is-more',
  'stateless-has-its-price',
  'ticket-and-wristband',
  'token-or-cookie-are-two-questions',
  'server-works-it-out',
  'complete-is-not-trusted',
] as const;
export type CardId = (typeof cardIds)[number];

export interface Card {
  readonly id: CardId;
  readonly group: CardGroup;
  readonly sources: readonly Source[];
}

const byId: Readonly<Record<CardId, Omit<Card, 'id'>>> = {
  'state-is-what-is-remembered': { group: 'layers', sources: [restDissertation] },
  'whose-state-at-which-layer': { group: 'layers', sources: [rfc(9110, '3.3'), rfc(9293, '3.3.1')] },
  'http-and-tcp-are-no-rivals': { group: 'layers', sources: [rfc(9110, '3.3')] },
  'stateless-may-remember': { group: 'layers', sources: [rfc(9110, '3.3'), rfc(6265)] },
  'a-connection-is-another-question': { group: 'layers', sources: [rfc(9112, '9.3'), rfc(9110, '3.3')] },
  'reliability-is-another-question': { group: 'layers', sources: [rfc(768), rfc(9000, '1')] },
  'udp-is-little-mechanism': { group: 'layers', sources: [rfc(768), rfc(8085, '3.1')] },
  'udp-has-no-requests': { group: 'layers', sources: [rfc(768), rfc(9293, '2.2')] },
  'handshake-has-three-segments': { group: 'tcp', sources: [rfc(9293, '3.5')] },
  'lost-connection-is-not-resumed': { group: 'tcp', sources: [rfc(9293, '3.5.1')] },
  'session-is-no-login': {
    group: 'sessions',
    sources: [owaspSessions('Introduction'), owaspSessions('Session Expiration')],
  },
  'cookie-or-server-memory': { group: 'sessions', sources: [rfc(6265, '8.4')] },
  'session-id-is-a-password': { group: 'sessions', sources: [owaspSessions('Session ID Properties')] },
  'login-renews-the-id': {
    group: 'sessions',
    sources: [
      owaspSessions('Renew the Session ID After Any Privilege Level Change'),
      owaspSessions('Cookies'),
      cookiesDraft('4.1.2'),
    ],
  },
  'accounts-survive': { group: 'sessions', sources: [twelveFactorProcesses] },
  'crash-loses-only-copies': { group: 'sessions', sources: [twelveFactorProcesses] },
  'stickiness-copies-nothing': { group: 'sessions', sources: [twelveFactorProcesses] },
  'shared-store-moves-the-state': { group: 'sessions', sources: [redisSentinel] },
  'in-flight-is-unknown': { group: 'sessions', sources: [rfc(9110, '9.2.2')] },
  'signed-is-readable': { group: 'tokens', sources: [rfc(7519, '12')] },
  'token-replaces-the-session-only': { group: 'tokens', sources: [rfc(7519, '4.1.2')] },
  'checking-a-token-is-more': { group: 'tokens', sources: [rfc(7519, '7.2'), rfc(8725, '3')] },
  'stateless-has-its-price': {
    group: 'tokens',
    sources: [owaspTokens('Not using JWTs')],
  },
  'ticket-and-wristband': { group: 'tokens', sources: [rfc(6749, '1.4')] },
  'token-or-cookie-are-two-questions': { group: 'tokens', sources: [rfc(6750, '2'), rfc(6265, '8.4')] },
  'server-works-it-out': { group: 'shop', sources: [parameterTampering] },
  'complete-is-not-trusted': {
    group: 'shop',
    sources: [owaspInput('Client-side vs Server-side Validation')],
  },
};

export const cards: readonly Card[] = cardIds.map((id) => ({ id, ...byId[id] }));
