/** Reads the changes that a request caused on its server. */
import { DATABASE } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { MemoryChange } from '../trace/snapshots.ts';
import type { ServerEffects, SessionFacts } from './step-facts.ts';

export function effectsAt(
  server: NodeId,
  request: RequestId,
  changes: readonly MemoryChange[],
): ServerEffects {
  const serving = changes.filter((change) => change.request === request);
  const here = serving.filter((change) => change.node === server);
  const written = serving.filter((change) => change.node === DATABASE && change.kind === 'remembered');
  const kindsWritten = written.map((change) => change.kind === 'remembered' && change.item.kind);
  const missed = here.find((change) => change.kind === 'missed');
  return {
    remembered: rememberedIn(here),
    forgot: here.some((change) => change.kind === 'forgot' && change.item.kind === 'session'),
    unknownSession: missed?.kind === 'missed' ? missed.key : null,
    orderSaved: kindsWritten.includes('order'),
    charged: kindsWritten.includes('charge'),
  };
}

/** The session as the server stored it. */
function rememberedIn(changes: readonly MemoryChange[]): SessionFacts | null {
  const stored = changes.findLast((change) => change.kind === 'remembered' && change.item.kind === 'session');
  if (stored?.kind !== 'remembered' || stored.item.kind !== 'session') return null;
  const { data } = stored.item.session;
  const before = stored.before?.kind === 'session' ? stored.before.session.data : undefined;
  const isKnown = JSON.stringify(before) === JSON.stringify(data);
  return { conversation: data.conversation ?? {}, userName: data.user?.name ?? null, isKnown };
}
