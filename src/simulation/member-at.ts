/** Members of nested plain data by their path, such as `store.replica.copyDelayUs`. */
import { isRecord } from './validation/is-record.ts';

/** Undefined where the path ends early. */
export function valueAt(scope: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce((value: unknown, member) => (isRecord(value) ? value[member] : undefined), scope);
}

/** The result isn't checked: it's a change that a form asks for. */
export function withValueAt<Scope>(scope: Scope, path: string, value: unknown): Scope {
  return changed(scope, path.split('.'), value) as Scope;
}

function changed(value: unknown, [member, ...others]: readonly string[], next: unknown): unknown {
  if (member === undefined) return next;
  const members = isRecord(value) ? value : {};
  return { ...members, [member]: changed(members[member], others, next) };
}
