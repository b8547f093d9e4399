/** Form fields as data: where a field is in a scenario, and how it's edited. */
import { valueAt } from '../../simulation/member-at.ts';
import type { Unit } from './units.ts';

type Path = string;

/** @typeParam Scope What the paths lead through: a scenario, or a group of clients. */
export type FieldSpec<Scope> = {
  readonly path: Path;
  /** Whether the field means anything here. Default: always. */
  readonly when?: (scope: Scope) => boolean;
} & (
  | {
      readonly kind: 'number';
      readonly unit: Unit;
      /** The path of a field that this one can't exceed. */
      readonly atMost?: Path;
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly (string | number)[] }
  /** A number, or null for none. `initial` is what it starts with. */
  | { readonly kind: 'optional'; readonly unit: Unit; readonly initial: number }
  /** One number for each server, separated by commas. */
  | { readonly kind: 'list'; readonly unit: Unit }
  /** A tagged union: each kind with its initial members. Those have fields of their own. */
  | { readonly kind: 'tagged'; readonly values: Readonly<Record<string, object>> }
);

export function isShown<Scope>({ when }: FieldSpec<Scope>, scope: Scope): boolean {
  return when?.(scope) ?? true;
}

/** Number of shown fields whose values differ from the defaults. */
export function countChanged<Scope>(
  fields: readonly FieldSpec<Scope>[],
  scope: Scope,
  defaults: unknown,
): number {
  const text = (of: unknown, path: Path) => JSON.stringify(valueAt(of, path));
  return fields.filter((field) => isShown(field, scope) && isChanged(field)).length;

  function isChanged({ kind, path }: FieldSpec<Scope>): boolean {
    // The members of a union have fields of their own, which count for themselves.
    const at = kind === 'tagged' ? `${path}.kind` : path;
    const preset = text(defaults, at);
    return preset !== undefined && text(scope, at) !== preset;
  }
}
