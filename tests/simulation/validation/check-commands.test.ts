/** The problems of a list of commands, and what is allowed instead. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/simulation/cluster.ts';
import { record, simulate } from '../../../src/simulation/simulate.ts';
import { checkCommands } from '../../../src/simulation/validation/check-commands.ts';
import { ScenarioError } from '../../../src/simulation/validation/scenario-error.ts';
import { crash, scenario, whenAnswered, whenSent } from '../../support/scenario.ts';

const good = scenario();
const moment = whenAnswered('client/1');

function problemsOf(...commands: readonly unknown[]): string[] {
  return checkCommands(commands, good).map(({ field, allowed: { kind, ...details } }) =>
    [field, kind, ...Object.values(details).flat()].join(' '),
  );
}

describe('nothing is wrong with', () => {
  it('no commands', () => {
    expect(problemsOf()).toEqual([]);
  });

  it('a command to a machine that exists under another strategy only: its result says so', () => {
    const toStore = crash('session-store', moment);
    expect(problemsOf(toStore)).toEqual([]);
    const results = record(good, [toStore]).flatMap((event) =>
      event.kind === 'command-taken' ? [event.result] : [],
    );
    expect(results).toEqual(['no-such-node']);
  });

  it('a command to a server that stands by', () => {
    expect(problemsOf({ kind: 'add', node: 'server-9', moment })).toEqual([]);
  });

  it('a time instead of the moment of a request', () => {
    expect(problemsOf({ kind: 'crash', node: 'server-1', moment: { atUs: 30_000_000 } })).toEqual([]);
  });

  it("a moment of a request that the script doesn't make, or that doesn't exist yet", () => {
    expect(
      problemsOf(crash('server-1', whenSent('client/99')), crash('server-1', whenSent('client/1+2'))),
    ).toEqual([]);
  });
});

describe('an invalid command is reported, with what is allowed:', () => {
  it.each<[what: string, command: unknown, problem: string]>([
    ['an unknown node', crash('server-10', moment), 'commands[0].node known-node'],
    ['a node name in another spelling', crash('server-01', moment), 'commands[0].node known-node'],
    [
      'an unknown client',
      { kind: 'partition', nodes: ['client-2'], moment },
      'commands[0].nodes[0] known-node',
    ],
    [
      'a link to itself',
      { kind: 'cut', between: ['server-1', 'server-1'], moment },
      'commands[0].between different-nodes',
    ],
    ['half a link', { kind: 'cut', between: ['server-1'], moment }, 'commands[0].between list 2 2'],
    [
      'a moment before its landmark',
      crash('server-1', whenAnswered('client/1', -1)),
      'commands[0].moment.offsetUs whole-number 0 2592000000000',
    ],
    [
      'a moment of an unknown client',
      crash('server-1', whenAnswered('client-7/1')),
      'commands[0].moment.request known-request 1',
    ],
    [
      'a time before the run begins',
      { kind: 'crash', node: 'server-1', moment: { atUs: -1 } },
      'commands[0].moment.atUs whole-number 0 2592000000000',
    ],
    [
      'an unknown landmark',
      { kind: 'crash', node: 'server-1', moment: { ...moment, at: 'later' } },
      'commands[0].moment.at one-of sent arrived answered',
    ],
    [
      'an unknown command',
      { kind: 'explode', moment },
      'commands[0].kind one-of crash freeze thaw restart deploy add drain cut heal partition drop heal-all instruct',
    ],
    ['no command at all', 7, 'commands[0] object kind'],
    [
      'an instruction without nodes',
      { kind: 'instruct', nodes: [], instruction: { kind: 'flush' }, moment },
      'commands[0].nodes list 1 100000',
    ],
    [
      'an unknown instruction',
      { kind: 'instruct', nodes: ['client'], instruction: { kind: 'sleep' }, moment },
      'commands[0].instruction.kind one-of stay-away say do tamper rotate-key flush remove-keys set-clock set-server-state install',
    ],
  ])('%s', (_, command, problem) => {
    expect(problemsOf(command)).toEqual([problem]);
  });

  it('stay-away times whose sum is too long', () => {
    const away = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'stay-away', forUs: 30 * 86_400_000_000 },
      moment,
    };
    expect(problemsOf(away)).toEqual([]);
    expect(problemsOf(away, away)).toEqual(['commands.instruction.forUs sum 2592000000000']);
  });

  it('more commands than the maximum', () => {
    expect(problemsOf(...Array.from({ length: 201 }, () => crash('server-1', moment)))).toEqual([
      'commands list 0 200',
    ]);
  });
});

describe('the simulation', () => {
  const nowhere: Command[] = [crash('server-77', moment)];

  it('refuses such a command with a typed error that contains the problems', () => {
    expect(() => record(good, nowhere)).toThrow(ScenarioError);
    expect(() => record(good, nowhere)).toThrow('commands[0].node must be known-node');
  });

  it('refuses such a scenario before it reports any event', () => {
    const kinds: string[] = [];
    const report = ({ kind }: { readonly kind: string }) => kinds.push(kind);
    expect(() => simulate({ ...good, servers: 0 }, [], { report })).toThrow(ScenarioError);
    expect(kinds).toEqual([]);
  });

  it('is cut off at its limit, and says so', () => {
    const kinds = simulate(good, [], new Collector(), { eventsMax: 10 }).ends;
    expect(kinds).toEqual(['events-limit']);
    expect(simulate(good, [], new Collector(), { timeUsMax: 5_000_000 }).ends).toEqual(['time-limit']);
  });
});

class Collector {
  readonly ends: string[] = [];

  report(event: { readonly kind: string; readonly reason?: string }): void {
    if (event.kind === 'run-ended') this.ends.push(event.reason ?? '');
  }
}
