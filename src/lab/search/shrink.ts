/** Leaves out one item after the other for as long as the rest still breaks something. @returns None can be left out. */
export function shrunk<Item>(
  items: readonly Item[],
  breaks: (items: readonly Item[]) => boolean,
): readonly Item[] {
  for (const index of items.keys()) {
    const rest = items.filter((_, each) => each !== index);
    if (breaks(rest)) return shrunk(rest, breaks);
  }
  return items;
}
