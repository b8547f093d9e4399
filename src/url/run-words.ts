/**
 * The dictionary of packed runs: a word's index stands for the word in a link. Links are kept for years, so a word is
 * never removed and never moves. Words that aren't here are spelled out once per link, and get the indices after these.
 * So each version of the format has its own length of the dictionary: new words need a new version.
 */

const counted = (count: number, name: (ordinal: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index + 1));

export const runWords: readonly string[] = [
  ...['commands', 'scenario', 'futures', 'kind', 'moment', 'request', 'at', 'offsetUs'],
  ...['sent', 'arrived', 'answered', 'crash', 'restart', 'add', 'drain', 'cut', 'heal', 'heal-all'],
  ...['partition', 'drop', 'instruct', 'node', 'nodes', 'between', 'from', 'to', 'instruction'],
  ...counted(9, (ordinal) => `server-${ordinal}`),
  ...['load-balancer', 'database', 'session-store', 'session-store-replica', 'service', 'client'],
  ...counted(30, (ordinal) => `client/${ordinal}`),
  ...['say', 'do', 'line', 'stay-away', 'forUs', 'tamper', 'tampering', 'rotate-key', 'kid', 'keepsOld'],
  ...['remove-keys', 'flush', 'shop', 'said', 'product', 'quantity', 'payment', 'laptop', 'americano'],
  ...['card', 'cash', 'visit', 'log-in', 'log-out', 'user', 'me', 'admin', 'refresh', 'hand-over', 'pay'],
  ...['amountWon', 'hasIdempotencyKey', 'clients', 'count', 'script', 'repeats', 'arrivesAtUs'],
  ...['arrivesWithinUs', 'think', 'retries', 'logsInAgain', 'sharesAddress', 'fixed', 'us', 'servers'],
  ...['strategy', 'balancing', 'round-robin', 'least-connections', 'source-address', 'first', 'cookie'],
  // Since version 4.
  ...[
    'capacity',
    'workers',
    'queueMax',
    'store',
    'isPersistent',
    'entriesMax',
    'replica',
    'timing',
    'network',
  ],
  ...['text', 'send', 'set-claim', 'claim', 'value'],
];

const WORDS_OF_VERSION_3 = 124;

export function wordsOfVersion(version: number): readonly string[] {
  return version === 3 ? runWords.slice(0, WORDS_OF_VERSION_3) : runWords;
}
