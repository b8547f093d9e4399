/** The only place where the page loads the simulation. */
export const loadSimulation = () => import('./simulation.ts');
