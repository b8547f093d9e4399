/** Random contents of links, within what a link may hold. */
import fc from 'fast-check';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { balancingPolicies } from '../../src/simulation/actors/balancing.ts';
import { userIds } from '../../src/simulation/applications/account.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import { AMOUNT_WON_MAX } from '../../src/simulation/applications/payment.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { type CodedRun, encodeRun } from '../../src/url/run-code.ts';
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

const anyLinkLine: fc.Arbitrary<Line> = fc.oneof(
  anyLine.map((said) => ({ kind: 'shop', said }) as const),
  fc.record({ kind: fc.constantFrom('visit', 'me', 'admin', 'log-out') }, { noNullPrototype: true }),
  fc.record({ kind: fc.constant('log-in'), user: fc.constantFrom(...userIds) }, { noNullPrototype: true }),
  fc.record(
    {
      kind: fc.constant('pay'),
      amountWon: fc.integer({ min: 1, max: AMOUNT_WON_MAX }),
      hasIdempotencyKey: fc.boolean(),
    },
    { noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant('hand-over'), to: fc.constant('client') }, { noNullPrototype: true }),
);

/** What is different from the lesson `clerk`, in few words. */
export interface RunChange extends Partial<Pick<ClusterScenario, 'balancing' | 'servers'>> {
  /** What the first client says. */
  readonly script?: readonly Line[];
  readonly commands: readonly Command[];
}

export function changedRun({ commands, script, ...rest }: RunChange): CodedRun {
  const { clients } = clerk.scenario;
  const speaking = clients.map((group) => (script === undefined ? group : { ...group, script }));
  return { scenario: { ...clerk.scenario, ...rest, clients: speaking }, commands };
}

/** The code of such a run. */
export function linkedRun(change: RunChange): string {
  return encodeRun(changedRun(change), clerk.scenario);
}

/** Runs of the lesson `clerk` of which this and that is different. */
export const anyCodedRun: fc.Arbitrary<CodedRun> = fc
  .record(
    {
      commands: fc.array(anyLinkCommand, { maxLength: 8 }),
      balancing: fc.constantFrom(...balancingPolicies),
      servers: fc.integer({ min: 1, max: 9 }),
      script: fc
        .array(anyLinkLine, { minLength: 1, maxLength: 6 })
        .filter((lines) => lines.some(({ kind }) => kind !== 'hand-over')),
    },
    { requiredKeys: ['commands'], noNullPrototype: true },
  )
  .map(changedRun);

/** The code of any JSON, as `encodeRun` would write it (RFC 4648 §5, without padding). */
export function codeOf(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
