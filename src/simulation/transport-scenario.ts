/** A scenario about connections: no load balancer, no strategy, servers behind one address. */
import type { TransportLine } from './applications/transport-line.ts';
import { type Fields, fillMissing, leaveOut } from './fill-missing.ts';
import type { Duration } from './kernel/duration.ts';
import type { LinkQuality } from './kernel/network.ts';
import { standardSettings, type TcpSettings } from './protocols/tcp/tcb.ts';
import { type RetrySettings, standardRetrySettings } from './protocols/udp/retry-client.ts';
import type { Semantics } from './protocols/udp/retry-server.ts';

export interface TransportScenario {
  readonly kind: 'transport';
  readonly transport: 'tcp' | 'udp';
  /** Number of servers at the start, 1 or more. */
  readonly servers: number;
  readonly clients: number;
  /** Lines that each client performs, in order. A line makes the same request over TCP and over UDP. */
  readonly script: readonly TransportLine[];
  /** From the end of a line to the next one. */
  readonly think: Duration;
  /** The service's work on a request. */
  readonly serviceUs: number;
  /** How long a client waits for the end of a line, on any transport. Longer than the transports' timeouts. */
  readonly patienceUs: number;
  readonly network: LinkQuality;
  readonly tcp: TcpOptions;
  readonly udp: UdpOptions;
  readonly seed: number;
}

interface TcpOptions extends TcpSettings {
  /**
   * Initial sequence numbers of the first client's and of each server's first connection; null draws them from the
   * seed.
   */
  readonly firstIss: { readonly client: number; readonly server: number } | null;
}

interface UdpOptions extends RetrySettings {
  readonly semantics: Semantics;
}

const SECOND_US = 1_000_000;

/** The numbers in RFC 9293's figures. One server, because with two the other one would answer after a crash. */
const defaults = {
  kind: 'transport',
  transport: 'tcp',
  servers: 1,
  clients: 1,
  think: { kind: 'fixed', us: 4 * SECOND_US },
  serviceUs: 2_000,
  patienceUs: 300 * SECOND_US,
  network: {
    // Without jitter, no datagram overtakes another.
    latency: { minUs: 20_000, maxUs: 20_000 },
    lossPerMillion: 0,
    duplicationPerMillion: 0,
  },
  tcp: { ...standardSettings, firstIss: { client: 100, server: 300 } },
  udp: { ...standardRetrySettings, semantics: 'at-least-once' },
  seed: 1,
} as const satisfies Partial<TransportScenario>;

type Optional<Whole, Key extends keyof Whole> = Omit<Whole, Key> & Partial<Pick<Whole, Key>>;

/** Creates a scenario from the given fields and defaults. */
export function transportScenario(
  given: Optional<TransportScenario, keyof typeof defaults>,
): TransportScenario {
  return { ...defaults, ...given };
}

/** Adds the missing members of a scenario about connections that have defaults. Not checked. */
export function withTransportDefaults(given: Fields): Fields {
  return fillMissing(given, defaults);
}

/** The inverse of `withTransportDefaults`. */
export function withoutTransportDefaults({ kind, transport, ...scenario }: TransportScenario): Fields {
  return { kind, transport, ...leaveOut(scenario, defaults) };
}
