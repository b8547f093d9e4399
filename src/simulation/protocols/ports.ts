/** Port of the service, equal for TCP and UDP, whose port spaces are independent. */
export const SERVICE_PORT = 80;
