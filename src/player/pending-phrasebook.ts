/** Stands for the phrasebook of the opening run until it has loaded. That run's texts are generated at build time. */
import type { Phrasebook } from '../sequence/phrasebook.ts';

/** @throws When it's read: views that word something wait for the other one, and so does every action. */
export const pendingPhrasebook: Phrasebook = new Proxy<Phrasebook>({} as Phrasebook, {
  get: () => {
    throw new Error('The phrasebook has not loaded yet.');
  },
});
