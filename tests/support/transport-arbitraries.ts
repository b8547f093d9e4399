/** Random scenarios about connections, and faults in them, for properties of every run. */
import fc from 'fast-check';
import type { TransportLine } from '../../src/simulation/applications/transport-line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { type TransportScenario, transportScenario } from '../../src/simulation/transport-scenario.ts';

const anyLine: fc.Arbitrary<TransportLine> = fc.oneof(
  fc.constant<TransportLine>({ kind: 'open' }),
  fc.record({ kind: fc.constant('send' as const), text: fc.string({ unit: 'grapheme', maxLength: 900 }) }),
  fc.record({ kind: fc.constant('request' as const), text: fc.string({ maxLength: 20 }) }),
  fc.constant<TransportLine>({ kind: 'close' }),
);
export const anyTransportScenario: fc.Arbitrary<TransportScenario> = fc
  .record({
    transport: fc.constantFrom('tcp' as const, 'udp' as const),
    servers: fc.integer({ min: 1, max: 3 }),
    clients: fc.integer({ min: 1, max: 3 }),
    script: fc.array(anyLine, { maxLength: 8 }).map((lines) => [{ kind: 'open' } as const, ...lines]),
    think: fc.record({ kind: fc.constant('fixed' as const), us: fc.nat(3_000_000) }),
    serviceUs: fc.nat(300_000),
    network: fc.record({
      latency: fc.record({ minUs: fc.nat(1_000), maxUs: fc.integer({ min: 1_000, max: 400_000 }) }),
      lossPerMillion: fc.constantFrom(0, 50_000, 300_000),
      duplicationPerMillion: fc.constantFrom(0, 300_000),
    }),
    udp: fc.record({
      timeoutUs: fc.constant(500_000),
      attemptsMax: fc.integer({ min: 1, max: 4 }),
      semantics: fc.constantFrom('at-least-once' as const, 'at-most-once' as const),
    }),
    seed: fc.nat(),
  })
  .map(transportScenario);
const anyServer = fc.constantFrom('server-1', 'server-2', 'server-3');
const anyMoment = fc.record({
  request: fc.integer({ min: 1, max: 8 }).map((line) => `client/${line}` as const),
  at: fc.constantFrom('sent' as const, 'arrived' as const, 'answered' as const),
  offsetUs: fc.oneof(fc.constant(0), fc.nat(500_000), fc.nat(20_000_000)),
});
const anyCommand: fc.Arbitrary<Command> = fc
  .tuple(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('crash' as const, 'restart', 'restart', 'drain', 'add', 'freeze', 'thaw'),
        node: anyServer,
      }),
      fc.record({
        kind: fc.constant('crash' as const),
        node: anyServer,
        how: fc.constantFrom('process' as const, 'machine'),
      }),
      fc.record({
        kind: fc.constantFrom('cut' as const, 'heal'),
        between: anyServer.map((server) => ['client', server] as const),
      }),
      fc.record({ kind: fc.constant('drop' as const), from: fc.constant(null), to: fc.constant(null) }),
    ),
    anyMoment,
  )
  .map(([order, moment]) => ({ ...order, moment }));

export const anyTransportCommands: fc.Arbitrary<Command[]> = fc.array(anyCommand, { maxLength: 8 });
