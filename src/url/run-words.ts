/**
 * The words of which runs consist, each with the number that stands for it in a link. Links are kept for years: a word is
 * never taken out, and none gets another place. What is not here is spelled out once a link.
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
];
