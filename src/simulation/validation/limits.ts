/** Limits on a scenario's size. They bound what can be asked for and what the kernel executes, so every run ends. */

/** More than any stage shows, and the kernel's largest benchmark. A page has its own limit, `SERVERS_MAX`. */
export const SIMULATED_SERVERS_MAX = 200;
export const GROUPS_MAX = 100;
export const SCRIPT_LINES_MAX = 1_000;
export const CLIENTS_MAX = 100_000;
/** Lines times repetitions times clients. */
export const LINES_MAX = 10_000_000;
export const RETRIES_MAX = 20;
export const RETRY_MULTIPLIER_MAX = 10;
export const RETRY_BUDGET_PERCENT_MAX = 1_000;

/** The longest delay: 30 days. */
export const DELAY_US_MAX = 30 * 86_400_000_000;
/** How far a clock can be off, in either direction: a day. */
export const CLOCK_OFFSET_US_MAX = 86_400_000_000;
/** An exponential time exceeds 64 times its mean once in 10^27 draws, and a double counts 285 years of microseconds. */
/** Minimum interval of periodic events. Without one, virtual time would never advance. */
export const INTERVAL_US_MIN = 1_000;
export const SEED_MAX = 2 ** 32 - 1;
/** A loss of one million per million would block the link forever. */
export const LOSS_PER_MILLION_MAX = 999_999;
export const MILLION = 1_000_000;
/** UDP's waits double: 60 s and 8 attempts stay within two hours in total. */
export const REPETITION_US_MAX = 60_000_000;
export const ATTEMPTS_MAX = 8;
export const TEXT_LENGTH_MAX = 10_000;
/** Maximum nesting of a claim's value. A run code, which has a limit of its own, adds a few levels. */
export const NESTING_MAX = 50;
