/** What Mermaid itself makes of a text: the witness against whom exports and our reading of imports are checked. */
import mermaid from 'mermaid';

/** What Mermaid keeps of a message or a note; of the kinds only those that exports contain. */
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

// Mermaid copies all of its settings several times for every line it reads, which takes some ten times as long as reading
// it. So the colours, and the sections of other kinds of diagrams, are emptied: no parser of sequences asks for them.
for (const [section, settings] of Object.entries(mermaid.mermaidAPI.defaultConfig)) {
  if (section === 'sequence' || typeof settings !== 'object' || Array.isArray(settings)) continue;
  for (const key of Object.keys(settings)) delete settings[key];
}
// A theme would bring its colours again.
mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  maxTextSize: 10_000_000,
  theme: 'null',
});

/** Kinds of entries, by Mermaid's own numbers (`LINETYPE` of its sequence diagram). */
const arrows: Readonly<Record<number, string>> = { 0: '->>', 1: '-->>', 3: '-x', 4: '--x' };
const NOTE = 2;
const [ACTIVATE, DEACTIVATE] = [17, 18];

export interface ReadByMermaid {
  /** The names of the participants, actors in brackets. */
  readonly names: readonly string[];
  /** `client ->> load_balancer: words`, and `note client, server_3: words`, and `+ server_1`, `- server_1`. */
  readonly lines: readonly string[];
}

/** @throws What Mermaid throws at a text that is not a diagram. */
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
  if (arrow === undefined) throw new Error(`Mermaid has read an entry of kind ${type}.`);
  return `${from} ${arrow} ${to}: ${words(message)}`;
}

/** Mermaid keeps `#59;` as `ﬂ°°59¶ß` until it has drawn it, and breaks lines at `<br/>`. */
function words(message: unknown): string {
  return String(message)
    .replaceAll('<br/>', '\n')
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
}
