/**
 * What only some runs need: TCP and UDP, session stores, passwords, tokens. A page that opens at another one is stepped
 * before it has them. Whatever simulates any scenario imports `every-part.ts`, and need not know.
 */
import type { ClusterScenario } from './scenario.ts';
import type { Placement, StrategyId } from './strategies/session-strategy.ts';

/** The strategies that keep a session in the one server's memory are always there. */
type FurtherStrategyId = Exclude<StrategyId, 'server-memory' | 'sticky'>;

export interface Parts {
  readonly placements: Readonly<Record<FurtherStrategyId, (scenario: ClusterScenario) => Placement>>;
  readonly storesOf: typeof import('./stores.ts').storesOf;
  readonly transportNodes: typeof import('./transport.ts').transportNodes;
  /** Who logs in, and what is done with that. */
  readonly isPassword: typeof import('./applications/password.ts').isPassword;
  readonly basicCredentials: typeof import('./protocols/basic-auth.ts').basicCredentials;
  readonly tamper: typeof import('./protocols/token-tampering.ts').tamper;
  readonly overTcp: typeof import('./over-tcp.ts').overTcp;
}

/** Thrown by `simulate` for want of them, wherever the run comes to that; nothing is wrong with the scenario. */
export class PartsMissing extends Error {
  constructor() {
    super('What this run needs has not been fetched.');
    this.name = 'PartsMissing';
  }
}

let parts: Parts | null = null;

export function provideParts(provided: Parts): void {
  parts = provided;
}

/** @throws PartsMissing */
export function furtherParts(): Parts {
  if (parts === null) throw new PartsMissing();
  return parts;
}
