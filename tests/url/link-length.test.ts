import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lessons/lessons.ts';
import { variantsOf } from '../../src/simulation/variants.ts';
import { linkTo } from '../../src/url/link-to.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';

/** What a chat, a mail and a QR code that a telephone reads from the back row all take. */
const LINK_CHARACTERS_MAX = 400;
const COMMANDS = 10;

describe.each(lessons)('a link to $id', (lesson) => {
  it.each(variantsOf(lesson.scenario))('with ten commands under %s is short', (variant) => {
    const player = openPlayer({ lesson });
    act(player, { kind: 'choose-variant', variant }, 'first-step');
    for (let count = 1; count <= COMMANDS; count += 1) {
      // Where a person may do it: at any step, on one server after the other.
      const steps = runOfPlayer(player).steps.length;
      act(player, { kind: 'go-to', step: Math.floor((count * steps) / (COMMANDS + 1)) });
      act(player, { kind: 'toggle-power', node: `server-${(count % 3) + 1}` });
    }
    const { step, history } = act(player, 'last-step');
    const run = runOfPlayer(player);
    expect(run.commands.length).toBeGreaterThan(COMMANDS / 2);
    const link = linkTo('', lesson, run, step, history);
    expect(link.length).toBeLessThanOrEqual(LINK_CHARACTERS_MAX);
    const { search, hash } = new URL(link, 'https://example.com/');
    expect(parseLink(search, hash)).toMatchObject({ problems: [], run: { commands: run.commands } });
  });
});
