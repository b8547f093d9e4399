/** Commands waiting for their landmark. */
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

  /** Whether any command still waits; a run without commands asks nothing more of this class. */
  get isEmpty(): boolean {
    return this.#byLandmark.size === 0;
  }

  /** The commands of this landmark in list order; a landmark counts the first time only. */
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
