/** Flat catalogues: one entry for each message ID, whose parameters are typed. A missing or an extra entry doesn't compile. */

/**
 * The words of a tagged union, by its kinds. A kind that carries values has a function of them, any other one a text.
 *
 * @example
 * type Problem = { kind: 'bad-run' } | { kind: 'bad-step'; value: string };
 * const problems: Wording<Problem> = {
 *   'bad-run': 'The run cannot be read.',
 *   'bad-step': ({ value }) => `“${value}” is not a step.`,
 * };
 */
export type Wording<Union extends Tagged> = {
  readonly [Kind in Union['kind']]: keyof Carried<Union, Kind> extends never
    ? string
    : (values: Carried<Union, Kind>) => string;
};

interface Tagged {
  readonly kind: string;
}

/** What a member of the union carries besides its kind. Members may share a kind, and a member may have several. */
type Carried<Union extends Tagged, Kind> = Union extends Tagged
  ? Kind extends Union['kind']
    ? Omit<Union, 'kind'>
    : never
  : never;

export function worded<Union extends Tagged>(wording: Wording<Union>, value: Union): string {
  // The type of `wording` pairs each kind with the values that it carries.
  const entry = wording[value.kind as Union['kind']] as string | ((values: Union) => string);
  return typeof entry === 'string' ? entry : entry(value);
}
