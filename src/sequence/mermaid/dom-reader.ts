/** What reading Mermaid text needs of a document. A worker has none, and asks the page. */

export interface DomReader {
  /** Whether CSS has this colour. */
  isColour(text: string): boolean;
  /** @param code Of a character entity, without `&` and `;`: `infin`, or `#8734`. Letters and digits only. */
  character(code: string): string;
}

export const pageReader: DomReader = {
  isColour: (text) => CSS.supports('color', text),
  // The browser knows the names of all characters.
  character: (code) => new DOMParser().parseFromString(`&${code};`, 'text/html').body.textContent ?? '',
};
