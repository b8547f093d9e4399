/** A scenario in which connections themselves are the subject: no load balancer, no strategy, servers behind one address. */
import type { TransportLine } from './applications/transport-line.ts';
import type { Duration } from './kernel/duration.ts';
import type { LinkQuality } from './kernel/network.ts';
import { standardSettings, type TcpSettings } from './protocols/tcp/tcb.ts';
import { type RetrySettings, standardRetrySettings } from './protocols/udp/retry-client.ts';
import type { Semantics } from './protocols/udp/retry-server.ts';

export interface TransportScenario {
  readonly kind: 'transport';
  readonly transport: 'tcp' | 'udp';
  /** How many servers there are at the beginning, 1 or more. */
  readonly servers: number;
  readonly clients: number;
  /** What each client does, in order. A line is the same request over TCP and over UDP. */
  readonly script: readonly TransportLine[];
  /** From the end of a line to the next one. */
  readonly think: Duration;
  /** A service's work on a request. */
  readonly serviceUs: number;
  /** How long a client waits for the end of a line, whatever the transport says: longer than its timeouts. */
  readonly patienceUs: number;
  readonly network: LinkQuality;
  readonly tcp: TcpOptions;
  readonly udp: UdpOptions;
  readonly seed: number;
}

interface TcpOptions extends TcpSettings {
  /** Where the first client's first connection begins to count, and each server's first; null: by the seed. */
  readonly firstIss: { readonly client: number; readonly server: number } | null;
}

interface UdpOptions extends RetrySettings {
  readonly semantics: Semantics;
}

const SECOND_US = 1_000_000;

/** The numbers of RFC 9293's figures; one server, since with two a crash is answered by the other. */
const defaults = {
  kind: 'transport',
  transport: 'tcp',
  servers: 1,
  clients: 1,
  think: { kind: 'fixed', us: 4 * SECOND_US },
  serviceUs: 2_000,
  patienceUs: 300 * SECOND_US,
  network: {
    // Without jitter nothing overtakes.
    latency: { minUs: 20_000, maxUs: 20_000 },
    lossPerMillion: 0,
    duplicationPerMillion: 0,
  },
  tcp: { ...standardSettings, firstIss: { client: 100, server: 300 } },
  udp: { ...standardRetrySettings, semantics: 'at-least-once' },
  seed: 1,
} as const satisfies Partial<TransportScenario>;

type Optional<Whole, Key extends keyof Whole> = Omit<Whole, Key> & Partial<Pick<Whole, Key>>;

/** A scenario of which only what is special need be said. */
export function transportScenario(
  given: Optional<TransportScenario, keyof typeof defaults>,
): TransportScenario {
  return { ...defaults, ...given };
}
