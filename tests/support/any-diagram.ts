/** Random imported diagrams, with every element that text formats share. */
import fc from 'fast-check';
import type {
  ArrowHead,
  FrameKind,
  ImportedDiagram,
  ImportedLine,
  ImportedMessage,
} from '../../src/sequence/imported-diagram.ts';
import { participantShapes } from '../../src/sequence/imported-diagram.ts';

/** Pieces of text that formats interpret, and some that none does. */
const pieces = [
  ...[
    'a',
    'B',
    '7',
    ' ',
    '한글',
    '😀',
    'é',
    ':',
    ';',
    ',',
    '#',
    '"',
    "'",
    '`',
    '\\',
    '\\n',
    '<',
    '>',
    '<br>',
  ],
  ...['**', '__', '//', '--', '~~', '""', '==', '...', '[[', ']]', '{{', '}}', '%', '&', '&#65;', '$', '$x$'],
  ...[
    '$' + '{x}',
    '|',
    '!',
    '@enduml',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '*',
    '-',
    '->',
    '<U+0041>',
    '~',
    '=',
    '.',
  ],
  ...[
    '++',
    'end',
    'note',
    'alt',
    'title',
    'https://a.b/c?d=e&f#g',
    "/'",
    "'/",
    '<b>',
    '%n()',
    '/',
    '_',
    '^',
    '+',
  ],
];

const anyTextLine = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim());

/** Of a message or a note: up to three lines, without empty ones at either end. */
const anyLabel = fc.array(anyTextLine, { maxLength: 3 }).map((lines) => lines.join('\n').trim());

const ids = ['a', 'Bob', 'server_1', 'note'] as const;
const anyId = fc.constantFrom(...ids);

/** Whatever `heads` allows; formats differ in that. */
function anyMessage(heads: readonly ArrowHead[]): fc.Arbitrary<ImportedMessage> {
  return fc
    .record({
      from: anyId,
      to: anyId,
      text: anyLabel,
      line: fc.constantFrom('solid', 'dashed'),
      head: fc.constantFrom(...heads),
      centres: fc.record({ from: fc.boolean(), to: fc.boolean() }),
      number: fc.option(fc.integer({ min: 1, max: 99 })),
    })
    .map((message) => {
      // A cross ends before the lifeline.
      const centres = message.head === 'cross' ? { ...message.centres, to: false } : message.centres;
      return { kind: 'message', ...message, centres, creates: null, destroys: null };
    });
}

const anyNote = fc
  .record({ place: fc.constantFrom('left', 'right', 'over'), one: anyId, other: anyId, text: anyLabel })
  .map(({ place, one, other, text }): ImportedLine => {
    const ordered = ids.filter((id) => id === one || id === other);
    const last = place === 'over' ? (ordered.at(-1) ?? one) : one;
    const first = place === 'over' ? (ordered[0] ?? one) : one;
    return { kind: 'note', place, participants: [first, last], text };
  });

const parts: readonly (readonly [FrameKind, 'else' | 'and' | 'option' | null])[] = [
  ['loop', null],
  ['opt', null],
  ['break', null],
  ['alt', 'else'],
  ['par', 'and'],
  ['critical', 'option'],
];

/** A message, a note, work, or a frame around a few of them. */
function anyLines(heads: readonly ArrowHead[], depth: number): fc.Arbitrary<ImportedLine[]> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: anyMessage(heads).map((line): ImportedLine[] => [line]) },
    { weight: 2, arbitrary: anyNote.map((line) => [line]) },
    {
      weight: 1,
      arbitrary: anyId.map((participant): ImportedLine[] => [{ kind: 'begin-work', participant }]),
    },
    { weight: 1, arbitrary: anyId.map((participant): ImportedLine[] => [{ kind: 'end-work', participant }]) },
  );
  if (depth === 0) return leaf;
  const inner = fc.array(anyLines(heads, depth - 1), { maxLength: 3 }).map((all) => all.flat());
  const frame = fc
    .record({ part: fc.constantFrom(...parts), text: anyTextLine, inner, section: anyTextLine, more: inner })
    .map(({ part: [kind, word], text, inner: first, section, more }): ImportedLine[] => [
      { kind: 'begin-frame', frame: kind, text },
      ...first,
      ...(word === null ? [] : [{ kind: 'section', word, text: section } as const, ...more]),
      { kind: 'end-frame' },
    ]);
  return fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: frame });
}

/** @param heads The arrows that the format knows. */
export function anyDiagram(heads: readonly ArrowHead[]): fc.Arbitrary<ImportedDiagram> {
  return fc
    .record({
      title: anyTextLine,
      names: fc.tuple(anyTextLine, anyTextLine, anyTextLine, anyTextLine),
      shapes: fc.array(fc.constantFrom(...participantShapes), { minLength: 4, maxLength: 4 }),
      box: fc.option(anyTextLine),
      first: anyMessage(heads),
      lines: fc.array(anyLines(heads, 2), { maxLength: 8 }).map((all) => all.flat()),
    })
    .map(({ title, names, shapes, box, first, lines }) => ({
      title,
      participants: ids.map((id, index) => ({
        id,
        name: names[index] || id,
        shape: shapes[index] ?? 'participant',
        links: [],
      })),
      boxes: box === null ? [] : [{ name: box, colour: null, participants: ['a', 'Bob'] }],
      lines: [first, ...lines],
    }));
}
