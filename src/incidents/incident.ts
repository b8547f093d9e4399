/**
 * What an incident is: a lesson without scenes, whose run is a public report replayed, and whose fix is a switch. Data, and
 * nothing that decides an outcome.
 */
import { type Lesson, OTHER_SIDE, type StepRef } from '../lessons/lesson.ts';
import type { Command } from '../simulation/cluster.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';

/** The name of the incident's folder. A link may name any incident, so it's checked where it is read. */
export type IncidentId = string;

export const incidentGroups = ['balancers', 'stores', 'keys', 'concurrency', 'repeats', 'deploys'] as const;
export type IncidentGroup = (typeof incidentGroups)[number];

/** A public report: an issue, a pull request or a page. */
interface PublicReport {
  /** As readers of the project call it: `flask-login #388`. */
  readonly name: string;
  readonly url: string;
  readonly year: number;
}

/** What the reports' clusters consisted of, by product. The names are the same in every language. */
interface Stack {
  readonly balancer: string;
  readonly server: string;
  readonly store?: string;
}

/**
 * A line of the configuration. A line that the fix changes has both of its forms; null where one side lacks the line. It is
 * a deciding one, and so is a marked line that stays.
 */
export type ConfigurationLine =
  | string
  | { readonly marked: string }
  | { readonly before: string | null; readonly after: string | null };

export interface Configuration {
  readonly file: string;
  readonly lines: readonly ConfigurationLine[];
}

export interface Incident extends Lesson<ClusterScenario> {
  readonly id: IncidentId;
  readonly group: IncidentGroup;
  readonly commands: readonly Command[];
  readonly fixed: ClusterScenario;
  readonly stack: Stack;
  readonly configuration: Configuration;
  readonly reports: readonly PublicReport[];
}

interface Given extends Omit<Incident, 'scenes' | 'opensAt' | 'closing' | 'commands'> {
  readonly commands?: readonly Command[];
  /** The step that decides: where the two sides part. */
  readonly decidesAt: StepRef;
}

/** It closes with both sides beside each other. */
export function incidentOf({ decidesAt, commands = [], ...given }: Given): Incident {
  return {
    ...given,
    commands,
    opensAt: decidesAt,
    scenes: [],
    closing: { commands, at: decidesAt, compareWith: OTHER_SIDE },
  };
}
