/** Generated at build time by scripts/vite/own-fonts.ts. */
declare module 'virtual:own-fonts.css';

/** Generated at build time by scripts/vite/opening-run.ts. */
declare module 'virtual:opening-run' {
  export const events: readonly import('../simulation/cluster.ts').ClusterEvent[];
  export const steps: readonly import('../trace/steps.ts').Step[];
  export const scores: readonly import('../trace/score.ts').Score[];
}

/** Generated at build time by scripts/vite/opening-run.ts: the opening run's diagram in each language. */
declare module 'virtual:opening-diagrams' {
  type Diagram = Omit<import('../sequence/model.ts').SequenceDiagram, 'headsAt'> & {
    /** One entry a step. */
    readonly heads: readonly (readonly import('../sequence/model.ts').Head[])[];
  };
  type Loader = () => Promise<{ readonly diagram: Diagram }>;
  /** Without an entry for the pseudo-locale. */
  export const loaders: Readonly<Partial<Record<import('../url/languages.ts').LanguageId, Loader>>>;
}
