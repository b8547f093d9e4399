import { describe, expect, it } from 'vitest';
import { CommandSchedule } from '../../../src/simulation/kernel/command-schedule.ts';
import { crash, restart, whenAnswered, whenArrived, whenSent } from '../../support/scenario.ts';

describe('the command schedule', () => {
  it('returns the commands of a landmark in list order, with their indices', () => {
    const first = crash('server-1', whenAnswered('client/1'));
    const elsewhere = crash('server-2', whenAnswered('client/2'));
    const second = restart('server-1', whenAnswered('client/1', 500));
    const schedule = new CommandSchedule([first, elsewhere, second]);
    expect(schedule.take('client/1', 'answered')).toEqual([
      { due: { index: 0, command: first }, afterUs: 0 },
      { due: { index: 2, command: second }, afterUs: 500 },
    ]);
  });

  it('distinguishes the milestones of one request', () => {
    const schedule = new CommandSchedule([
      crash('sent', whenSent('client/1')),
      crash('arrived', whenArrived('client/1')),
      crash('answered', whenAnswered('client/1')),
    ]);
    const nodes = (['arrived', 'answered', 'sent'] as const).map((milestone) =>
      schedule.take('client/1', milestone).map(({ due }) => due.command.node),
    );
    expect(nodes).toEqual([['arrived'], ['answered'], ['sent']]);
  });

  it('counts only the first occurrence of a landmark', () => {
    const schedule = new CommandSchedule([crash('server-1', whenArrived('client/1'))]);
    expect(schedule.take('client/1', 'arrived')).toHaveLength(1);
    expect(schedule.take('client/1', 'arrived')).toEqual([]);
  });

  it('keeps those at a time apart, in list order', () => {
    const late = { kind: 'crash', node: 'server-1', moment: { atUs: 9_000 } } as const;
    const early = { kind: 'restart', node: 'server-1', moment: { atUs: 5_000 } } as const;
    const { atTimes, isEmpty } = new CommandSchedule([late, early]);
    expect(atTimes.map(({ afterUs }) => afterUs)).toEqual([9_000, 5_000]);
    expect(isEmpty).toBe(true);
  });

  it('is empty once every command has been returned', () => {
    expect(new CommandSchedule([]).isEmpty).toBe(true);
    const schedule = new CommandSchedule([crash('server-1', whenAnswered('client/1'))]);
    schedule.take('client/2', 'answered');
    expect(schedule.isEmpty).toBe(false);
    schedule.take('client/1', 'answered');
    expect(schedule.isEmpty).toBe(true);
  });
});
