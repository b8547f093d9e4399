/** A shape of the diagram as an element. The style sheet gives it its colours and lines. */
import type { Shape as ShapeModel, TextShape } from '../../sequence/geometry/shapes.ts';

interface ShapeProps<Each extends ShapeModel> {
  readonly shape: Each;
  readonly className?: string | undefined;
}

export function Shape({ shape, className }: ShapeProps<ShapeModel>) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, rx } = shape;
      return <rect className={className} x={x} y={y} width={width} height={height} rx={rx} />;
    }
    case 'circle':
      return <circle className={className} cx={shape.cx} cy={shape.cy} r={shape.r} />;
    case 'path':
      return <path className={className} d={shape.d} transform={shape.transform} />;
    case 'text':
      return <Text shape={shape} className={className} />;
    default:
      throw new Error(`Unknown shape ${shape satisfies never}`);
  }
}

function Text({ shape, className }: ShapeProps<TextShape>) {
  const { lines, x, y, fontPx, lineHeight, anchor } = shape;
  if (lines.length === 1) {
    return (
      <text className={className} textAnchor={anchor} fontSize={fontPx} x={x} y={y}>
        {lines[0]}
      </text>
    );
  }
  return (
    <text className={className} textAnchor={anchor} fontSize={fontPx}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order.
        <tspan key={index} x={x} y={y + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
