import * as v from 'valibot';
import { fallback } from 'valibot';

/** A list without the items that can't be read. Recordings come from many programs, and one bad item leaves the others. */
export function readable<Item>(item: v.GenericSchema<unknown, Item>) {
  return v.pipe(
    fallback(v.array(v.unknown()), []),
    v.transform((list) =>
      list.flatMap((each) => {
        const read = v.safeParse(item, each);
        return read.success ? [read.output] : [];
      }),
    ),
  );
}
