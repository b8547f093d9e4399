/** Validates a scenario about connections. */
import type { LinkQuality } from '../kernel/network.ts';
import type { TransportScenario } from '../transport-scenario.ts';
import {
  type ChecksOf,
  list,
  object,
  oneOf,
  orNull,
  type Problem,
  problemsOf,
  wholeNumber,
} from './check.ts';
import {
  ATTEMPTS_MAX,
  DELAY_US_MAX,
  LINES_MAX,
  LOSS_PER_MILLION_MAX,
  MILLION,
  REPETITION_US_MAX,
  SCRIPT_LINES_MAX,
  SEED_MAX,
} from './limits.ts';
import { transportLine } from './lines.ts';
import { delayUs, duration, latency, patienceUs } from './parts.ts';

/** A TCP sequence number, 32 bits. */
const sequenceNumber = wholeNumber(0, 2 ** 32 - 1);

const network: ChecksOf<LinkQuality> = {
  latency,
  lossPerMillion: wholeNumber(0, LOSS_PER_MILLION_MAX),
  duplicationPerMillion: wholeNumber(0, MILLION),
};

const tcp: ChecksOf<TransportScenario['tcp']> = {
  mssBytes: wholeNumber(1, 65_535),
  userTimeoutUs: patienceUs,
  synTimeoutUs: patienceUs,
  // TIME-WAIT lasts two of them.
  mslUs: wholeNumber(0, DELAY_US_MAX / 2),
  initialRtoUs: patienceUs,
  rtoMinUs: patienceUs,
  rtoMaxUs: patienceUs,
  firstIss: orNull(object({ client: sequenceNumber, server: sequenceNumber })),
};

const udp: ChecksOf<TransportScenario['udp']> = {
  timeoutUs: wholeNumber(1, REPETITION_US_MAX),
  attemptsMax: wholeNumber(1, ATTEMPTS_MAX),
  semantics: oneOf(['at-least-once', 'at-most-once']),
};

/** A thousand clients of a thousand lines. */
const CLIENTS_MAX = LINES_MAX / SCRIPT_LINES_MAX / 10;

/** @param most Limits of the caller. */
export function checkTransport(scenario: unknown, most: TransportLimits): readonly Problem[] {
  return problemsOf(scenario, object(transportChecks(most)));
}

interface TransportLimits {
  readonly serversMax: number;
  readonly clientsMax: number;
}

export function transportChecks(most: TransportLimits): ChecksOf<TransportScenario> {
  return {
    kind: oneOf(['transport']),
    transport: oneOf(['tcp', 'udp']),
    servers: wholeNumber(1, most.serversMax),
    clients: wholeNumber(1, Math.min(CLIENTS_MAX, most.clientsMax)),
    script: list(transportLine, { min: 1, max: SCRIPT_LINES_MAX }),
    think: duration,
    serviceUs: delayUs,
    patienceUs,
    network: object(network),
    tcp: object(tcp),
    udp: object(udp),
    seed: wholeNumber(0, SEED_MAX),
  };
}
