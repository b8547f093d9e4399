/** Links of the first two versions, which were JSON: read as what they meant. */
import type { Scenario } from '../simulation/scenario.ts';
import { isRecord } from '../simulation/validation/check.ts';
import { DEPTH_MAX } from './packed-json.ts';

type Fields = Readonly<Record<string, unknown>>;

const LAST_VERSION = 2;

/** @returns The fields of a run as they are written now, not checked. */
export function fromJsonVersion(
  value: unknown,
  base: Scenario,
): { readonly run: Fields } | { readonly problem: 'bad-run' | 'later-version' } {
  if (!isRecord(value) || !Number.isInteger(value.v) || isDeeperThan(value, DEPTH_MAX)) {
    return { problem: 'bad-run' };
  }
  const { v: version, futures, ...fields } = value;
  if (Number(version) > LAST_VERSION) return { problem: 'later-version' };
  // They knew of no futures.
  if (Number(version) < 1 || futures !== undefined) return { problem: 'bad-run' };
  return { run: version === 1 ? fromVersion1(fields, base) : fields };
}

/** Version 1 knew of a scenario what the first client says, without the kind of what it says to the shop, and the policy. */
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
  // A scenario was no field of its own.
  const rest = 'scenario' in unknown ? { unknown: null } : unknown;
  return { ...rest, scenario, ...(commands !== undefined && { commands }) };
}

/** Recursion that ends at the limit, so that any JSON can be asked about. */
function isDeeperThan(value: unknown, depthMax: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depthMax === 0 || Object.values(value).some((each) => isDeeperThan(each, depthMax - 1));
}
