/** How much a scenario and its commands can have. */

/** As many servers as fit on a stage, each with a key of its own. */
export const SERVERS_MAX = 9;
export const COMMANDS_MAX = 200;
