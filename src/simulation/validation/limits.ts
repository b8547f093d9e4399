/** How large a scenario may be. Every run ends: what can be asked for is finite, and so is what the kernel carries out. */

/** More than any stage shows, and as many as the kernel is measured with. A page has its own limit, `SERVERS_MAX`. */
export const SIMULATED_SERVERS_MAX = 200;
export const GROUPS_MAX = 100;
export const SCRIPT_LINES_MAX = 1_000;
export const CLIENTS_MAX = 100_000;
/** Lines times repetitions times clients. */
export const LINES_MAX = 10_000_000;
export const RETRIES_MAX = 20;

/**
 * The longest delay: a quarter of what the event queue looks ahead, because up to three are added to one another, as
 * when a client arrives, thinks and stays away. Seventy minutes.
 */
export const DELAY_US_MAX = 2 ** 32;
/** An exponential time is 64 times its mean once in 10^27 times, and then just about as long as the queue looks ahead. */
export const MEAN_US_MAX = 2 ** 28;
/** What happens again and again takes at least this long: with no time in between, time would never go on. */
export const INTERVAL_US_MIN = 1_000;
export const SEED_MAX = 2 ** 32 - 1;
/** A million of a million would be a link over which nothing ever comes. */
export const LOSS_PER_MILLION_MAX = 999_999;
export const MILLION = 1_000_000;
/** UDP's waits double: 60 s and 8 attempts are the most that stays within two hours in all. */
export const REPETITION_US_MAX = 60_000_000;
export const ATTEMPTS_MAX = 8;
export const TEXT_LENGTH_MAX = 10_000;
/** How deeply a claim's value may be nested: within a run code, which has a limit too, there are a few levels above it. */
export const NESTING_MAX = 50;
