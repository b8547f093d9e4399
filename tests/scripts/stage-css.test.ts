/** The stage's style sheets have no sizes and colours of their own for what `sequence/geometry` defines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stageProperties, stageRules } from '../../scripts/vite/stage-css.ts';

const stage = join(import.meta.dirname, '../../src/features/stage');

function styleSheet(name: string): string {
  return readFileSync(join(stage, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

interface Declaration {
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

function declarationsIn(css: string): Declaration[] {
  return [...css.matchAll(/([^{};]+)\{([^{}]*)/g)].flatMap(([, selector = '', body = '']) =>
    body.split(';').flatMap((line) => {
      const [property = '', ...value] = line.split(':');
      return value.length === 0
        ? []
        : [{ selector: selector.trim(), property: property.trim(), value: value.join(':').trim() }];
    }),
  );
}

const heads = styleSheet('heads.module.css');
const declarations = declarationsIn(heads);

/** What pictures draw as well. Buttons and byte counts are on the stage alone. */
const drawn = /\.(heads?|title|icon|memory|chips|chip|shard|remark|group)\b(?!.*\.(power|bytes))/;
const sizes =
  /^(padding|gap|border|margin-(inline|block)|font-(size|weight)|line-height|stroke-width|clip-path)/;
/** Fits a name beside its button. */
const fitted = /100cqi/;

function literalsIn({ value }: Declaration): string[] {
  const own = value.replaceAll(/var\([^()]*\)/g, '').replaceAll(/calc\(-1 \*/g, '');
  return own.match(/(?<![\w-])(\d*\.)?\d+(rem|em|px|%)?(?![\w-])/g)?.filter((each) => each !== '0') ?? [];
}

describe('the style sheet of the heads', () => {
  it('has no literal for a size that pictures have, too', () => {
    const own = declarations.filter(
      (each) =>
        drawn.test(each.selector) &&
        sizes.test(each.property) &&
        !fitted.test(each.value) &&
        literalsIn(each).length > 0,
    );
    // Pictures draw the line below the heads as a hairline, too.
    expect(own.map(({ selector, property, value }) => `${selector} ${property}: ${value}`)).toEqual([
      '.heads border-bottom: 1px solid var(--line)',
    ]);
  });

  it('colours heads and chips by their state only', () => {
    const stateColours = declarations.filter(
      ({ selector, property, value }) =>
        /\.(head|chip|shard)\b(?!.*\.(power|memory|title))/.test(selector) &&
        /^(color|background|border|box-shadow)/.test(property) &&
        /var\(--(?!(line|ground|ink|name)-colour|[\w-]*(border|corner|ring|ring-tint)\))/.test(value),
    );
    expect(stateColours).toEqual([]);
  });

  it('replaces only what the geometry defines', () => {
    const replaced = declarations.flatMap(({ property }) => (property.startsWith('--') ? [property] : []));
    expect(replaced.length).toBeGreaterThan(10);
    const unknown = replaced.filter((name) => !(name in stageProperties));
    // Pictures break a long name into lines instead.
    expect([...new Set(unknown)]).toEqual(['--name-font-min']);
  });
});

it('defines nothing that the stage doesn’t use', () => {
  const css = heads + styleSheet('canvas.module.css') + readFileSync(join(stage, 'heads.tsx'), 'utf8');
  expect(Object.keys(stageProperties).filter((name) => !css.includes(`var(${name})`))).toEqual([]);
});

it('writes custom properties for each state of a head and each kind of chip', () => {
  const rules = stageRules();
  expect(rules).toContain(
    '[data-stage] [data-state="down"] {\n  --line-colour: var(--fail);\n  --ground-colour: var(--fail-bg);\n  --name-colour: var(--fail);\n}',
  );
  expect(rules).toContain(
    '[data-chip][data-kind="lost"] {\n  --ink-colour: var(--ink-2);\n  --ground-colour: transparent;',
  );
});
