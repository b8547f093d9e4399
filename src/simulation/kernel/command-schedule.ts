/** Commands that wait for their landmark. */
import type { Milestone, RequestId } from './actor.ts';
import type { Command } from './command.ts';

export interface DueCommand<Payload> {
  readonly index: number;
  readonly command: Command<Payload>;
}

export class CommandSchedule<Payload> {
  readonly #byLandmark = new Map<string, DueCommand<Payload>[]>();

  constructor(commands: readonly Command<Payload>[]) {
    commands.forEach((command, index) => {
      const landmark = landmarkOf(command.moment.request, command.moment.at);
      const due = this.#byLandmark.get(landmark);
      if (due === undefined) this.#byLandmark.set(landmark, [{ index, command }]);
      else due.push({ index, command });
    });
  }

  /** Fast path: a run without commands skips the lookup. */
  get isEmpty(): boolean {
    return this.#byLandmark.size === 0;
  }

  /** Takes this landmark's commands, in list order. Only the first occurrence of a landmark counts. */
  take(request: RequestId, milestone: Milestone): readonly DueCommand<Payload>[] {
    const landmark = landmarkOf(request, milestone);
    const due = this.#byLandmark.get(landmark) ?? [];
    this.#byLandmark.delete(landmark);
    return due;
  }
}

function landmarkOf(request: RequestId, milestone: Milestone): string {
  return `${request} ${milestone}`;
}
