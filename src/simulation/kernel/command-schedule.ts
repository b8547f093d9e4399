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
  readonly #byLandmark = new Map<string, Waiting<Payload>[]>();

  constructor(commands: readonly Command<Payload>[]) {
    const atTimes: Waiting<Payload>[] = [];
    commands.forEach((command, index) => {
      const { moment } = command;
      if ('atUs' in moment) {
        atTimes.push({ due: { index, command }, afterUs: moment.atUs });
        return;
      }
      const waiting = { due: { index, command }, afterUs: moment.offsetUs };
      const landmark = landmarkOf(moment.request, moment.at);
      const others = this.#byLandmark.get(landmark);
      if (others === undefined) this.#byLandmark.set(landmark, [waiting]);
      else others.push(waiting);
    });
    this.atTimes = atTimes;
  }

  /** Fast path: a run without commands skips the lookup. */
  get isEmpty(): boolean {
    return this.#byLandmark.size === 0;
  }

  /** Takes this landmark's commands, in list order. Only the first occurrence of a landmark counts. */
  take(request: RequestId, milestone: Milestone): readonly Waiting<Payload>[] {
    const landmark = landmarkOf(request, milestone);
    const waiting = this.#byLandmark.get(landmark) ?? [];
    this.#byLandmark.delete(landmark);
    return waiting;
  }
}

function landmarkOf(request: RequestId, milestone: Milestone): string {
  return `${request} ${milestone}`;
}
