/** What goes with hidden participants, in imported diagrams and in those of runs. */

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** A message needs both of its lifelines. */
export function hidesMessage({ from, to }: Ends, hidden: ReadonlySet<string>): boolean {
  return hidden.has(from) || hidden.has(to);
}

/** A note over several participants stays over its ends that are left; null if none is. */
export function endsOfNote(
  participants: readonly string[],
  hidden: ReadonlySet<string>,
): readonly [string, string] | null {
  const [first, last = first] = participants.filter((id) => !hidden.has(id));
  return first === undefined || last === undefined ? null : [first, last];
}
