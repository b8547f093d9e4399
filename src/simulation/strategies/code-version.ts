/**
 * Servers with different versions of the code, as during a rolling deploy. Each version has its own format for sessions,
 * and can't read another's.
 */
import { andThen, done, type Flow } from '../actors/flow.ts';
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import { roleOf } from '../cluster.ts';
import type { SessionLookup, SessionStrategy } from './session-strategy.ts';

/** On a server's disk, so that a restarted process runs what was installed. */
const CODE = 'code';
const FIRST_VERSION = 1;

interface Code {
  /** Version of each server's code at the start, in order; 1 for the others. */
  readonly versions: readonly number[];
  /** Whether each version has a format of its own. The claims of a token are a format that all versions read. */
  readonly hasFormats: boolean;
}

export function withCodeVersions(strategy: SessionStrategy, { versions, hasFormats }: Code): SessionStrategy {
  const versionOf = ({ self, memory }: ClusterContext): number => {
    const installed = memory.get(CODE);
    if (installed?.kind === 'code-version') return installed.version;
    return versions[roleOf(self).ordinal - 1] ?? FIRST_VERSION;
  };
  const formats: Pick<SessionStrategy, 'load' | 'save'> = {
    load: (request, context) =>
      andThen(strategy.load(request, context), context, (lookup, later): Flow<SessionLookup> => {
        if (lookup.kind === 'not-found') return done(lookup);
        const format = lookup.data.format ?? FIRST_VERSION;
        // Without any stored data, there's no format that could differ.
        const isStored = lookup.session !== null || lookup.data.format !== undefined;
        if (!isStored || format === versionOf(later)) return done(lookup);
        const { lock } = lookup;
        return done({ kind: 'not-found', problem: 'other-format', ...(lock !== undefined && { lock }) });
      }),
    save(lookup, data, context, options) {
      const version = versionOf(context);
      const format = version === FIRST_VERSION ? undefined : version;
      // The same object, so that a strategy can tell that nothing has changed.
      if (data.format === format) return strategy.save(lookup, data, context, options);
      const { format: _, ...own } = data;
      const written = format === undefined ? own : { ...own, format };
      return strategy.save(lookup, written, context, options);
    },
  };
  return {
    ...strategy,
    ...(hasFormats && formats),
    react(input, context) {
      const effects = strategy.react?.(input, context) ?? [];
      const installed =
        input.kind === 'node-command' && input.command.kind === 'install' ? input.command.version : null;
      if (installed !== null) return [...effects, install(installed)];
      const version = versionOf(context);
      const isNews = input.kind === 'started' && version !== FIRST_VERSION && !context.memory.has(CODE);
      return isNews ? [install(version), ...effects] : effects;
    },
  };
}

function install(version: number): ClusterEffect {
  return { kind: 'remember', key: CODE, item: { kind: 'code-version', version }, durable: true };
}
