/** Migrates links of versions 1 and 2, which were JSON. */
import type { Scenario } from '../simulation/scenario.ts';
import { isRecord } from '../simulation/validation/is-record.ts';
import { DEPTH_MAX } from './packed-json.ts';

type Fields = Readonly<Record<string, unknown>>;

const LAST_VERSION = 2;

/** @returns The fields of a run in the present version's spelling, not checked. */
export function fromJsonVersion(
  value: unknown,
  base: Scenario,
): { readonly run: Fields } | { readonly problem: 'bad-run' | 'later-version' } {
  if (!isRecord(value) || !Number.isInteger(value.v) || isDeeperThan(value, DEPTH_MAX)) {
    return { problem: 'bad-run' };
  }
  const { v: version, futures, ...fields } = value;
  if (Number(version) > LAST_VERSION) return { problem: 'later-version' };
  // They had no branches.
  if (Number(version) < 1 || futures !== undefined) return { problem: 'bad-run' };
  return { run: version === 1 ? fromVersion1(fields, base) : fields };
}

/** In version 1 a scenario had only the first client's lines, without the kind of each shop line, and the policy. */
function fromVersion1(value: Fields, base: Scenario): Fields {
  const { balancing, script, commands, ...unknown } = value;
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
  // The scenario had no field of its own.
  const rest = 'scenario' in unknown ? { unknown: null } : unknown;
  return { ...rest, scenario, ...(commands !== undefined && { commands }) };
}

/** Bounded recursion, so that any JSON is accepted. */
function isDeeperThan(value: unknown, depthMax: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depthMax === 0 || Object.values(value).some((each) => isDeeperThan(each, depthMax - 1));
}
