/**
 * The words of an incident in one language: `en.ts` and `ko.ts` in its folder. Each exports its `title` by name, which the page
 * needs for every incident, and the rest as its default.
 */
import type { Incident } from './incident.ts';

export interface IncidentWords {
  /** What happened, in about three sentences. */
  readonly story: string;
  /** Why, in terms of where the state was. */
  readonly cause: string;
  /** What the switch changes, in one sentence. */
  readonly fix: string;
  /** Where this run differs from the report, in one or two sentences. */
  readonly replayed: string;
}

/** By the ID of the incident. */
export type WordsOfIncidents = Readonly<Record<string, IncidentWords>>;

/** @param modules The words by their path, as `import.meta.glob` finds them: `…/<id>/<language>.ts`. */
export function wordsByIncident(modules: Readonly<Record<string, IncidentWords>>): WordsOfIncidents {
  return Object.fromEntries(Object.entries(modules).map(([path, words]) => [path.split('/').at(-2), words]));
}

/** @throws When the incident has no words in this language. A test asserts that each has. */
export function wordsOfIncident(words: WordsOfIncidents, { id }: Pick<Incident, 'id'>): IncidentWords {
  const found = words[id];
  if (found === undefined) throw new Error(`${id} has no words.`);
  return found;
}
