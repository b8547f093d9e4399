/** Mermaid's own reading of a text: the reference for exports and for our reading of imports. */
import mermaid from 'mermaid';

/** Mermaid's record of a message or a note, limited to the kinds in exports. */
interface MermaidEntry {
  readonly type: number;
  readonly from?: string;
  readonly to?: string;
  readonly message?: unknown;
}

interface MermaidDb {
  getMessages(): readonly MermaidEntry[];
  getActors(): ReadonlyMap<string, { readonly description: string; readonly type: string }>;
}

// Mermaid copies its whole configuration several times per line, which takes about ten times as long as parsing.
// Emptying colours and other diagram types is safe: the sequence parser doesn't read them.
for (const [section, settings] of Object.entries(mermaid.mermaidAPI.defaultConfig)) {
  if (section === 'sequence' || typeof settings !== 'object' || Array.isArray(settings)) continue;
  for (const key of Object.keys(settings)) delete settings[key];
}
// A theme would restore its colours.
mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  maxTextSize: 10_000_000,
  theme: 'null',
});

/** Mermaid's own numbers of entry kinds (`LINETYPE` of its sequence diagram). */
const arrows: Readonly<Record<number, string>> = { 0: '->>', 1: '-->>', 3: '-x', 4: '--x' };
const NOTE = 2;
const [ACTIVATE, DEACTIVATE] = [17, 18];

export interface ReadByMermaid {
  /** Names of the participants, actors in brackets. */
  readonly names: readonly string[];
  /** `client ->> load_balancer: words`, `note client, server_3: words`, `+ server_1` and `- server_1`. */
  readonly lines: readonly string[];
}

/** @throws Mermaid's parse error for an invalid text. */
export async function readByMermaid(text: string): Promise<ReadByMermaid> {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const db = diagram.db as unknown as MermaidDb;
  return {
    names: [...db.getActors().values()].map(({ description, type }) =>
      type === 'actor' ? `[${words(description)}]` : words(description),
    ),
    lines: db.getMessages().map(line),
  };
}

function line({ type, from, to, message }: MermaidEntry): string {
  if (type === NOTE) return `note ${[...new Set([from, to])].join(', ')}: ${words(message)}`;
  if (type === ACTIVATE || type === DEACTIVATE) return `${type === ACTIVATE ? '+' : '-'} ${from}`;
  const arrow = arrows[type];
  if (arrow === undefined) throw new Error(`Unknown Mermaid entry kind ${type}.`);
  return `${from} ${arrow} ${to}: ${words(message)}`;
}

/** Mermaid keeps `#59;` as `ﬂ°°59¶ß` until it renders, and breaks lines at `<br/>`. */
function words(message: unknown): string {
  return String(message)
    .replaceAll('<br/>', '\n')
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
}
