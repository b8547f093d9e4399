// @vitest-environment jsdom
/** Mermaid draws an exported diagram as it draws the original: both texts fill its database alike. */
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../../src/sequence/describe-imported.ts';
import { toMermaid } from '../../../src/sequence/to-mermaid.ts';
import { importedFrom } from '../../support/diagram-fixtures.ts';
import '../../support/css-colours.ts';
import '../../support/mermaid.ts';

interface Database {
  getActors(): ReadonlyMap<string, { readonly description: string; readonly wrap: boolean }>;
  getBoxes(): readonly { readonly name?: string; readonly fill: string; readonly wrap: boolean }[];
  getMessages(): readonly Entry[];
  getDiagramTitle(): string;
  getAccDescription(): string;
}

interface Entry {
  readonly type: number;
  readonly from?: string;
  readonly to?: string;
  readonly message?: unknown;
  readonly wrap: boolean;
}

async function exported(text: string): Promise<string> {
  return toMermaid(describeImported(await importedFrom(text), phrasebook.imported)).text;
}

/** As when Mermaid draws: with the text's configuration, and the title of its front matter. */
async function database(text: string): Promise<Database> {
  await mermaid.parse(text);
  const title = /^---\ntitle: (.*)\n/.exec(text)?.[1];
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text, title === undefined ? {} : { title });
  return db as unknown as Database;
}

/** Everything in Mermaid's database that decides the picture. */
async function drawnFrom(text: string) {
  const db = await database(text);
  return {
    title: db.getDiagramTitle(),
    description: db.getAccDescription(),
    actors: [...db.getActors()].map(([id, { description, wrap }]) => ({ id, description, wrap })),
    boxes: db.getBoxes().map(({ name, fill, wrap }) => ({ name, fill: fill.replaceAll(' ', ''), wrap })),
    entries: db.getMessages().map(({ type, from, to, message, wrap }) => ({ type, from, to, message, wrap })),
  };
}

/** The participants that Mermaid draws with `hideUnusedParticipants`: its renderer looks at all entries. */
async function usedByMermaid(text: string): Promise<readonly string[]> {
  const db = await database(text);
  const used = new Set(db.getMessages().flatMap(({ from, to }) => [from, to]));
  return [...db.getActors().keys()].filter((id) => used.has(id));
}

const D = 'sequenceDiagram\n';
const HIDING = '%%{init: {"sequence": {"hideUnusedParticipants": true}}}%%\n';
const WRAPPING = '%%{init: {"sequence": {"wrap": true}}}%%\n';
const PARTICIPANTS = 'participant A\nparticipant B\nparticipant W\nparticipant X\n';

it.each([
  ['works', 'activate W\nA->>B: x\ndeactivate W\nA->>B: y'],
  ['works without an end', 'A->>B: x\nactivate W'],
  ['has a note', 'A->>B: x\nNote over W: n'],
  ['is at the end of a note', 'A->>B: x\nNote over A,W: n'],
  ['is created and destroyed', 'create participant C\nA->>C: x\ndestroy C\nC->>A: y'],
  ['has a box, a link and a property', 'link X: a @ https://x.example\nproperties X: {"a": "b"}\nA->>B: x'],
])('shows the participants that Mermaid shows where one %s and others are hidden', async (_, body) => {
  const text = `${HIDING}${D}box Both\nparticipant Y\nparticipant Z\nend\n${PARTICIPANTS}${body}`;
  const { participants } = await importedFrom(text);
  expect(participants.map(({ id }) => id)).toEqual(await usedByMermaid(text));
  expect(await usedByMermaid(await exported(text))).toEqual(await usedByMermaid(text));
});

it('leaves out the work of a participant that is declared nowhere', async () => {
  const text = await exported(`${D}A->>B: x\nactivate W\nB->>A: y\ndeactivate W`);
  expect(text).not.toContain('activate');
});

describe('an exported diagram is drawn like its original', () => {
  it.each([
    ['cases', `A->>B: $$f(x)=\\begin{cases}1 & x>0\\\\0 & x\\le 0\\end{cases}$$`],
    ['a matrix in a name', `participant A as $$\\begin{matrix}a & b\\end{matrix}$$\nA->>B: x`],
    ['a matrix in a note', `A->>B: x\nNote over A,B: so $$\\begin{matrix}a & b\\end{matrix}$$ then`],
    ['a comparison', 'A->>B: $$a < b$$ and $$b > c$$'],
    [
      'a formula in each kind of frame',
      'loop $$n<10$$\nalt $$a<b$$\nA->>B: x\nelse $$a>b$$\nB->>A: y\nend\nend',
    ],
    ['a formula of a participant that is created', 'create participant B as $$a<b$$\nA->>B: x'],
    ['percentages in a formula', 'A->>B: $$100\\%{x}$$ or $$5\\%$$'],
    ['a formula in the words of a formula', 'A->>B: $$1 \\text{ if $a<b$}$$'],
  ])('with %s', async (_, body) => {
    const text = `${D}participant A\nparticipant B\n`;
    const original = body.includes('participant') ? D + body : text + body;
    expect((await drawnFrom(await exported(original))).entries).toEqual((await drawnFrom(original)).entries);
    expect((await drawnFrom(await exported(original))).actors).toEqual((await drawnFrom(original)).actors);
  });

  it.each([
    ['only the front matter has one', '---\ntitle: Outer\n---\n', ''],
    ['the diagram has another', '---\ntitle: Outer\n---\n', 'title: Inner\n'],
    ['both have the same', '---\ntitle: Outer\n---\n', 'title: Outer\n'],
    ['only the diagram has one', '---\nconfig:\n  theme: dark\n---\n', 'title Inner\n'],
    ['the front matter quotes its key', '---\n"title": Outer\n---\n', 'title: Inner\n'],
  ])('with its title where %s', async (_, frontMatter, title) => {
    const text = `${frontMatter}${D}${title}participant A\nparticipant B\nA->>B: x`;
    expect(await drawnFrom(await exported(text))).toEqual(await drawnFrom(text));
  });

  it.each([
    ['transparent', 'rect transparent'],
    ['as the theme has it', 'rect'],
    ['fully transparent', 'rect rgba(1, 2, 3, 0)'],
  ])('with a background that is %s', async (_, begins) => {
    const text = `${D}participant A\nparticipant B\n${begins}\nA->>B: x\nend`;
    const fill = async (of: string) => (await drawnFrom(of)).entries[0]?.message;
    const expected = await fill(text);
    expect(await fill(await exported(text))).toBe(expected === 'rgba(1, 2, 3, 0)' ? 'transparent' : expected);
  });

  it.each([
    ['wraps all', WRAPPING],
    ['wraps all by its own directive', '%%{wrap}%%\n'],
    ['wraps all by front matter', '---\nconfig:\n  sequence:\n    wrap: true\n---\n'],
    ['wraps none', ''],
  ])(
    'with the lines that are to be wrapped, and those that are not, where its configuration %s',
    async (_, settings) => {
      const marks = ['', 'wrap: ', 'nowrap: '];
      const body = marks.flatMap((mark, index) => [
        `box rgb(1,2,3) ${mark}a box ${index}`,
        `participant P${index} as ${mark}Its name`,
        `actor Q${index} as ${mark}Its name`,
        'end',
      ]);
      const lines = marks.flatMap((mark, index) => [
        `P${index}->>P0: ${mark}a message`,
        `Note over P${index}: ${mark}a note`,
        `create participant C${index} as ${mark}Created`,
        `P0->>C${index}: ${mark}`.trimEnd(),
      ]);
      const text = `${settings}${D}${[...body, ...lines].join('\n')}`;
      expect(await drawnFrom(await exported(text))).toEqual(await drawnFrom(text));
    },
  );

  it('wherever the configuration before it wrapped all', async () => {
    await importedFrom(`${WRAPPING}${D}A->>B: x`);
    const text = `${D}participant A\nparticipant B\nA->>B: wrap: y\nB->>A: nowrap: z`;
    expect(await drawnFrom(await exported(text))).toEqual(await drawnFrom(text));
  });

  it.each(['a #35;lt; b', 'a #59; b', 'a #lt;b#gt; c', 'a # b'])('with the description %j', async (words) => {
    const decoded = (text: string) => text.replaceAll('ﬂ°lt¶ß', 'ﬂ°°60¶ß').replaceAll('ﬂ°gt¶ß', 'ﬂ°°62¶ß');
    const text = `${D}accDescr: ${words}\nparticipant A\nA->>A: x`;
    const { accessible } = await importedFrom(text);
    expect((await importedFrom(await exported(text))).accessible).toEqual(accessible);
    expect(decoded((await drawnFrom(text)).description)).not.toBe('');
  });
});
