/** Random contents of links, within what a link may hold. */
import fc from 'fast-check';
import type { RunChange } from '../../src/share/run-code.ts';
import { balancingPolicies } from '../../src/simulation/actors/load-balancer.ts';
import type { Command } from '../../src/simulation/kernel/command.ts';
import { anyLine } from './arbitraries.ts';

const anyLinkCommand: fc.Arbitrary<Command> = fc.record({
  kind: fc.constantFrom('crash', 'restart'),
  node: fc.integer({ min: 1, max: 9 }).map((ordinal) => `server-${ordinal}`),
  moment: fc.record({
    request: fc.integer({ min: 1, max: 9_999 }).map((ordinal) => `client/${ordinal}` as const),
    at: fc.constantFrom('sent', 'arrived', 'answered'),
    // A link may say up to an hour; what is simulated should not take as long.
    offsetUs: fc.integer({ min: 0, max: 10_000_000 }),
  }),
});

/** What differs from the lesson; what does not is absent. */
export const anyRunChange: fc.Arbitrary<RunChange> = fc.record(
  {
    commands: fc.array(anyLinkCommand, { maxLength: 8 }),
    balancing: fc.constantFrom(...balancingPolicies),
    script: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
  },
  { requiredKeys: ['commands'], noNullPrototype: true },
);

/** The code of any JSON, as `encodeRun` would write it (RFC 4648 §5, without padding). */
export function codeOf(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
