/** Generated at build time by scripts/vite/own-fonts.ts. */
declare module 'virtual:own-fonts.css';

/** Generated at build time by scripts/vite/opening-run.ts. */
declare module 'virtual:opening-run' {
  /** The step that the lesson opens at. */
  export const opensAt: number;
  /** The lesson's position at each step. */
  export const lessonPositions: readonly import('../player/lesson-position.ts').LessonPosition[];
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
