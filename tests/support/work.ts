/** Counts the work of a function in operations. A count is the same on every machine, and a time isn't. */

/**
 * A copy of plain data that counts how often a field or an element of it is read, at any depth. Iteration counts each
 * element.
 */
export function counted<Value>(value: Value): { readonly value: Value; readonly reads: () => number } {
  let reads = 0;
  const proxies = new WeakMap<object, object>();
  const wrap = (of: unknown): unknown => {
    if (typeof of !== 'object' || of === null) return of;
    const known = proxies.get(of);
    if (known !== undefined) return known;
    const proxy = new Proxy(of, {
      get(target, name, receiver) {
        reads += 1;
        const found: unknown = Reflect.get(target, name, receiver);
        return typeof found === 'function' ? found : wrap(found);
      },
      ownKeys(target) {
        const keys = Reflect.ownKeys(target);
        reads += keys.length;
        return keys;
      },
    });
    proxies.set(of, proxy);
    return proxy;
  };
  return { value: wrap(value) as Value, reads: () => reads };
}

/** A copy of a list that counts reads of its elements, and not of what is in them. */
export function countedList<Item>(items: readonly Item[]): {
  readonly items: readonly Item[];
  readonly reads: () => number;
} {
  let reads = 0;
  const proxy = new Proxy(items, {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d+$/.test(name)) reads += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  return { items: proxy, reads: () => reads };
}

/** Characters that a call of each method looks at or copies. */
const characters: Readonly<
  Record<string, (text: string, args: readonly unknown[], result: unknown) => number>
> = {
  indexOf: (text, [, from = 0], result) => (result === -1 ? text.length : Number(result)) - Number(from),
  includes: (text) => text.length,
  split: (text) => text.length,
  slice: (_, __, result) => String(result).length,
  trim: (text) => text.length,
  trimStart: (text) => text.length,
  trimEnd: (text) => text.length,
  startsWith: (_, [start]) => String(start).length,
  endsWith: (_, [end]) => String(end).length,
  charAt: () => 1,
  charCodeAt: () => 1,
  codePointAt: () => 1,
  repeat: (_, __, result) => String(result).length,
  replace: (text) => text.length,
  replaceAll: (text) => text.length,
  matchAll: (text) => text.length,
  toLowerCase: (text) => text.length,
};

/**
 * Counts the characters that string methods and regular expressions look at meanwhile. A regular expression counts as
 * linear: that each is, another test checks.
 */
export function charactersVisited(act: () => void): number {
  let visited = 0;
  const restore: (() => void)[] = [];
  const replace = (
    on: object,
    name: string,
    around: (original: (...args: unknown[]) => unknown) => unknown,
  ) => {
    const before = Object.getOwnPropertyDescriptor(on, name);
    if (before === undefined) throw new Error(`There is no method ${name}.`);
    Object.defineProperty(on, name, { ...before, value: around(before.value) });
    restore.push(() => Object.defineProperty(on, name, before));
  };
  for (const [name, count] of Object.entries(characters)) {
    replace(
      String.prototype,
      name,
      (original) =>
        function counting(this: string, ...args: unknown[]) {
          const result = original.apply(this, args);
          visited += count(this, args, result);
          return result;
        },
    );
  }
  replace(
    RegExp.prototype,
    'exec',
    (original) =>
      function counting(this: RegExp, ...args: unknown[]) {
        const from = this.global ? this.lastIndex : 0;
        const result = original.apply(this, args) as RegExpExecArray | null;
        // A sticky expression looks at one place. `split` tries one at each.
        if (this.sticky) visited += 1 + (result?.[0].length ?? 0);
        else if (result === null) visited += String(args[0]).length - from;
        else visited += result.index + result[0].length - from;
        return result;
      },
  );
  try {
    act();
  } finally {
    for (const each of restore) each();
  }
  return visited;
}
