/** The spans of traces as trees: their parents and children, and times that clocks of different machines agree on. */
import type { Span } from './otlp-spans.ts';

export interface PlacedSpan {
  readonly span: Span;
  /** Null for the first span of a trace, and where the parent isn't in the file. */
  readonly parent: PlacedSpan | null;
  readonly isParentMissing: boolean;
  /** Corrected. */
  readonly startNs: bigint;
  readonly endNs: bigint;
  /** How much the clock of its machine was behind the parent's; negative if it was ahead, 0n if it was neither. */
  readonly behindNs: bigint;
}

/** @param machineOf Spans of one machine share a clock. */
export function placeSpans(spans: readonly Span[], machineOf: (span: Span) => string): readonly PlacedSpan[] {
  const byId = new Map(spans.map((span) => [keyOf(span.trace, span.id), span]));
  const children = new Map<string, Span[]>();
  const roots: Span[] = [];
  for (const span of spans) {
    const key = span.parent === null ? null : keyOf(span.trace, span.parent);
    if (key === null || !byId.has(key) || span.parent === span.id) roots.push(span);
    else children.set(key, [...(children.get(key) ?? []), span]);
  }
  const placed: PlacedSpan[] = [];
  const seen = new Set<Span>();
  const visit = (root: Span) => {
    const stack: { readonly span: Span; readonly parent: PlacedSpan | null }[] = [
      { span: root, parent: null },
    ];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { span, parent } = next;
      if (seen.has(span)) continue;
      seen.add(span);
      const each = place(span, parent, machineOf);
      placed.push(each);
      const below = children.get(keyOf(span.trace, span.id)) ?? [];
      const later = [...below].sort((one, other) => Number(other.startNs - one.startNs));
      for (const child of later) stack.push({ span: child, parent: each });
    }
  };
  for (const root of roots) visit(root);
  // Spans that are each other's parents can't be reached from a root.
  for (const span of spans) if (!seen.has(span)) visit(span);
  return placed;
}

function keyOf(trace: string, id: string): string {
  return `${trace} ${id}`;
}

/**
 * A span can't start before the span that caused it, and a server can't begin a call that has ended. If it does on another
 * machine, it's put in the parent's middle.
 */
function place(span: Span, parent: PlacedSpan | null, machineOf: (span: Span) => string): PlacedSpan {
  const isParentMissing = parent === null && span.parent !== null;
  const at = (shiftNs: bigint, behindNs: bigint): PlacedSpan => ({
    ...{ span, parent, isParentMissing, behindNs },
    startNs: span.startNs + shiftNs,
    endNs: span.endNs + shiftNs,
  });
  if (parent === null) return at(0n, 0n);
  if (machineOf(span) === machineOf(parent.span)) return at(parent.startNs - parent.span.startNs, 0n);
  if (span.startNs >= parent.startNs && !isAfterCall(span, parent)) return at(0n, 0n);
  const [whole, part] = [parent.endNs - parent.startNs, span.endNs - span.startNs];
  const inside = whole > part ? (whole - part) / 2n : 0n;
  const shiftNs = parent.startNs + inside - span.startNs;
  return at(shiftNs, shiftNs);
}

/** A call that failed can have ended before the server began: its caller gave up. */
function isAfterCall(span: Span, { span: call, startNs, endNs }: PlacedSpan): boolean {
  const isCall = call.kind === 'client' && span.kind === 'server' && !call.isError;
  return isCall && span.startNs > endNs && span.endNs - span.startNs <= endNs - startNs;
}
