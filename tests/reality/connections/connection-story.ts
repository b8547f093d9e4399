/** Stories of a client and a server that talk over TCP or UDP. They run twice: in the simulation, and on Linux. */
import type { TransportLine } from '../../../src/simulation/applications/transport-line.ts';
import type { Outcome } from '../../../src/simulation/kernel/actor.ts';

export type ConnectionFault =
  | 'process dies'
  | 'process freezes'
  | 'process continues'
  | 'process starts'
  | 'machine goes dark'
  | 'machine boots'
  | 'link is cut'
  | 'link is healed';

export type ConnectionStep =
  | TransportLine
  /** After the line before, and before the line after it. */
  | { readonly kind: 'fault'; readonly fault: ConnectionFault }
  /** While the next line waits for its end. */
  | { readonly kind: 'fault-during'; readonly fault: ConnectionFault; readonly afterMs: number };

export interface ConnectionStory {
  readonly id: string;
  /** One sentence. */
  readonly title: string;
  readonly transport: 'tcp' | 'udp';
  readonly steps: readonly ConnectionStep[];
}

/**
 * How long a program waits for the end of a line before it gives up. Linux sends a segment or a SYN again for longer
 * than this; so does the simulation.
 */
export const PATIENCE_MS = 6_000;

/** What the client's program is told about its lines, such as `open: answered`. */
export function outcomeOfLines(lines: readonly (readonly [TransportLine, Outcome])[]): string {
  return lines.map(([{ kind }, outcome]) => `${kind}: ${outcome}`).join(', ');
}

export function isLine(step: ConnectionStep): step is TransportLine {
  return step.kind !== 'fault' && step.kind !== 'fault-during';
}
