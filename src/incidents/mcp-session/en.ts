/** An MCP session in one pod, in English. */
import type { IncidentWords } from '../incident-words.ts';

export const title = 'An MCP session in one pod';

export default {
  story:
    'An MCP server worked on one pod. On three pods, clients opened a session and then got “session not found” on most requests. Scaling down to one pod made the error disappear.',
  cause:
    'The pod that opened the session kept it in its own memory. The Service sends each request to any pod, and the session ID in the request means nothing to the other two.',
  fix: 'Keep the sessions in a store that every pod reads.',
  replayed:
    'MCP sends the ID in the header Mcp-Session-Id and answers 404. Here a cookie carries it, and the answer is 401.',
} satisfies IncidentWords;
