/** Runs before every test file (see vite.config.ts). Tests simulate any scenario. */
import '../../src/simulation/every-part.ts';
