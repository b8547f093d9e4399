/** A run in a link: what differs from its lesson, as versioned JSON in base64url. Nothing in it is trusted. */
import { base64urlnopad, utf8 } from '@scure/base';
import * as v from 'valibot';
import type { Command } from '../simulation/cluster.ts';
import { type Scenario, SERVERS_MAX } from '../simulation/scenario.ts';
import { isRecord } from '../simulation/validation/check.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { checkScenario } from '../simulation/validation/check-scenario.ts';

const VERSION = 2;

/** What a stage can show, and a page can wait for. */
export const pageLimits = { serversMax: SERVERS_MAX, clientsMax: 40, linesMax: 5_000 };

export interface CodedRun {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
}

export type RunCodeProblem = 'bad-run' | 'later-version';

const envelope = v.strictObject({
  v: v.literal(VERSION),
  scenario: v.optional(v.custom<Readonly<Record<string, unknown>>>(isRecord)),
  commands: v.optional(v.array(v.unknown()), []),
});

/** @param base The scenario that readers have already: only what is different is written. */
export function encodeRun({ scenario, commands }: CodedRun, base: Scenario): string {
  const difference = differenceOf(scenario, base);
  const written = {
    v: VERSION,
    ...(difference !== null && { scenario: difference }),
    ...(commands.length > 0 && { commands }),
  };
  return base64urlnopad.encode(utf8.decode(JSON.stringify(written)));
}

/** @returns A run in which the simulation finds nothing wrong, or what is wrong with the text. */
export function decodeRun(code: string, base: Scenario): CodedRun | { readonly problem: RunCodeProblem } {
  let value: unknown;
  try {
    value = JSON.parse(utf8.encode(base64urlnopad.decode(code)));
  } catch {
    return { problem: 'bad-run' };
  }
  const version = v.safeParse(v.object({ v: v.pipe(v.number(), v.integer()) }), value);
  if (version.success && version.output.v > VERSION) return { problem: 'later-version' };
  const result = v.safeParse(envelope, fromVersion1(value, base));
  if (!result.success) return { problem: 'bad-run' };
  const { scenario = {}, commands } = result.output;
  return checkedRun(merged(scenario, base), commands) ?? { problem: 'bad-run' };
}

/** The whole scenario where it is of another kind; else the fields that are not the base's. */
function differenceOf(scenario: Scenario, base: Scenario): object | null {
  if (scenario.kind !== base.kind) return scenario;
  const known = new Map(Object.entries(base).map(([name, value]) => [name, JSON.stringify(value)]));
  const different = Object.entries(scenario).filter(
    ([name, value]) => known.get(name) !== JSON.stringify(value),
  );
  return different.length === 0 ? null : Object.fromEntries(different);
}

function merged(difference: Readonly<Record<string, unknown>>, base: Scenario): unknown {
  const isWhole = difference.kind !== undefined && difference.kind !== base.kind;
  return isWhole ? difference : { ...base, ...difference };
}

/** Null for what cannot be simulated, or not on a stage. */
function checkedRun(scenario: unknown, commands: unknown): CodedRun | null {
  if (checkScenario(scenario, pageLimits).length > 0) return null;
  // What the checks find nothing wrong with is what these types say.
  const whole = scenario as Scenario;
  if (checkCommands(commands, whole).length > 0) return null;
  return { scenario: whole, commands: commands as readonly Command[] };
}

/** Version 1 knew of a scenario what the first client says, without the kind of what it says to the shop, and the policy. */
function fromVersion1(value: unknown, base: Scenario): unknown {
  if (!isRecord(value) || value.v !== 1) return value;
  const { v: _, balancing, script, commands, ...unknown } = value;
  const [first, ...others] = base.kind === 'cluster' ? base.clients : [];
  const lines = Array.isArray(script)
    ? script.map((line: unknown) =>
        isRecord(line) && !('kind' in line) ? { kind: 'shop', said: line } : line,
      )
    : script;
  const scenario = {
    ...(balancing !== undefined && { balancing }),
    ...(script !== undefined && { clients: [{ ...first, script: lines }, ...others] }),
  };
  return { ...unknown, v: VERSION, scenario, ...(commands !== undefined && { commands }) };
}
