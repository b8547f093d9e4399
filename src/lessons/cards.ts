/** Common misconceptions about state: one card each, with sources. The words are in `locales/`. */
import {
  cookiesDraft,
  kubernetes,
  lambdaStatelessness,
  owasp,
  parameterTampering,
  redisSentinel,
  restDissertation,
  rfc,
  type Source,
  twelveFactorProcesses,
} from './sources.ts';

export const cardGroups = ['layers', 'tcp', 'sessions', 'tokens', 'deploying', 'shop'] as const;
export type CardGroup = (typeof cardGroups)[number];

/** In reading order. */
export const cardIds = [
  'state-is-what-is-remembered',
  'whose-state-at-which-layer',
  'http-and-tcp-are-no-rivals',
  'stateless-may-remember',
  'rest-asks-for-stateless',
  'a-connection-is-another-question',
  'http-versions-share-their-meaning',
  'reliability-is-another-question',
  'udp-is-little-mechanism',
  'udp-has-no-requests',
  'tls-is-left-out',
  'tickets-and-syn-cookies',
  'quic-connections-migrate',
  'handshake-has-three-segments',
  'lost-connection-is-not-resumed',
  'session-is-no-login',
  'cookie-or-server-memory',
  'session-id-is-a-password',
  'login-renews-the-id',
  'how-an-id-is-planted',
  'httponly-stops-theft-not-xss',
  'samesite-stops-csrf',
  'accounts-survive',
  'crash-loses-only-copies',
  'stickiness-copies-nothing',
  'shared-store-moves-the-state',
  'last-write-wins',
  'in-flight-is-unknown',
  'signed-is-readable',
  'token-replaces-the-session-only',
  'checking-a-token-is-more',
  'stateless-has-its-price',
  'ticket-and-wristband',
  'token-or-cookie-are-two-questions',
  'where-a-browser-keeps-a-token',
  'shared-secret-or-public-key',
  'a-deploy-is-a-planned-crash',
  'websockets-stay-on-one-server',
  'serverless-keeps-nothing',
  'kubernetes-replaces-pods',
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
  'state-is-what-is-remembered': { group: 'layers', sources: [rfc(9293, '3.3.1'), rfc(6265, '1')] },
  'whose-state-at-which-layer': { group: 'layers', sources: [rfc(9110, '3.3'), rfc(9293, '3.3.1')] },
  'http-and-tcp-are-no-rivals': { group: 'layers', sources: [rfc(9110, '3.3'), rfc(9114, '1.2')] },
  'stateless-may-remember': { group: 'layers', sources: [rfc(9110, '3.3'), rfc(6265, '1')] },
  'rest-asks-for-stateless': { group: 'layers', sources: [restDissertation] },
  'a-connection-is-another-question': { group: 'layers', sources: [rfc(9112, '9.3'), rfc(9110, '3.3')] },
  'http-versions-share-their-meaning': {
    group: 'layers',
    sources: [rfc(9110, '2.5'), rfc(9113, '4.3'), rfc(9114, '1.2')],
  },
  'reliability-is-another-question': { group: 'layers', sources: [rfc(768), rfc(9000, '1')] },
  'udp-is-little-mechanism': { group: 'layers', sources: [rfc(768), rfc(8085, '3.1')] },
  'udp-has-no-requests': { group: 'layers', sources: [rfc(768), rfc(9293, '2.2')] },
  'tls-is-left-out': { group: 'layers', sources: [rfc(8446, '1'), cookiesDraft('4.1.2.5')] },
  'tickets-and-syn-cookies': { group: 'layers', sources: [rfc(8446, '4.6.1'), rfc(4987, '3.6')] },
  'quic-connections-migrate': {
    group: 'layers',
    sources: [rfc(9000, '5.1'), rfc(9000, '9'), rfc(9293, '3.3.1')],
  },
  'handshake-has-three-segments': { group: 'tcp', sources: [rfc(9293, '3.5')] },
  'lost-connection-is-not-resumed': { group: 'tcp', sources: [rfc(9293, '3.5.1')] },
  'session-is-no-login': {
    group: 'sessions',
    sources: [owasp('Session Management', 'Introduction'), owasp('Session Management', 'Session Expiration')],
  },
  'cookie-or-server-memory': { group: 'sessions', sources: [rfc(6265, '8.4')] },
  'session-id-is-a-password': {
    group: 'sessions',
    sources: [owasp('Session Management', 'Introduction'), owasp('Session Management', 'Session ID Entropy')],
  },
  'login-renews-the-id': {
    group: 'sessions',
    sources: [
      owasp('Session Management', 'Renew the Session ID After Any Privilege Level Change'),
      owasp('Session Management', 'Cookies'),
      cookiesDraft('4.1.2'),
    ],
  },
  'how-an-id-is-planted': {
    group: 'sessions',
    sources: [
      owasp('Session Management', 'Renew the Session ID After Any Privilege Level Change'),
      owasp('Session Management', 'Session Management Implementation'),
      rfc(6265, '5.3'),
      rfc(6265, '8.6'),
    ],
  },
  'httponly-stops-theft-not-xss': {
    group: 'sessions',
    sources: [owasp('Session Management', 'HttpOnly Attribute'), cookiesDraft('4.1.2.6')],
  },
  'samesite-stops-csrf': {
    group: 'sessions',
    sources: [
      owasp('Cross-Site Request Forgery Prevention', 'SameSite (Cookie Attribute)'),
      cookiesDraft('4.1.2.7'),
    ],
  },
  'accounts-survive': { group: 'sessions', sources: [twelveFactorProcesses] },
  'crash-loses-only-copies': { group: 'sessions', sources: [twelveFactorProcesses] },
  'stickiness-copies-nothing': { group: 'sessions', sources: [twelveFactorProcesses] },
  'shared-store-moves-the-state': { group: 'sessions', sources: [redisSentinel] },
  'last-write-wins': { group: 'sessions', sources: [rfc(9110, '13.1.1')] },
  'in-flight-is-unknown': { group: 'sessions', sources: [rfc(9110, '9.2.2')] },
  'signed-is-readable': { group: 'tokens', sources: [rfc(7519, '12'), rfc(7515, '1')] },
  'token-replaces-the-session-only': { group: 'tokens', sources: [rfc(6749, '1.4')] },
  'checking-a-token-is-more': { group: 'tokens', sources: [rfc(7519, '7.2'), rfc(8725, '3')] },
  'stateless-has-its-price': {
    group: 'tokens',
    sources: [owasp('JSON Web Token', 'Not using JWTs'), rfc(7662, '1')],
  },
  'ticket-and-wristband': { group: 'tokens', sources: [rfc(6749, '1.4')] },
  'token-or-cookie-are-two-questions': { group: 'tokens', sources: [rfc(6750, '2'), rfc(6265, '8.4')] },
  'where-a-browser-keeps-a-token': {
    group: 'tokens',
    sources: [
      owasp('Session Management', 'The localStorage API'),
      owasp('HTML5 Security', 'Local Storage'),
      owasp('Cross-Site Request Forgery Prevention', 'Introduction'),
    ],
  },
  'shared-secret-or-public-key': {
    group: 'tokens',
    sources: [rfc(7515, '10.5'), owasp('JSON Web Token', 'Public-key Signatures vs. MAC')],
  },
  'a-deploy-is-a-planned-crash': {
    group: 'deploying',
    sources: [twelveFactorProcesses, kubernetes('Termination of Pods')],
  },
  'websockets-stay-on-one-server': { group: 'deploying', sources: [rfc(6455, '1.2'), rfc(6455, '7.4.1')] },
  'serverless-keeps-nothing': { group: 'deploying', sources: [lambdaStatelessness] },
  'kubernetes-replaces-pods': {
    group: 'deploying',
    sources: [kubernetes('Pod Lifecycle'), kubernetes('StatefulSets')],
  },
  'server-works-it-out': { group: 'shop', sources: [parameterTampering] },
  'complete-is-not-trusted': {
    group: 'shop',
    sources: [owasp('Input Validation', 'Client-side vs Server-side Validation')],
  },
};

export const cards: readonly Card[] = cardIds.map((id) => ({ id, ...byId[id] }));
