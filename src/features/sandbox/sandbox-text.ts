/** Words of the sandbox, implemented once per language and loaded with its editor. */

import type { UserId } from '../../simulation/applications/account.ts';
import type { PaymentMethod, ProductId } from '../../simulation/applications/shop.ts';
import type { BalancerProfile } from '../../simulation/balancer.ts';
import type { Milestone } from '../../simulation/kernel/actor.ts';
import type { DraftText } from '../../ui/form/draft-notice.tsx';
import type { RunCodeProblem } from '../../url/run-code.ts';
import type { SavingProblem } from '../../url/saved-runs.ts';
import type { Wording } from '../wording.ts';
import type { ApplicationId } from './applications.ts';
import type { ChoiceWords, FieldPath, RareFieldGroup } from './cluster-fields.ts';
import type { Time, TimeUnit } from './durations.ts';
import type { HandOver } from './groups.ts';
import type { ScriptFault, ScriptLine } from './script-text.ts';
import type { Unit } from './units.ts';

export type LimitMessage =
  | { readonly kind: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: Unit }
  | { readonly kind: 'time'; readonly min: Time; readonly max: Time }
  | { readonly kind: 'text'; readonly lengthMax: number }
  | { readonly kind: 'list' | 'list-of-some' | 'sum' | 'sum-of-clients'; readonly max: number }
  | { readonly kind: 'known-client'; readonly clients: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'nothing' | 'object' | 'other' };

/** Words of the list of commands. */
interface CommandsText {
  readonly title: string;
  readonly none: string;
  /** An item, counted from 1. */
  command(ordinal: number): string;
  readonly add: string;
  remove(ordinal: number): string;
  /** There can't be more. */
  full(max: number): string;
  /** The node that it concerns. */
  readonly where: string;
  /** What it does. */
  readonly what: string;
  readonly when: string;
  /** A time since the run began, or a landmark of a request. */
  readonly moments: Readonly<Record<Milestone | 'time', string>>;
  readonly request: string;
  /** @param ordinal Of the request in the client's script, as the diagram has it. */
  requestOf(client: string, ordinal: string): string;
  readonly time: string;
  /** How long after the landmark. */
  readonly offset: string;
  /** The moment doesn’t come. */
  readonly never: string;
}

export interface SandboxText {
  readonly application: string;
  readonly applicationNames: Readonly<Record<ApplicationId, string>>;
  readonly ownScript: string;
  readonly strategy: string;
  readonly balancing: string;
  readonly servers: string;
  readonly clients: string;
  readonly network: string;
  readonly latencyMin: string;
  readonly latencyMax: string;
  readonly loss: string;
  readonly duplication: string;
  readonly think: string;
  readonly seed: string;
  readonly serverRemembers: string;

  /** Clients that do the same, counted from 1. */
  group(ordinal: number): string;
  readonly count: string;
  readonly arrivesAt: string;
  readonly retries: string;
  readonly logsInAgain: string;
  readonly sharesAddress: string;
  readonly addGroup: string;
  removeGroup(ordinal: number): string;

  readonly script: string;
  line(ordinal: number): string;
  readonly lineKinds: Readonly<Record<ScriptLine['kind'], string>>;
  readonly addLine: string;
  moveUp(ordinal: number): string;
  moveDown(ordinal: number): string;
  removeLine(ordinal: number): string;
  readonly product: string;
  readonly productNames: Readonly<Record<ProductId, string>>;
  readonly quantity: string;
  readonly payment: string;
  readonly paymentNames: Readonly<Record<PaymentMethod, string>>;
  /** Not said in this line. */
  readonly unsaid: string;
  readonly user: string;
  readonly userNames: Readonly<Record<UserId, string>>;
  readonly characters: string;
  /** How long a client waits. */
  readonly waitTime: string;
  readonly amount: string;
  readonly withKey: string;
  readonly receiver: string;
  clientName(ordinal: number): string;
  readonly words: string;
  readonly asText: string;
  readonly asTextHint: string;
  readonly useText: string;
  /** A text that isn't used yet: a script or a file. */
  readonly draft: DraftText;
  /** What is wrong with a block of lines that are sent at once. */
  readonly scriptFaults: Readonly<Record<ScriptFault, (line: number, text: string) => string>>;
  /** The field for the lines of such a block. */
  readonly linesAtOnce: string;
  notUnderstood(line: number, text: string): string;
  /** After `notUnderstood`: a line that may have been meant. */
  meant(suggestion: string): string;

  readonly idle: string;
  readonly absolute: string;
  readonly renewsId: string;
  readonly replicationDelay: string;
  readonly lifetime: string;
  readonly denyList: string;
  readonly hasRefresh: string;
  readonly refreshLifetime: string;
  readonly isPersistent: string;
  readonly hasLimit: string;
  readonly entriesMax: string;
  readonly hasReplica: string;
  readonly copyDelay: string;

  /** Folded fields. */
  readonly rareFields: Readonly<Record<RareFieldGroup | 'clients', string>>;
  /** Number of fields that differ from their defaults. */
  changed(count: number): string;
  readonly fields: Readonly<Record<FieldPath, string>>;
  readonly choices: ChoiceWords;
  readonly balancer: string;
  readonly profile: string;
  readonly profileNames: Readonly<Record<BalancerProfile, string>>;
  /** Switches that are no profile. */
  readonly ownProfile: string;
  /** For a field that can be null. */
  none(name: string): string;
  /** What a list of numbers looks like. */
  readonly listHint: string;
  readonly wrongList: string;
  /** Another strategy and balancing policy, by their names, give the same run. */
  sameRun(strategy: string, balancing: string): string;
  /** The group can't go alone: these lines of others give something to its clients. */
  receivesFrom(handOvers: readonly HandOver[]): string;
  removeWithLines(ordinal: number): string;

  /** A time in one unit, as a field shows it. */
  time(value: number, unit: TimeUnit): string;
  readonly units: Readonly<Record<Unit, string>>;
  /** What may stand in a field; numbers are in its unit. */
  readonly limits: Wording<LimitMessage>;

  readonly commands: CommandsText;

  /** The scenario as a file. */
  readonly asFile: string;
  readonly fileHint: string;
  readonly schema: string;
  readonly saveFile: string;
  /** @param where What the browser says about the place. */
  notJson(where: string): string;
  readonly noScenario: string;
  unknownMember(name: string): string;

  readonly saved: string;
  readonly name: string;
  readonly save: string;
  readonly savedNow: string;
  readonly nothingSaved: string;
  open(name: string): string;
  rename(name: string): string;
  remove(name: string): string;
  /** Saves over the run of this name. */
  replace(name: string): string;
  /** Undoes a deletion, or a run that was saved over this one. */
  bringBack(name: string): string;
  readonly newName: string;
  readonly cancel: string;
  readonly savingProblems: Readonly<Record<SavingProblem, string>>;
  readonly brokenEntries: Readonly<Record<RunCodeProblem, string>>;
}
