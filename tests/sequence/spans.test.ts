import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Span } from '../../src/sequence/model.ts';
import { indexSpans, spansTouching } from '../../src/sequence/spans.ts';

const participantOf = ({ participant }: Span) => participant;

const anySpan: fc.Arbitrary<Span> = fc
  .record({
    participant: fc.constantFrom('server-1', 'server-2', 'server-3'),
    from: fc.nat({ max: 60 }),
    length: fc.option(fc.nat({ max: 30 }), { nil: null }),
  })
  .map(({ participant, from, length }) => ({
    participant,
    from,
    to: length === null ? null : from + length,
  }));

it('finds exactly the spans that overlap the rows, like a linear search', () => {
  fc.assert(
    fc.property(
      fc.array(anySpan, { maxLength: 30 }),
      fc.nat({ max: 70 }),
      fc.nat({ max: 20 }),
      (spans, first, more) => {
        const last = first + more;
        const touching = spans.filter(({ from, to }) => from <= last && (to === null || to >= first));
        const found = spansTouching(indexSpans(spans, participantOf), first, last);
        expect(new Set(found)).toEqual(new Set(touching));
        expect(found).toHaveLength(touching.length);
      },
    ),
  );
});

it('finds a long span that starts before others which have ended', () => {
  const outage: Span = { participant: 'server-1', from: 2, to: null };
  const short = [0, 3, 5, 7].map((from): Span => ({ participant: 'server-1', from, to: from + 1 }));
  expect(spansTouching(indexSpans([...short, outage], participantOf), 900, 920)).toEqual([outage]);
});

it('finds nothing without rows', () => {
  const span: Span = { participant: 'server-1', from: 0, to: null };
  expect(spansTouching(indexSpans([span], participantOf), 0, -1)).toEqual([]);
});
