/** Where the service listens; it is the same for TCP and UDP, whose ports have nothing to do with each other. */
export const SERVICE_PORT = 80;
