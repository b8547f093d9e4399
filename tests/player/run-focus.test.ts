import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { isDimmed } from '../../src/sequence/is-dimmed.ts';
import { act, openPlayer } from '../support/opened-player.ts';

const focusOn = (node: string | null) => ({ kind: 'set-focus', node }) as const;
type Player = ReturnType<typeof openPlayer>;

/** Each row as `from -> to`, or the participant of a band; dimmed ones in brackets. */
function rowsOf(player: Player): string[] {
  const { diagram } = player.getState().recording;
  return diagram.steps.map(({ row }, index) => {
    const ends =
      row.kind === 'message' ? `${row.from} -> ${row.to}` : row.kind === 'band' ? row.participant : row.kind;
    return isDimmed(diagram, index, 'past') ? `(${ends})` : ends;
  });
}

const emphases = (player: Player) =>
  Object.fromEntries(
    player
      .getState()
      .recording.diagram.headsAt(0)
      .map(({ participant, emphasis }) => [participant.id, emphasis]),
  );

describe('the focus of a run', () => {
  it('dims exactly the rows that have nothing to do with the node', () => {
    const player = openPlayer();
    const plain = rowsOf(player);
    act(player, focusOn('server-1'));
    expect(rowsOf(player)).toEqual(plain.map((row) => (row.includes('server-1') ? row : `(${row})`)));
    expect(rowsOf(player).some((row) => row.startsWith('('))).toBe(true);
    expect(emphases(player)).toMatchObject({
      'server-1': 'focused',
      'load-balancer': undefined,
      'server-2': 'dimmed',
    });
    expect(act(player, focusOn(null)).recording.diagram.focus).toBeUndefined();
    expect(rowsOf(player)).toEqual(plain);
    expect(new Set(Object.values(emphases(player)))).toEqual(new Set([undefined]));
  });

  it('stays over commands, another strategy, another detail, time in transit, and another focus', () => {
    const player = openPlayer();
    act(player, focusOn('server-1'), { kind: 'set-transit', transit: 'on' }, 'next-step');
    act(player, { kind: 'crash', node: 'server-1' });
    expect(player.getState().recording.diagram.focus?.participant).toBe('server-1');
    act(player, 'other-mode', 'toggle-detail');
    expect(player.getState().recording.diagram.focus?.participant).toBe('server-1');
    act(player, focusOn('client'), { kind: 'set-transit', transit: 'off' });
    expect(emphases(player)).toMatchObject({ client: 'focused', 'load-balancer': undefined });
    act(player, 'toggle-compare');
    expect(player.getState().comparison?.recording.diagram.focus?.participant).toBe('client');
    act(player, focusOn(null));
    expect(player.getState().comparison?.recording.diagram.focus).toBeUndefined();
  });

  it('is on the shared lifeline of an idle server', () => {
    const player = openPlayer({ scenario: { ...clerk.scenario, servers: 9 } });
    const folded = player
      .getState()
      .recording.diagram.participants.find((each) => (each.folded?.length ?? 0) > 1);
    const node = folded?.folded?.at(-1);
    if (folded === undefined || node === undefined) throw new Error('No servers share a lifeline.');
    act(player, focusOn(node));
    expect(player.getState().recording.diagram.focus?.participant).toBe(folded.id);
  });

  it('is nothing for a node that the run does not draw', () => {
    expect(act(openPlayer(), focusOn('nobody')).focus).toBeNull();
  });
});
