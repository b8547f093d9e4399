/** Missing members of plain data, from defaults. */
import { isRecord } from './validation/is-record.ts';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * Adds missing members at any depth; what is there stays, unknown members too. A value with a `kind` is a tagged union:
 * its members depend on the kind, so it's taken as a whole.
 */
export function fillMissing(given: Fields, defaults: Fields): Fields {
  const filled = Object.entries(given).map(([name, value]) => {
    const preset = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    const isPartial = isRecord(value) && isRecord(preset) && !('kind' in preset);
    return [name, isPartial ? fillMissing(value, preset) : value] as const;
  });
  // Later entries replace the values of earlier ones, and keep the order of the defaults.
  return Object.fromEntries([...Object.entries(defaults), ...filled]);
}

/** The inverse: without the members that the defaults have as well. */
export function leaveOut(given: Fields, defaults: Fields): Fields {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, unknown][] => {
      const preset = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
      if (isRecord(value) && isRecord(preset) && !('kind' in preset)) {
        const different = leaveOut(value, preset);
        return Object.keys(different).length === 0 ? [] : [[name, different]];
      }
      return preset !== undefined && JSON.stringify(value) === JSON.stringify(preset) ? [] : [[name, value]];
    }),
  );
}
