/** Commands that wait for their landmark, or for a time. */
import type { Milestone, RequestId } from './actor.ts';
import type { Command } from './command.ts';

export interface DueCommand<Payload> {
  readonly index: number;
  readonly command: Command<Payload>;
}

/** A command, and how long after its landmark, or after the beginning of the run, it takes effect. */
interface Waiting<Payload> {
  readonly due: DueCommand<Payload>;
  readonly afterUs: number;
}

export class CommandSchedule<Payload> {
  /** Those given at a time, in list order. */
  readonly atTimes: readonly Waiting<Payload>[];
  #commands: readonly Command<Payload>[];
  readonly #byLandmark = new Map<string, Waiting<Payload>[]>();
  /** The landmarks that have passed; null where commands aren't replaced. */
  readonly #passed: Set<string> | null;

  /** @param isReplaceable Whether commands that wait for their landmark can be replaced by others. */
  constructor(commands: readonly Command<Payload>[], isReplaceable = false) {
    this.#commands = commands;
    this.#passed = isReplaceable ? new Set() : null;
    this.atTimes = commands.flatMap((command, index) =>
      'atUs' in command.moment ? [{ due: { index, command }, afterUs: command.moment.atUs }] : [],
    );
    this.#waitForLandmarks();
  }

  /** Fast path: a run without commands skips the lookup. */
  get isEmpty(): boolean {
    return this.#byLandmark.size === 0 && this.#passed === null;
  }

  /** Takes this landmark's commands, in list order. Only the first occurrence of a landmark counts. */
  take(request: RequestId, milestone: Milestone): readonly Waiting<Payload>[] {
    const landmark = landmarkOf(request, milestone);
    const waiting = this.#byLandmark.get(landmark) ?? [];
    this.#byLandmark.delete(landmark);
    this.#passed?.add(landmark);
    return waiting;
  }

  /**
   * Replaces the commands that still wait for their landmark.
   *
   * @returns False, without a change, if it would make a difference to what has passed.
   */
  replace(commands: readonly Command<Payload>[]): boolean {
    const count = Math.max(commands.length, this.#commands.length);
    for (let index = 0; index < count; index += 1) {
      const [old, other] = [this.#commands[index], commands[index]];
      if (this.#waits(old) && this.#waits(other)) continue;
      if (JSON.stringify(old) !== JSON.stringify(other)) return false;
    }
    this.#commands = commands;
    this.#byLandmark.clear();
    this.#waitForLandmarks();
    return true;
  }

  /** Whether its landmark hasn't passed. True for undefined. */
  #waits(command: Command<Payload> | undefined): boolean {
    if (command === undefined) return true;
    if ('atUs' in command.moment || this.#passed === null) return false;
    return !this.#passed.has(landmarkOf(command.moment.request, command.moment.at));
  }

  #waitForLandmarks(): void {
    this.#commands.forEach((command, index) => {
      const { moment } = command;
      if ('atUs' in moment) return;
      const landmark = landmarkOf(moment.request, moment.at);
      if (this.#passed?.has(landmark)) return;
      const waiting = { due: { index, command }, afterUs: moment.offsetUs };
      const others = this.#byLandmark.get(landmark);
      if (others === undefined) this.#byLandmark.set(landmark, [waiting]);
      else others.push(waiting);
    });
  }
}

function landmarkOf(request: RequestId, milestone: Milestone): string {
  return `${request} ${milestone}`;
}
