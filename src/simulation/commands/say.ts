/** To a client: send an extra line. */
import { userIds } from '../applications/account.ts';
import type { Line } from '../applications/line.ts';
import { paymentMethods, productIds } from '../applications/shop.ts';
import type { NodeId } from '../kernel/actor.ts';
import { type MemoryItem, sessionIn } from '../memory.ts';
import { isClient } from '../node-names.ts';
import type { ClusterScenario } from '../scenario.ts';
import { oneOf, optional } from '../validation/check.ts';
import { lineAmong } from '../validation/lines.ts';
import { CLIENTS_LISTED, type ClusterView, itemsOn, type NodeViews } from './cluster-view.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface Say {
  readonly kind: 'say';
  readonly line: Line;
  /** From a second tab: at once, while another request of the same browser can be in flight. */
  readonly inParallel?: true;
}

export const say: NodeCommandDescriptor<Say> = {
  kind: 'say',
  parameters: ({ clients }) => ({ line: lineAmong(clients), inParallel: optional(oneOf([true])) }),
  availableAt: {
    node({ id }, view) {
      const { scenario } = view;
      if (!isClient(id) || scenario.kind !== 'cluster') return [];
      const said = linesFor(id, scenario, view).map((line): Say => ({ kind: 'say', line }));
      const inSecondTab = secondTabLinesFor(id, view).map(
        (line): Say => ({ kind: 'say', line, inParallel: true }),
      );
      return [...said, ...inSecondTab];
    },
  },
};

/** Lines of the script's application, and what a client can do with what it holds. */
function linesFor(client: NodeId, scenario: ClusterScenario, view: ClusterView): readonly Line[] {
  const items = itemsOn(client, view);
  const isShopping = scenario.clients.some(({ script }) => script.some(({ kind }) => kind === 'shop'));
  const lines: Line[] = isShopping ? [...shopLines] : [...accountLines];
  lines.push({ kind: 'add-to-cart', product: 'laptop' }, { kind: 'cart' });
  if (isLoggedIn(items, view.nodes)) lines.push({ kind: 'log-out' });
  if (items.some(({ kind }) => kind === 'refresh-token')) lines.push({ kind: 'refresh' });
  if (items.some(({ kind }) => stealable.has(kind))) {
    const others = [...view.nodes].flatMap(([id]) => (isClient(id) && id !== client ? [id] : []));
    lines.push(...others.slice(0, CLIENTS_LISTED).map((to): Line => ({ kind: 'hand-over', to })));
  }
  return lines;
}

const shopLines: readonly Line[] = [
  ...productIds.map((product): Line => ({ kind: 'shop', said: { product } })),
  { kind: 'shop', said: { quantity: 3 } },
  ...paymentMethods.slice(0, 1).map((payment): Line => ({ kind: 'shop', said: { payment } })),
];

const accountLines: readonly Line[] = [
  ...userIds.map((user): Line => ({ kind: 'log-in', user })),
  { kind: 'me' },
  { kind: 'admin' },
  { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false },
  { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: true },
];

/** Lines that use the same session or token as the first tab's request. */
function secondTabLinesFor(client: NodeId, view: ClusterView): readonly Line[] {
  const items = itemsOn(client, view);
  const lines: Line[] = [{ kind: 'add-to-cart', product: 'americano' }, { kind: 'me' }];
  if (isLoggedIn(items, view.nodes)) lines.push({ kind: 'log-out' });
  if (items.some(({ kind }) => kind === 'refresh-token')) lines.push({ kind: 'refresh' });
  return lines;
}

/** Items that prove a login to anyone who receives them. */
const stealable: ReadonlySet<MemoryItem['kind']> = new Set(['cookie', 'credentials', 'access-token']);

function isLoggedIn(items: readonly MemoryItem[], nodes: NodeViews): boolean {
  return items.some((item) => {
    if (item.kind === 'credentials' || item.kind === 'access-token') return true;
    return item.kind === 'cookie' && (isSealed(item.value) || hasUser(item.value, nodes));
  });
}

/**
 * A sealed cookie, of five parts. Whether a user is in it can't be seen without its key, and the cryptography isn't loaded
 * with the menu.
 */
function isSealed(cookie: string): boolean {
  return cookie.split('.').length === 5;
}

function hasUser(sessionId: string, nodes: NodeViews): boolean {
  for (const [, { memory }] of nodes) {
    for (const { item } of memory) {
      const session = sessionIn(item);
      if (session?.id === sessionId && session.data.user !== undefined) return true;
    }
  }
  return false;
}
