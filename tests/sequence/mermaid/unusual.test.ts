// @vitest-environment jsdom
/** Unusual text that Mermaid's grammar allows: read as Mermaid reads it, and equal when it comes back from an export. */
import mermaid from 'mermaid';
import { expect, it } from 'vitest';
import { phrasebook } from '../../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../../src/sequence/describe-imported.ts';
import type { ImportedDiagram } from '../../../src/sequence/imported-diagram.ts';
import { arrows } from '../../../src/sequence/mermaid/mermaid-arrows.ts';
import { toMermaid } from '../../../src/sequence/to-mermaid.ts';
import { importedFrom } from '../../support/diagram-fixtures.ts';
import '../../support/css-colours.ts';
import '../../support/mermaid.ts';

interface Entry {
  readonly type: number;
  readonly from?: string;
  readonly to?: string;
  readonly message?: unknown;
}

/** Names, and one line for each message and note, from Mermaid's own database. */
async function byMermaid(text: string): Promise<readonly string[]> {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const { getActors, getMessages } = db as unknown as {
    getActors(): ReadonlyMap<string, { readonly description: string; readonly type: string }>;
    getMessages(): readonly Entry[];
  };
  const actors = [...getActors.call(db)].map(
    ([id, { description, type }]) => `${id} ${type} ${plain(description)}`,
  );
  const lines = getMessages.call(db).flatMap(({ type, from, to, message }) => {
    const arrow = arrows.get(type);
    if (arrow !== undefined) return [`${from} ${arrow.line} ${arrow.head} ${to}: ${plain(message)}`];
    return type === 2 ? [`note ${from} ${to}: ${plain(message)}`] : [];
  });
  return [...actors, ...lines];
}

function byUs({ participants, lines }: ImportedDiagram): readonly string[] {
  return [
    ...participants.map(({ id, shape, name }) => `${id} ${shape} ${name.replaceAll('\n', '|')}`),
    ...lines.flatMap((line) => {
      if (line.kind === 'message') {
        return [`${line.from} ${line.line} ${line.head} ${line.to}: ${line.text.replaceAll('\n', '|')}`];
      }
      return line.kind === 'note'
        ? [`note ${line.participants.join(' ')}: ${line.text.replaceAll('\n', '|')}`]
        : [];
    }),
  ];
}

/** Entities as characters, and line breaks as bars. */
function plain(text: unknown): string {
  const html = document.createElement('div');
  return String(text ?? '')
    .replace(/<\/?br\s*\/?>/gi, '|')
    .replace(/ﬂ°°\+?(\d+)¶ß/g, '&#$1;')
    .replace(/ﬂ°\+?(\w+)¶ß/g, '&$1;')
    .replace(/&#?\w+;/g, (entity) => {
      html.innerHTML = entity;
      return html.textContent ?? '';
    })
    .split('|')
    .map((line) => line.trim())
    .join('|');
}

const D = 'sequenceDiagram\n';
const unusual: readonly string[] = [
  'sequenceDiagram\r\nA->>B: carriage returns\r\nB->>A: too\r\n',
  '\n\n\n   sequenceDiagram\n\n  A->>B: blank lines above\n\n\n  B->>A: and between\n\n',
  'sequenceDiagram;A->>B: one;B->>A: two;',
  `${D}A->>B: one;\nB->>A: two;`,
  `${D}A ->> B : blanks around all\nB   -->>   A   :   many`,
  `${D}\tA->>B: tabs\n\t\tB-->>A: \ttwo`,
  `${D}A->>B: `,
  `${D}A->>B:no blank`,
  `${D}A->>B: # a comment is what is left\nB->>A: text # comment`,
  `${D}# a comment line\nA->>B: x`,
  `${D}A->>B: 50%% of it\nB->>A: x %% y`,
  `${D}A->>B: x\n%%\n%% \nB->>A: y`,
  `${D}%% first\nparticipant A\n%% second\nA->>B: x\n%% last`,
  `${D}PARTICIPANT A\nACTOR B\nA->>B: x\nNOTE OVER A: n\nLOOP l\nA->>B: y\nEND`,
  `${D}participant A as Alice\nparticipant A as Alice again\nA->>B: x`,
  `${D}A->>B: x\nparticipant B as Bob afterwards\nB->>A: y`,
  `${D}participant A as "quoted" name\nA->>A: x`,
  `${D}participant A as a: colon\nA->>A: x`,
  `${D}participant A as Alice<br>Liddell<br />of<BR/>Oxford\nA->>A: x<br>y`,
  `${D}participant A as #35;1 #9829; #infin;\nA->>A: #lt;b#gt; #amp; #quot;`,
  `${D}participant 한글 아이디\n한글 아이디->>B: x`,
  `${D}participant Ä\nactor ñandú\nÄ->>ñandú: ß`,
  `${D}1->>2: numbers\n2-->>1: as names`,
  `${D}participant front-end\nfront-end->>B: x`,
  `${D}participant loopback\nparticipant Noteworthy\nloopback->>Noteworthy: x\nNoteworthy->>options: y`,
  `${D}a.b.c->>d_e: x\nd_e->>f/g: y`,
  `${D}A[0]->>B: x`,
  `${D}autonumber\nA->>B: x\nautonumber 10\nA->>B: y\nautonumber 10 5\nA->>B: z\nautonumber off\nA->>B: w`,
  `${D}autonumber 1.5 0.25\nA->>B: x\nA->>B: y`,
  `${D}autonumber .5 .5\nA->>B: x`,
  `${D}autonumber off\nA->>B: x`,
  `${D}autonumber 5\nA->>B: x\nautonumber\nA->>B: y`,
  `${D}title Plain title\nA->>B: x`,
  `${D}title: With a colon\nA->>B: x`,
  `${D}accTitle: t\naccDescr: d\nA->>B: x`,
  `${D}accDescr {\n several\n lines\n}\nA->>B: x`,
  `${D}box\nparticipant A\nend\nA->>B: x`,
  `${D}box Purple A & B\nparticipant A\nactor B\nend\nA->>B: x`,
  `${D}box rgba(10, 20, 30, 0.5) name (with brackets)\nparticipant A\nend\nA->>B: x`,
  `${D}box transparent Aqua\nparticipant A\nend\nA->>B: x`,
  `${D}box hsl(120, 50%, 50%) green\nparticipant A\nend\nA->>B: x`,
  `${D}box wrap: long name of a box\nparticipant A\nend\nA->>B: x`,
  `${D}participant A@{ "type" : "boundary", "alias": "Gate" }\nA->>B: x`,
  `${D}participant A@{ "type": "database" } as Store\nparticipant B@{"type":"queue"}\nA->>B: x`,
  `${D}participant A@{ type: collections }\nA->>A: x`,
  `${D}participant A@{\n  "type": "entity"\n}\nA->>A: x`,
  `${D}create participant B\nA->>B: x\ndestroy B\nA-xB: y`,
  `${D}A->>B: x\ncreate actor C as Carl\nB->>C: y\ndestroy C\nC-->>B: z`,
  `${D}create participant B\nparticipant A as Alice\nlink A: Wiki @ https://wiki.example/\nA->>B: x\nC->>A: y`,
  `${D}A->>B: x\ncreate participant C\nactor D as Dan\nD->>C: y\nNote over D: n\nE->>B: z`,
  `${D}create participant D@{ "type": "database" } as Store\nA->>D: x`,
  `${D}A->>B: x\nactivate B\nactivate B\nB->>A: y\ndeactivate B\ndeactivate B`,
  `${D}A->>+B: x\nA->>+B: y\nB-->>-A: z\nB-->>-A: w`,
  `${D}A->>+A: self\nA-->>-A: done`,
  `${D}A()->>B: x\nB->>()A: y\nA()-->>()B: z`,
  `${D}A->>()B: x\nB()-->>A: y\nA-|\\()B: z`,
  `${D}A<<->>B: x\nA<<-->>B: y\nA<<->>()B: z`,
  `${D}A-|\\B: a\nA-|/B: b\nA-\\\\B: c\nA-//B: d\nA--|\\B: e\nA--|/B: f\nA--\\\\B: g\nA--//B: h`,
  `${D}A/|-B: a\nA\\|-B: b\nA//-B: c\nA\\\\-B: d\nA/|--B: e\nA\\|--B: f\nA//--B: g\nA\\\\--B: h`,
  `${D}A-)B: x\nA--)B: y\nA-xB: z\nA--xB: w\nA->B: v\nA-->B: u`,
  `${D}Note left of A: l\nNote right of A: r\nNote over A: o\nNote over A,B: ab\nNote over B,A: ba`,
  `${D}note right of A: wrap: long words\nA->>B: nowrap: short\nB->>A:wrap:no blank`,
  `${D}loop\nA->>B: x\nend\nalt\nA->>B: y\nelse\nB->>A: z\nend\npar\nA->>B: w\nand\nB->>A: v\nend`,
  `${D}critical\nA->>B: x\noption\nB->>A: y\noption o\nend\nbreak\nA->>B: z\nend`,
  `${D}par_over p\nA->>B: x\nand q\nB->>A: y\nend`,
  `${D}rect rgb(1,2,3)\nrect red\nA->>B: x\nend\nend`,
  `${D}alt a\nelse b\nelse c\nA->>B: x\nend`,
  `${D}loop l # comment\nA->>B: x\nend`,
  `${D}opt a; A->>B: x; end`,
  `${D}links A: {"Wiki": "https://wiki.example/a", "Log": "https://log.example/?a=1&b=2"}\nA->>B: x`,
  `${D}link A: Wiki @ https://wiki.example/a@b\nA->>B: x`,
  `${D}properties A: {"class": "internal", "icon": "@clock"}\nA->>B: x`,
  `${D}linked->>links2: x`,
  `${D}A->>B: $$\\frac{1}{2}$$ and $5\nNote over A: $$x$$`,
  `${D}A->>B: 'single' "double" \`back\` \\ / { } [ ] ( ) < > = + * ~ ^ ? !`,
  `${D}A->>B: sequenceDiagram\nB->>A: participant X\nA->>B: end\nB->>A: loop l`,
  `${D}A->>B: -->> arrows in text ->> and A->>B: x`,
  `${D}A->>B: 👩‍👩‍👧 🇰🇷 é\nB->>A: \u200bzero width`,
  `---\ntitle: Front # matter\nconfig:\n  sequence:\n    showSequenceNumbers: true\n---\n${D}A->>B: x`,
  `---\n# only a comment\n---\n${D}A->>B: x`,
  `%%{init: {'theme':'dark', 'sequence': {'mirrorActors': false}}}%%\n${D}A->>B: x`,
  `%%{init: {"sequence": {"wrap": true}}}%%\n%%{wrap}%%\n${D}A->>B: x`,
  `%% a comment above all\n${D}A->>B: x`,
];

it.each([...unusual, `${D}A@home->>B: x`])('is read as Mermaid reads it: %j', async (text) => {
  expect(byUs(await importedFrom(text))).toEqual(await byMermaid(text));
});

it.each(unusual)('comes back equal from an export: %j', async (text) => {
  const first = await importedFrom(text);
  const exported = toMermaid(describeImported(first, phrasebook.imported)).text;
  expect(await importedFrom(exported), exported).toEqual(first);
});

it('gives an ID that no declaration can have another one', async () => {
  const first = await importedFrom(`${D}A@home->>B: x`);
  const exported = toMermaid(describeImported(first, phrasebook.imported)).text;
  const again = await importedFrom(exported);
  expect(again.participants.map(({ name }) => name)).toEqual(['A@home', 'B']);
});
