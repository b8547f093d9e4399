/**
 * What a load balancer does when a server fails, and how it binds clients. The profiles are those of real software with
 * its defaults; each switch also works by itself. docs/architecture.md names the sources.
 */
export interface BalancerConduct {
  /** A server that can't be connected to has got nothing, so any request can be sent again. */
  readonly onRefused: 'other-server' | 'same-server' | 'give-up';
  /** Further attempts to connect, under `same-server`. */
  readonly retriesMax: number;
  /**
   * Under `same-server`: whether another server gets the last attempt, or, in round robin, already the first one of a
   * client that isn't bound.
   */
  readonly redispatches: boolean;
  /**
   * A server that closes the connection may have executed the request. `close` closes the client's connection as well,
   * without a response, if an earlier request used it; a first request gets a 502.
   */
  readonly onServerReset: 'repeat-idempotent' | 'bad-gateway' | 'close';
  readonly onServerTimeout: 'gateway-timeout' | 'repeat-idempotent';
  /** The response to a request that no server is left for. */
  readonly noServerStatus: 502 | 503;
  /** How long an attempt to connect may take. A server's response has a timeout of its own. */
  readonly connectTimeoutUs: number;
  /** Whether it probes servers at intervals. Otherwise only failed requests tell. */
  readonly checksHealth: boolean;
  /** Failed requests within `failTimeoutUs` after which a server gets none for as long; 0 never. */
  readonly failsMax: number;
  readonly failTimeoutUs: number;
  /** Which of the servers with the fewest requests is chosen. */
  readonly ties: 'first' | 'rotate';
  readonly addressHash: AddressHash;
  /** Where a client's server is written: in its cookie, or in a table that a restart of the load balancer clears. */
  readonly binding: 'cookie' | 'table';
  /** Whether a client whose server failed gets a cookie for another one. Otherwise it returns when its server does. */
  readonly reissuesCookie: boolean;
  /** From a server's removal until the load balancer learns of it. */
  readonly removalNoticedAfterUs: number;
  /** How long the share of a server that has come back grows until it is whole. */
  readonly slowStartUs: number;
}

export const addressHashes = ['rendezvous', 'map', 'consistent', 'network'] as const;
export type AddressHash = (typeof addressHashes)[number];

const SECOND_US = 1_000_000;

const ideal: BalancerConduct = {
  onRefused: 'other-server',
  retriesMax: 3,
  redispatches: false,
  onServerReset: 'repeat-idempotent',
  onServerTimeout: 'gateway-timeout',
  noServerStatus: 503,
  connectTimeoutUs: SECOND_US / 2,
  checksHealth: true,
  failsMax: 0,
  failTimeoutUs: 10 * SECOND_US,
  ties: 'first',
  addressHash: 'rendezvous',
  binding: 'cookie',
  reissuesCookie: true,
  removalNoticedAfterUs: 0,
  slowStartUs: 0,
};

/** HAProxy: retries 3, no option redispatch, option httpchk, hash-type map-based. */
const haproxy: BalancerConduct = {
  ...ideal,
  onRefused: 'same-server',
  onServerReset: 'close',
  ties: 'rotate',
  addressHash: 'map',
};

/** nginx: proxy_next_upstream error timeout, max_fails=1, fail_timeout=10s, ip_hash. */
const nginx: BalancerConduct = {
  ...ideal,
  onServerTimeout: 'repeat-idempotent',
  noServerStatus: 502,
  checksHealth: false,
  failsMax: 1,
  ties: 'rotate',
  addressHash: 'network',
};

export const balancerProfiles = {
  ideal,
  haproxy,
  'haproxy-redispatch': { ...haproxy, redispatches: true },
  nginx,
} as const satisfies Readonly<Record<string, BalancerConduct>>;

export type BalancerProfile = keyof typeof balancerProfiles;

/** The profile with exactly these switches; null for a mixture. */
export function profileOf(conduct: BalancerConduct): BalancerProfile | null {
  const names = Object.keys(balancerProfiles) as BalancerProfile[];
  const keys = Object.keys(ideal) as (keyof BalancerConduct)[];
  return names.find((name) => keys.every((key) => balancerProfiles[name][key] === conduct[key])) ?? null;
}
