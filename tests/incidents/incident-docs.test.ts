/** docs/incidents.md repeats what the page says of each incident, in English, and the lines that its fix changes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/incidents/incident.ts';
import { wordsOfIncident } from '../../src/incidents/incident-words.ts';
import { incidents } from '../../src/incidents/incidents.ts';
import { loadLanguage } from '../../src/locales/languages.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/incidents.md'), 'utf8');
const { viewText } = await loadLanguage('en');
const { words, groups } = await viewText.loadIncidentText();

/** Changed lines of one side as code, or a dash. */
function changedLines({ configuration }: Incident, side: 'before' | 'after'): string {
  const lines = configuration.lines.flatMap((line) =>
    typeof line === 'string' || 'marked' in line ? [] : (line[side]?.trim() ?? []),
  );
  return lines.length === 0 ? '—' : lines.map((line) => `\`${line}\``).join('<br>');
}

function sectionOf(incident: Incident): string {
  const { story, cause, fix, replayed } = wordsOfIncident(words, incident);
  const { balancer, server, store } = incident.stack;
  const change = `In \`${incident.configuration.file}\`: ${changedLines(incident, 'before')} became ${changedLines(incident, 'after')}.`;
  const reports = incident.reports.map(({ name, url, year }) => `[${name}](${url}) (${year})`);
  return [
    `### ${viewText.lessonTitle(incident.id)}`,
    '',
    `\`?incident=${incident.id}\` · ${groups[incident.group]} · ${[balancer, server, ...(store === undefined ? [] : [store])].join(', ')}`,
    '',
    `- **What happened.** ${story}`,
    `- **Cause.** ${cause}`,
    `- **Fix.** ${fix} ${change}`,
    `- **In this run.** ${replayed}`,
    `- **Reports.** ${reports.join(', ')}`,
  ].join('\n');
}

describe('docs/incidents.md', () => {
  it.each(incidents)('says of $id what the page says', (incident) => {
    expect(docs).toContain(sectionOf(incident));
  });
});
