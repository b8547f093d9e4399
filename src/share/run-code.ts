/** A run in a link: what differs from its lesson, as versioned JSON in base64url. Nothing in it is trusted. */
import * as v from 'valibot';
import { balancingPolicies } from '../simulation/actors/balancing.ts';
import { userIds } from '../simulation/application/account.ts';
import type { Line } from '../simulation/application/line.ts';
import { AMOUNT_WON_MAX } from '../simulation/application/payment.ts';
import {
  type Conversation,
  paymentMethods,
  productIds,
  QUANTITY_MAX,
} from '../simulation/application/shop.ts';
import type { Command } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import { type ClusterScenario, COMMANDS_MAX } from '../simulation/scenario.ts';

const VERSION = 1;
const SCRIPT_LINES_MAX = 1_000;
const OFFSET_US_MAX = 3_600_000_000;

export type RunChange = Partial<Pick<ClusterScenario, 'balancing'>> & {
  /** What the first client says. */
  readonly script?: readonly Line[];
  readonly commands: readonly Command[];
};

const client = v.custom<NodeId>(
  (value) => typeof value === 'string' && /^client(-[1-9]\d{0,3})?$/.test(value),
);

const conversation = v.strictObject({
  product: v.optional(v.picklist(productIds)),
  quantity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(QUANTITY_MAX))),
  payment: v.optional(v.picklist(paymentMethods)),
});

/** A line that says something to the shop is written as what it says, and nothing more. */
const line = v.union([
  conversation,
  v.strictObject({ kind: v.picklist(['visit', 'me', 'admin', 'log-out', 'refresh']) }),
  v.strictObject({ kind: v.literal('log-in'), user: v.picklist(userIds) }),
  v.strictObject({
    kind: v.literal('pay'),
    amountWon: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(AMOUNT_WON_MAX)),
    hasIdempotencyKey: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('hand-over'), to: client }),
]);

/** A run without a request has no step to show. */
function saysSomething(lines: v.InferOutput<typeof line>[]): boolean {
  return lines.some((each) => !('kind' in each) || each.kind !== 'hand-over');
}

const moment = v.strictObject({
  request: v.custom<RequestId>(
    (value) =>
      typeof value === 'string' && /^client(-[1-9]\d{0,3})?\/[1-9]\d{0,3}(\+[1-9]\d{0,3})?$/.test(value),
  ),
  at: v.picklist(['sent', 'arrived', 'answered']),
  offsetUs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(OFFSET_US_MAX)),
});

const node = v.custom<NodeId>(
  (value) => typeof value === 'string' && /^(server-[1-9]|session-store(-replica)?)$/.test(value),
);

const runChange = v.strictObject({
  v: v.literal(VERSION),
  balancing: v.optional(v.picklist(balancingPolicies)),
  script: v.optional(v.pipe(v.array(line), v.check(saysSomething), v.maxLength(SCRIPT_LINES_MAX))),
  commands: v.optional(
    v.pipe(
      v.array(v.strictObject({ kind: v.picklist(['crash', 'restart']), node, moment })),
      v.maxLength(COMMANDS_MAX),
    ),
    [],
  ),
});

export function encodeRun({ balancing, script, commands }: RunChange): string {
  return toBase64Url(JSON.stringify({ v: VERSION, balancing, script: script?.map(written), commands }));
}

/** @returns The change, or what is wrong with the text. */
export function decodeRun(code: string): RunChange | { readonly problem: 'bad-run' | 'later-version' } {
  let value: unknown;
  try {
    value = JSON.parse(fromBase64Url(code));
  } catch {
    return { problem: 'bad-run' };
  }
  const version = v.safeParse(v.object({ v: v.pipe(v.number(), v.integer()) }), value);
  if (version.success && version.output.v > VERSION) return { problem: 'later-version' };
  const result = v.safeParse(runChange, value);
  if (!result.success) return { problem: 'bad-run' };
  const { balancing, script, commands } = result.output;
  return {
    commands,
    ...(balancing !== undefined && { balancing }),
    ...(script !== undefined && { script: script.map(readLine) }),
  };
}

function written(each: Line): v.InferOutput<typeof line> {
  return each.kind === 'shop' ? each.said : each;
}

function readLine(each: v.InferOutput<typeof line>): Line {
  return 'kind' in each ? each : { kind: 'shop', said: withoutUndefined(each) };
}

function withoutUndefined({ product, quantity, payment }: v.InferOutput<typeof conversation>): Conversation {
  return {
    ...(product !== undefined && { product }),
    ...(quantity !== undefined && { quantity }),
    ...(payment !== undefined && { payment }),
  };
}

/** RFC 4648 §5, without padding. The text is JSON of codes, so it is ASCII. */
function toBase64Url(ascii: string): string {
  return btoa(ascii).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(code: string): string {
  return atob(code.replaceAll('-', '+').replaceAll('_', '/'));
}
