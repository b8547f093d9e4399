/** Lines of text in a imported, centred on a height or standing on it. */

interface TextLinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** The middle of the block of lines. */
  readonly y: number;
  readonly fontPx: number;
  readonly lineHeight: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly className?: string | undefined;
}

/** From the middle of a line of letters to the baseline on which they stand. */
const BASELINE_EM = 0.36;

export function TextLines({ lines, x, y, fontPx, lineHeight, anchor = 'middle', className }: TextLinesProps) {
  const first = y - ((lines.length - 1) * lineHeight) / 2 + BASELINE_EM * fontPx;
  if (lines.length === 1) {
    return (
      <text className={className} textAnchor={anchor} fontSize={fontPx} x={x} y={first}>
        {lines[0]}
      </text>
    );
  }
  return (
    <text className={className} textAnchor={anchor} fontSize={fontPx}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place.
        <tspan key={index} x={x} y={first + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
