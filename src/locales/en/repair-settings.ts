/** What can be changed in a challenge, in English. */
import type { SettingId, SettingValue } from '../../lab/repair/settings.ts';
import { number } from './words.ts';

export const settingNames: Record<SettingId, string> = {
  strategy: 'Where the state lives',
  copyDelay: 'Copies leave',
  sessionWrites: 'Writes to one session at once',
  sessionIdle: 'An unused session ends after',
  storePersistent: 'The store writes to',
  storeReplica: 'Second store',
  readsFrom: 'Servers read from',
  resyncs: 'A store that returns',
  storeEntries: 'Room in the store',
  whenFull: 'A full store',
  storeWriteError: 'If the store refuses a write',
  storeClient: 'If no store answers',
  keys: 'Keys',
  tokenLifetime: 'A token is valid for',
  denyList: 'Deny list of tokens',
  leeway: 'Allowed difference of clocks',
  refreshReuse: 'A refresh token used twice',
  servers: 'Servers',
  balancing: 'Balancing',
  balancer: 'Load balancer',
  healthInterval: 'Health check every',
  keepAlive: 'Idle connections close after',
  versions: 'Code on the servers',
  idempotencyKey: 'Idempotency key of payments',
  retries: 'Retries of a failed request',
  resendsOnReset: 'After a closed connection, browsers',
  sharesAddress: 'Clients have',
};

const onOff = { true: 'On', false: 'Off' };

const values: Partial<Record<SettingId, Readonly<Record<string, string>>>> = {
  copyDelay: { 0: 'With the reply', 50000: '50 ms later', 500000: '500 ms later' },
  sessionWrites: {
    'if-exists': 'The later one wins',
    'last-write-wins': 'Last write wins, also after a logout',
    'if-unchanged': 'Compare and set',
    lock: 'Lock the session',
  },
  storePersistent: { false: 'Memory only', true: 'Disk, before the reply' },
  storeReplica: { none: 'None', later: 'Copy after 500 ms', 'at-once': 'Copy at once' },
  readsFrom: { primary: 'The first store', replica: 'The second store' },
  resyncs: { false: 'Keeps its own data', true: 'Gets the other’s data' },
  storeEntries: { null: 'No limit' },
  whenFull: { evict: 'Evicts the least recently used', refuse: 'Refuses every write' },
  storeWriteError: { fail: 'Answer 503', ignore: 'Go on' },
  storeClient: { fails: 'Fail at once', waits: 'Wait and try again' },
  keys: { shared: 'The same on all servers', own: 'Each server makes its own', 'in-store': 'In the store' },
  denyList: onOff,
  refreshReuse: { revoke: 'Ends the login', refuse: 'Is refused', grace: 'Is accepted for 10 s' },
  balancer: {
    ideal: 'Ideal',
    haproxy: 'HAProxy',
    'haproxy-redispatch': 'HAProxy with redispatch',
    nginx: 'nginx',
  },
  keepAlive: { null: 'Never' },
  versions: { mixed: 'Old and new', one: 'New everywhere' },
  idempotencyKey: onOff,
  resendsOnReset: { false: 'Give up', true: 'Send it again' },
  sharesAddress: { false: 'Their own addresses', true: 'One address' },
};

export function settingValue(id: SettingId, value: SettingValue): string | null {
  const worded = values[id]?.[String(value)];
  if (worded !== undefined) return worded;
  if (typeof value !== 'number') return null;
  if (id === 'storeEntries') return `${number.format(value)} sessions`;
  return id === 'servers' || id === 'retries'
    ? number.format(value)
    : `${number.format(value / 1_000_000)} s`;
}
