/** Addresses of the two machines, from a block for documentation (RFC 5737). */
export const CLIENT_ADDRESS = '192.0.2.1';
export const SERVER_ADDRESS = '192.0.2.2';
