/** The store that came back with old data, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'The store that came back with old data';

export default {
  story:
    'Two stores backed each other up. The first one failed, users went on with the second, and the first one came back. Then the second one failed, and the sessions were as they had been before the first failure.',
  cause:
    'The store that came back had missed the changes, and nothing copied them to it. It answered from what it had, without an error.',
  fix: 'Let a returning store copy everything from its peer before it serves.',
  replayed: 'Here the quantity changes from two to three while the first store is away.',
} satisfies IncidentWords;
