// @vitest-environment jsdom
import { it } from 'vitest';
import { diagramBlocks, parseDiagram } from '/work/wt/merm/src/sequence/mermaid/mermaid-parse.ts';
import '/work/wt/merm/tests/support/css-colours.ts';
const texts=['sequenceDiagram;A->>B: x','sequenceDiagram\n;A->>B: x','sequenceDiagram\nA->>B: a; b c',
'---\ntitle: >-\n  long\n  title\nconfig:\n  sequence:\n    showSequenceNumbers: true\n    hideUnusedParticipants: true\n---\nsequenceDiagram\nparticipant U\n%% **say** this\n%% presenter: psst\nA->>B: x\nautonumber off\nB->>A: y\n%% c\ncreate participant D\nA->>D: z\naccTitle: t\naccDescr: d\nproperties A: {"class": "x"}\npar_over p\nA->>B: q\nend',
];
it('x', async()=>{ for(const t of texts){ const b=diagramBlocks(t); console.log(JSON.stringify(t.slice(0,40)), JSON.stringify(Array.isArray(b)? await parseDiagram(b[0]) : b, null, 1).replace(/\n\s*/g,' ')); } });
