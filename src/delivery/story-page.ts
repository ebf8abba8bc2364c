import { count, plural } from '../core/format.ts';
import type { Block, Line, Page } from '../core/page.ts';
import type { Delivery } from './delivery.ts';
import { duration } from './duration.ts';
import type { Step, Story } from './story.ts';

/** What happened to some messages, one event after the other. */
export function storyPage({ wanted, steps, omitted }: Story, { events }: Delivery): Page {
  if (steps.length === 0)
    return {
      title: `nothing about ${wanted}`,
      blocks: [{ kind: 'lines', lines: [`${plural(events, 'event')} looked at`] }],
    };
  const messages = new Set(steps.map((step) => messageOf(step)));
  return {
    title: wanted,
    aside: `${plural(messages.size, 'message')}, ${plural(steps.length, 'event')}`,
    blocks: [
      ...[...messages].flatMap((message) =>
        messageBlocks(
          message,
          steps.filter((step) => messageOf(step) === message),
        ),
      ),
      ...(omitted > 0 ? [{ kind: 'lines' as const, lines: [`and ${count(omitted)} more events`] }] : []),
    ],
  };
}

const idsOf = (step: Step): Record<string, string | undefined> =>
  (step['ids'] ?? {}) as Record<string, string | undefined>;

/** Mail servers hand a message on under several queue ids; its Message-ID stays. */
function messageOf(step: Step): string {
  const { message, esp, queue, host } = idsOf(step);
  return message ?? esp ?? (queue === undefined ? 'no id' : `${queue}${host === undefined ? '' : ` on ${host}`}`);
}

function messageBlocks(message: string, steps: readonly Step[]): Block[] {
  const [first] = steps;
  const stream = textOf(first, 'stream');
  return [
    { kind: 'heading', text: message, ...(stream === '' ? {} : { aside: stream }) },
    {
      kind: 'table',
      columns: [
        { title: 'time (UTC)' },
        { title: 'what' },
        { title: 'recipient', shrinks: true },
        { title: 'after', align: 'right' },
        { title: 'by', drops: true },
      ],
      rows: steps.map((step) => ({
        cells: [textOf(step, 'time'), textOf(step, 'kind'), textOf(step, 'recipient'), after(step), by(step)],
        below: belowOf(step),
      })),
    },
  ];
}

function textOf(step: Step | undefined, key: string): string {
  const value = step?.[key];
  return typeof value === 'string' ? value : '';
}

function after(step: Step): string {
  const { total } = (step['delay'] ?? {}) as { total?: number };
  return total === undefined ? '' : duration(total);
}

function by(step: Step): string {
  const { host, ip } = (step['relay'] ?? {}) as { host?: string; ip?: string };
  const { queue, host: own } = idsOf(step);
  const where = host === undefined ? ip : `${host}${ip === undefined ? '' : ` [${ip}]`}`;
  const from = queue === undefined ? undefined : `${queue}${own === undefined ? '' : ` on ${own}`}`;
  return [where, from].filter((part) => part !== undefined).join(' · ');
}

function belowOf(step: Step): Line[] {
  const [diagnostic, named, advised] = [
    textOf(step, 'diagnostic'),
    textOf(step, 'bounceClass'),
    textOf(step, 'advice'),
  ];
  return [
    ...(diagnostic === '' ? [] : [[{ text: diagnostic, tone: 'muted' as const }]]),
    ...(named === '' ? [] : [`${named} (${textOf(step, 'severity')}): ${advised}`]),
  ];
}
