/** Who is at work in a PlantUML diagram, and who asked for it: `return` answers the innermost one. */
import type { ImportedLine } from '../imported-diagram.ts';

interface Work {
  readonly participant: string;
  /** Null for work that no message began. */
  readonly caller: string | null;
}

export class PlantUmlWork {
  readonly #lines: ImportedLine[];
  readonly #open: Work[] = [];
  #lastSender: { readonly sender: string; readonly receiver: string } | null = null;
  #isAutomatic = false;

  constructor(lines: ImportedLine[]) {
    this.#lines = lines;
  }

  auto(line: string): boolean {
    this.#isAutomatic = /\bon\b/i.test(line);
    return true;
  }

  innermost(): Work | null {
    return this.#open.at(-1) ?? null;
  }

  begin(participant: string, caller: string | null): void {
    const last = this.#lastSender;
    const asked = caller ?? (last?.receiver === participant ? last.sender : null);
    this.#open.push({ participant, caller: asked });
    this.#lines.push({ kind: 'begin-work', participant });
  }

  /** @returns Whether it was at work. */
  end(participant: string): boolean {
    const index = this.#open.findLastIndex((each) => each.participant === participant);
    if (index < 0) return false;
    this.#open.splice(index, 1);
    this.#lines.push({ kind: 'end-work', participant });
    return true;
  }

  message({
    sender,
    receiver,
    marks,
    isSolid,
  }: {
    readonly sender: string;
    readonly receiver: string;
    readonly marks: readonly string[];
    readonly isSolid: boolean;
  }): void {
    this.#lastSender = { sender, receiver };
    for (const mark of marks) {
      if (mark === '++') this.begin(receiver, sender);
      if (mark === '--') this.end(sender);
    }
    if (this.#isAutomatic && isSolid && !marks.includes('++')) this.begin(receiver, sender);
  }
}
