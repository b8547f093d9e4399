/** A file of claims, compared with what came out. */
import { readFileSync, writeFileSync } from 'node:fs';

interface AnyClaim {
  readonly story: string;
  readonly because: string;
}

/** The columns of a claim with outcomes. */
type Cell<Claim extends AnyClaim> = Exclude<keyof Claim, keyof AnyClaim> & string;

export class ClaimTable<Claim extends AnyClaim> {
  passed = 0;
  failed = 0;
  readonly #claims: Claim[];
  readonly #file: string;
  readonly #writes: boolean;
  readonly #create: (story: string) => Claim;

  /**
   * @param writes Whether an outcome that isn't as claimed becomes the claim.
   * @param create A claim without outcomes.
   */
  constructor(file: string, writes: boolean, create: (story: string) => Claim) {
    this.#file = file;
    this.#writes = writes;
    this.#create = create;
    this.#claims = JSON.parse(readFileSync(file, 'utf8'));
  }

  compare(story: string, cell: Cell<Claim>, outcome: string): void {
    const index = this.#claims.findIndex((claim) => claim.story === story);
    const claim = this.#claims[index] ?? this.#create(story);
    if (claim[cell] === outcome) {
      this.passed += 1;
      console.log(`  ok   ${story}, ${cell}: ${outcome}`);
    } else if (this.#writes) {
      this.#claims.splice(index < 0 ? this.#claims.length : index, 1, { ...claim, [cell]: outcome });
      console.log(`  new  ${story}, ${cell}: ${outcome}`);
    } else {
      this.failed += 1;
      console.log(`  FAIL ${story}, ${cell}: ${outcome}\n       claimed: ${claim[cell]}`);
    }
  }

  /** Writes the file, in the order of the stories. */
  save(stories: readonly { readonly id: string }[]): void {
    const order = stories.map(({ id }) => id);
    this.#claims.sort((one, other) => order.indexOf(one.story) - order.indexOf(other.story));
    writeFileSync(this.#file, `${JSON.stringify(this.#claims, null, 2)}\n`);
  }

  titled(stories: readonly { readonly id: string; readonly title: string }[]): (Claim & { title: string })[] {
    return this.#claims.map((claim) => ({
      ...claim,
      title: stories.find(({ id }) => id === claim.story)?.title ?? claim.story,
    }));
  }
}
