/** The README of the cluster's files, in Markdown. */
import type { CommandPayload } from '../../../simulation/commands/commands.ts';
import type { ClusterText } from './cluster-text.ts';
import type { ExerciseStep } from './exercise.ts';
import type { LeftOut } from './left-out.ts';

interface ReadmeOptions {
  readonly text: ClusterText['readme'];
  readonly nameOf: (payload: CommandPayload) => string;
  readonly files: readonly string[];
  readonly strategyName: string;
  readonly steps: readonly ExerciseStep[];
  readonly leftOut: readonly LeftOut[];
}

export function readme({ text, nameOf, files, strategyName, steps, leftOut }: ReadmeOptions): string {
  const usesToken = steps.some(({ line }) => line?.includes('$TOKEN') === true);
  const sections = [
    [`# ${text.title}`, text.intro(strategyName)],
    [`## ${text.whatIsHere}`, files.map((file) => `- \`${file}\`${noteOn(file, text)}`).join('\n')],
    [`## ${text.start}`, text.startNote, shell(['docker compose up --build'])],
    [
      `## ${text.exercise}`,
      text.exerciseNote,
      ...(usesToken ? [text.tokenNote] : []),
      steps.map((step, index) => `${index + 1}. ${described(step, text, nameOf)}`).join('\n'),
    ],
    [
      `## ${text.more}`,
      [
        `- ${text.faults.die}: \`docker compose kill server-1\``,
        `- ${text.faults.freeze}: \`docker compose pause server-1\``,
        `- ${text.faults.thaw}: \`docker compose unpause server-1\``,
        `- ${text.faults.restart}: \`docker compose start server-1\``,
        `- ${text.stop}: \`docker compose down --volumes\``,
      ].join('\n'),
    ],
    [`## ${text.leftOut}`, leftOut.map((each) => `- ${text.leftOutNotes[each]}`).join('\n')],
  ];
  return `${sections.map((parts) => parts.filter((part) => part !== '').join('\n\n')).join('\n\n')}\n`;
}

function noteOn(file: string, { fileNotes }: ClusterText['readme']): string {
  switch (file) {
    case 'compose.yaml':
      return `: ${fileNotes.compose}`;
    case 'haproxy.cfg':
    case 'nginx.conf':
      return `: ${fileNotes.balancer}`;
    case 'server/server.mjs':
      return `: ${fileNotes.server}`;
    case 'server/sessions.mjs':
      return `: ${fileNotes.sessions}`;
    default:
      return '';
  }
}

function described(
  step: ExerciseStep,
  text: ClusterText['readme'],
  nameOf: (payload: CommandPayload) => string,
): string {
  if (step.kind === 'request') return step.line === null ? text.noRoute(step.what) : `\`${step.line}\``;
  if (step.kind === 'hand-over') return `**${text.handOver}**: \`${step.line}\``;
  const name = nameOf(step.payload);
  return step.line === null ? text.noCommand(name) : `**${name}**: \`${step.line}\``;
}

function shell(lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}
