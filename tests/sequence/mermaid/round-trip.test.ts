// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../../src/sequence/describe-imported.ts';
import type { ImportedDiagram } from '../../../src/sequence/imported-diagram.ts';
import { readPlantUml } from '../../../src/sequence/plantuml/read-plantuml.ts';
import { toMermaid } from '../../../src/sequence/to-mermaid.ts';
import { diagramNames, diagramText, importedFrom } from '../../support/diagram-fixtures.ts';
import '../../support/css-colours.ts';

async function exported(text: string): Promise<string> {
  return toMermaid(describeImported(await importedFrom(text), phrasebook.imported)).text;
}

async function expectSame(text: string): Promise<void> {
  const first = await importedFrom(text);
  const again = await importedFrom(await exported(text));
  expect(again).toEqual(first);
}

const lines = (...body: readonly string[]) => ['sequenceDiagram', ...body].join('\n');

describe('an exported diagram', () => {
  it.each(diagramNames)('is read again as it was: %s', async (name) => {
    await expectSame(diagramText(name));
  });

  it.each([
    [
      'a point on the lifeline before an activation',
      ['A->>()B: x', 'activate B', 'B-->>A: y', 'deactivate B'],
    ],
    ['an activation before its own message', ['activate A', 'A->>B: x', 'deactivate A']],
    ['an activation that never ends', ['A->>+B: open', 'B->>A: x']],
    ['a participant that the first message creates', ['participant A', 'create participant B', 'A->>B: x']],
    ['par_over', ['par_over both', 'A->>B: x', 'and', 'B->>A: y', 'end']],
    [
      'numbers that start anywhere',
      ['autonumber 5 10', 'A->>B: x', 'autonumber off', 'A->>B: y', 'autonumber'],
    ],
    ['words for screen readers', ['accTitle: Who asks', 'accDescr { one\n two }', 'A->>B: x']],
    ['a title', ['title: Who asks whom', 'A->>B: x']],
    ['narration', ['%% **first**', '%% presenter: slowly', 'A->>B: x', '%% then', 'Note over A: y']],
    ['properties', ['participant A', 'properties A: {"class": "internal"}', 'A->>B: x']],
    [
      'links',
      [
        'participant A',
        'link A: Wiki page @ https://wiki.example/a?b=1&c=2#d',
        'links A: {"Repository": "https://git.example/x", "Mail": "mailto:a@example.org"}',
        'A->>B: see https://example.org/x?y=1&z=2',
      ],
    ],
    ['a participant called AS', ['participant AS as Authorization server', 'AS->>AS: x', 'activate AS']],
    ['a participant called as', ['as->>B: x', 'Note over as: n']],
    [
      'names of several words',
      ['Web shop->>3rd party: x', 'create participant Order book v2.1', '3rd party->>Order book v2.1: y'],
    ],
    ['a name that contains as', ['participant shop as it was', 'shop->>B: x']],
    ['a branch as a name', ['main->>release/2.0: merge']],
    [
      'names with hyphens',
      ['auth-server->>+log-in: x', 'Note over auth-server: n', 'log-in--)-auth-server: y'],
    ],
    [
      'other signs in names',
      [
        "Alice's phone->>API[v2]: x",
        'API[v2]->>a=b&c: y',
        'C# client-->>API[v2]: z',
        'Note over C# client: n',
      ],
    ],
    ['mathematics', ['A->>B: $$x^2$$']],
    [
      'two participants that one message creates',
      ['create participant A', 'create participant B', 'A->>B: x', 'B-->>A: y'],
    ],
    [
      'links and properties of a participant that is created, and of one that is declared after it',
      [
        'participant A',
        'create participant B',
        'links B: {"Wiki": "https://wiki.example/b"}',
        'properties B: {"class": "internal"}',
        'A->>B: x',
        'create actor C',
        'link C: Log @ https://log.example/c',
        'participant D',
        'links D: {"Home": "https://home.example/d"}',
        'B->>C: y',
        'C->>D: z',
      ],
    ],
    [
      'links of two participants that one message creates',
      [
        'create participant A',
        'create participant B',
        'links A: {"Wiki": "https://wiki.example/a"}',
        'links B: {"Wiki": "https://wiki.example/b"}',
        'A->>B: x',
      ],
    ],
    ['an empty label', ['A->>B: ']],
  ])('keeps %s', async (_, body) => {
    await expectSame(lines(...body));
  });

  it('keeps front matter and directives', async () => {
    const text = `---\ntitle: >-\n  Who asks\n  whom\nconfig:\n  theme: dark\n---\n%%{init: {"sequence": {"showSequenceNumbers": true}}}%%\n${lines('A->>B: x')}`;
    await expectSame(text);
    expect(await exported(text)).toContain('theme: dark');
    const { title, lines: read } = await importedFrom(text);
    expect({ title, number: read[0]?.kind === 'message' && read[0].number }).toEqual({
      title: 'Who asks whom',
      number: 1,
    });
  });

  it('has captions over participants that are there, since a note would declare the others', async () => {
    const text = lines(
      'A->>B: x',
      'loop often',
      'A->>A: y',
      'end',
      'create participant C',
      'A->>C: z',
      'C->>B: w',
    );
    const diagram = describeImported(await importedFrom(text), phrasebook.imported);
    const written = toMermaid(diagram, { captions: true }).text;
    const notes = (await importedFrom(written)).lines.flatMap((line) =>
      line.kind === 'note' ? [line.participants.join(' ')] : [],
    );
    expect(notes).toEqual(['A B', 'A B', 'A B', 'A C', 'A C']);
  });

  it('does not end what the author never ended', async () => {
    expect(await exported(lines('A->>+B: open'))).not.toContain('deactivate');
  });
});

const id = fc.constantFrom('A', 'B', 'C', 'D', 'Order book', '2nd server', 'api/v2.1', 'log-in-page');
const words = fc.constantFrom(
  'x',
  'two words',
  '한국어 문장',
  'a<br/>b',
  'f(x, y)',
  'GET /a?b=1&c=2',
  '#59;',
  '$$a < b$$ and $$\\begin{matrix}a & b\\end{matrix}$$',
  'wrap: long words',
  'nowrap: $5',
  '',
);
const arrow = fc.constantFrom('->>', '-->>', '-)', '--x', '->', '<<->>', '-|\\', '--//');
const message = fc
  .tuple(id, arrow, id, words)
  .map(([from, shaft, to, text]) => [`${from}${shaft}${to}: ${text}`]);
const note = fc
  .tuple(fc.constantFrom('left of', 'right of', 'over'), id, words)
  .map(([place, at, text]) => [`Note ${place} ${at}: ${text || 'n'}`]);
const numbering = fc.constantFrom(['autonumber'], ['autonumber 7'], ['autonumber 3 2'], ['autonumber off']);
const narration = fc.constantFrom(['%% said **so**'], ['%% presenter: ask'], ['%% A->>B: turned off']);
const leaf = fc.oneof({ weight: 5, arbitrary: message }, note, numbering, narration);
const { body } = fc.letrec<{ body: readonly string[]; frame: readonly string[] }>((tie) => ({
  body: fc
    .array(fc.oneof({ depthSize: 'small' }, leaf, tie('frame')), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.flat()),
  frame: fc
    .tuple(
      fc.constantFrom(
        ['loop 3 times', ''],
        ['alt yes', 'else no'],
        ['opt maybe', ''],
        ['par one', 'and two'],
        ['par_over one', 'and two'],
        ['critical c', 'option o'],
        ['break b', ''],
        ['rect rgb(1, 2, 3)', ''],
        ['rect transparent', ''],
        ['rect', ''],
      ),
      tie('body'),
      tie('body'),
    )
    .map(([[begins = '', section = ''], first, second]) => [
      begins,
      ...first,
      ...(section === '' ? [] : [section, ...second]),
      'end',
    ]),
}));

it('any diagram comes back equal from an export that Mermaid reads', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (parts) => {
      const text = lines(
        'participant A',
        'participant B as Long<br/>name',
        'actor C',
        ...parts,
        'A->>D: last',
      );
      await expectSame(text);
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** Sender, arrow, receiver and words of each message, by the names that a reader sees. */
function messagesOf(imported: ImportedDiagram): readonly string[] {
  const nameOf = (id: string) => imported.participants.find((each) => each.id === id)?.name;
  return imported.lines.flatMap((line) =>
    line.kind === 'message' ? [`${nameOf(line.from)} ${line.head} ${nameOf(line.to)}: ${line.text}`] : [],
  );
}

describe('a PlantUML diagram as Mermaid text', () => {
  it.each([
    [
      'a divider before a participant is created',
      'Alice -> Bob : hi\n== Later ==\ncreate Carol\nAlice -> Carol : new',
    ],
    ['a note across before that', 'Alice -> Bob : hi\nnote across : all\ncreate Carol\nBob -> Carol : new'],
    ['the end of a participant that the last message misses', 'A -> C : hi\nA -> B : bye\ndestroy C'],
    ['an ID with a hyphen before a circle', '"user-db" o-> B : x\nB -> "user-db" : y'],
    ['an ID with a hyphen before a half arrow', '"user-db" /- B : x\nB -> "user-db" : y'],
    ['an ID with a slash before a circle', '"a/b" o-> B : x'],
    ['an ID in which an arrow could begin', '"a-/b" -> B : x\n"c//-d" -> B : y'],
    ['an ID of several words that begins with a number', '"1 Server" -> B : x'],
  ])('is read again with %s', async (_, text) => {
    const { diagram, notUnderstood } = readPlantUml(text);
    expect(notUnderstood).toEqual([]);
    const written = toMermaid(describeImported(diagram, phrasebook.imported)).text;
    const again = await importedFrom(written);
    expect(again.participants.map(({ name }) => name)).toEqual(diagram.participants.map(({ name }) => name));
    expect(messagesOf(again)).toEqual(messagesOf(diagram));
    const ends = ({ lines }: ImportedDiagram) =>
      lines.flatMap((line) =>
        line.kind === 'message' ? [[line.creates !== null, line.destroys !== null]] : [],
      );
    expect(ends(again)).toEqual(ends(diagram));
  });
});
