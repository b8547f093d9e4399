/** Changes to the XML that the presentation library writes. */

/** Lines become connectors, which programs let people attach to shapes. */
export function withConnectors(xml: string): string {
  return xml
    .split('<p:sp>')
    .map((part, index) => {
      const end = part.indexOf('</p:sp>');
      if (index === 0 || end < 0) return part;
      const shape = part.slice(0, end);
      const rest = part.slice(end + '</p:sp>'.length);
      if (!shape.includes('prst="line"')) return `<p:sp>${shape}</p:sp>${rest}`;
      const connector = shape
        .replace('<p:nvSpPr>', '<p:nvCxnSpPr>')
        .replace('</p:nvSpPr>', '</p:nvCxnSpPr>')
        .replace('<p:cNvSpPr/>', '<p:cNvCxnSpPr/>')
        .replace('<a:noFill/><a:ln', '<a:ln');
      return `<p:cxnSp>${connector}</p:cxnSp>${rest}`;
    })
    .join('');
}

const RUN = '<a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>';
const RUN_END = '</a:t></a:r>';

/** Line breaks in speaker notes become paragraphs. */
export function withParagraphs(xml: string): string {
  const from = xml.indexOf(RUN);
  const to = xml.indexOf(RUN_END, from);
  if (from < 0 || to < 0) return xml;
  const lines = xml.slice(from + RUN.length, to).split(/\r?\n/);
  return xml.slice(0, from + RUN.length) + lines.join(`${RUN_END}</a:p>${RUN}`) + xml.slice(to);
}

/** The library gives all scripts one font. Latin letters get one of their own. */
export function withLatinFont(xml: string, font: string): string {
  return xml.replace(/<a:latin typeface="[^"]*"/g, `<a:latin typeface="${font}"`);
}
