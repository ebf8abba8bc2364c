import { count, lowered, plural } from '../../core/format.ts';
import type { Block, Column, Line, Page } from '../../core/page.ts';
import { advice } from '../../replies/advice.ts';
import type { Delivery } from '../delivery.ts';
import { duration } from './duration.ts';
import type { Step, Story } from '../story.ts';
import { streamName } from '../stream-name.ts';

/** What happened to some messages, one event after the other. */
export function storyPage({ wanted, steps, omitted }: Story, { events, sections, namesakes }: Delivery): Page {
  if (steps.length === 0)
    return {
      title: `nothing about ${wanted}`,
      blocks: [
        {
          kind: 'lines',
          lines: [
            `${plural(events, 'event')} looked at`,
            'an address, a Message-ID, a queue id or the id of a sending service names a message, as it stands in the log',
          ],
        },
      ],
    };
  // The log's events know their stream by its id.
  const streamNames = new Map([
    ...sections.flatMap(({ stream }) => (stream === undefined ? [] : [[stream.id, streamName(stream)] as const])),
    ...[...namesakes].map(([id, stream]) => [id, streamName(stream)] as const),
  ]);
  const messageOf = messageFinder(steps);
  const messages = new Set(steps.map((step) => messageOf(step)));
  return {
    title: wanted,
    aside: `${plural(messages.size, 'message')}, ${plural(steps.length, 'event')}`,
    blocks: [
      ...[...messages].flatMap((message) =>
        messageBlocks(
          message,
          steps.filter((step) => messageOf(step) === message),
          streamNames,
        ),
      ),
      ...(omitted > 0 ? [{ kind: 'lines' as const, lines: [`and ${count(omitted)} more events`] }] : []),
    ],
  };
}

const idsOf = (step: Step): Record<string, string | undefined> =>
  (step['ids'] ?? {}) as Record<string, string | undefined>;

/** Mail servers hand a message on under several queue ids; its Message-ID stays. */
function nameOf(step: Step): string {
  const { message, esp, queue, host } = idsOf(step);
  return message ?? esp ?? (queue === undefined ? 'no id' : `${queue}${host === undefined ? '' : ` on ${host}`}`);
}

/**
 * What a mail tells again belongs to the message the log has told it of, though each may name the host in its way. A queue
 * id is used again: it only helps where nothing else does.
 */
function messageFinder(steps: readonly Step[]): (step: Step) => string {
  const byQueue = new Map<string, string>();
  const names = new Set<string>();
  for (const step of steps) {
    if (isToldAgain(step)) continue;
    names.add(nameOf(step));
    const { queue } = idsOf(step);
    if (queue !== undefined) byQueue.set(queue, nameOf(step));
  }
  return (step) => {
    const name = nameOf(step);
    return isToldAgain(step) && !names.has(name) ? (byQueue.get(idsOf(step)['queue'] ?? '') ?? name) : name;
  };
}

const isToldAgain = (step: Step): boolean => step['toldAgain'] === true;

function messageBlocks(message: string, steps: readonly Step[], streamNames: ReadonlyMap<string, string>): Block[] {
  const id = textOf(
    steps.find((step) => !isToldAgain(step)),
    'stream',
  );
  const stream = streamNames.get(id) ?? id;
  const belowOf = belowEach();
  const rows = steps.map((step) => ({
    cells: [timeOf(step), whatOf(step), textOf(step, 'recipient'), after(step), by(step)],
    below: belowOf(step),
  }));
  // Services tell neither how long it took nor by which host: an empty column would look as if something were missing.
  const isSaid = COLUMNS.map((_, at) => rows.some(({ cells }) => cells[at] !== ''));
  return [
    { kind: 'heading', text: message, ...(stream === '' ? {} : { aside: stream }) },
    {
      kind: 'table',
      columns: COLUMNS.filter((_, at) => isSaid[at]),
      rows: rows.map(({ cells, below }) => ({ cells: cells.filter((_, at) => isSaid[at]), below })),
    },
  ];
}

const COLUMNS: readonly Column[] = [
  { title: 'time (UTC)' },
  { title: 'what' },
  { title: 'recipient', shrinks: true },
  { title: 'after', align: 'right' },
  { title: 'by', drops: true },
];

function textOf(step: Step | undefined, key: string): string {
  const value = step?.[key];
  return typeof value === 'string' ? value : '';
}

/** `2026-11-09 10:52:13`; fractions are for machines. */
const timeOf = (step: Step): string => textOf(step, 'time').slice(0, 19).replace('T', ' ');

/** A hand-over is no delivery, though both are told in the same words. */
function whatOf(step: Step): string {
  const [kind, hop] = [textOf(step, 'kind'), textOf(step, 'hop')];
  const machine = step['machine'];
  if (typeof machine === 'boolean') return `${kind} by a ${machine ? 'machine' : 'person'}`;
  const what =
    kind !== 'delivered' ? kind : hop === 'relay' ? 'handed over' : hop === 'local' ? 'delivered locally' : kind;
  return isToldAgain(step) ? `${what}, told by mail` : what;
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

/** What was answered, and what that means; what to do about it the first time only. */
function belowEach(): (step: Step) => Line[] {
  const said = new Set<string>();
  return (step) => {
    const [diagnostic, named, advised] = [
      textOf(step, 'diagnostic'),
      textOf(step, 'bounceClass'),
      textOf(step, 'advice'),
    ];
    const isNew = named !== '' && !said.has(named);
    said.add(named);
    const meant = `${titleOf(named)} (${textOf(step, 'severity')})`;
    return [
      ...(diagnostic === '' ? [] : [[{ text: diagnostic, tone: 'muted' as const }]]),
      ...(named === '' ? [] : [isNew ? `${meant}: ${lowered(advised)}` : meant]),
    ];
  };
}

const titleOf = (named: string): string => advice[named as keyof typeof advice]?.title ?? named;
