/** Fetches what only some runs need. */
import { PartsMissing } from './parts.ts';

/** @throws When they cannot be fetched. */
export async function fetchParts(): Promise<void> {
  await import('./every-part.ts');
}

/** Does something that simulates, once it can be done. */
export async function withParts<Result>(work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PartsMissing)) throw error;
    await fetchParts();
    return work();
  }
}
