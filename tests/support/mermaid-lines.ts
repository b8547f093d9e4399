/** Mermaid text of any length. */

const names = ['Ann', 'Bob', 'Cat', 'Dan', 'Eve', 'Fay'];

/** A diagram with this many messages, `message 0` and so on, among six participants. */
export function mermaidLines(count: number): string {
  const messages = Array.from({ length: count }, (_, index) => {
    const [from, to] = [names[index % 6], names[(index + 1 + (index % 4)) % 6]];
    return `${from}->>${to}: message ${index}`;
  });
  return ['sequenceDiagram', ...messages].join('\n');
}
