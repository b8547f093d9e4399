/** Generated at build time by scripts/vite/own-fonts.ts. */
declare module 'virtual:own-fonts.css';

/** Generated at build time by scripts/vite/opening-run.ts. */
declare module 'virtual:opening-run' {
  export const events: readonly import('../simulation/cluster.ts').ClusterEvent[];
}
