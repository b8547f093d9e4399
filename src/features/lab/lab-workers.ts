/** What the lab's pages need to start a pool of workers. */
import type { LabWorker } from '../../lab/pool.ts';

export interface Workers {
  readonly count: number;
  /** False where the page's own thread does the work. */
  readonly areThreads: boolean;
  readonly create: () => LabWorker;
}
