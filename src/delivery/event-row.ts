import type { Cell } from '../core/report.ts';
import { EVENT_KEYS, eventBody } from '../logs/event-text.ts';
import type { Told } from './tally.ts';

/** Parts of an event that have columns of their own. */
const NESTED: Readonly<Record<string, readonly string[]>> = {
  ids: ['ids.queue', 'ids.host', 'ids.message', 'ids.esp', 'ids.event'],
  relay: ['relay.host', 'relay.ip', 'relay.port'],
  delay: ['delay.total', 'delay.before', 'delay.queue', 'delay.connect', 'delay.transmit'],
};

/** What `--format jsonl` prints of an event: itself, where it belongs, and why it did not go through. */
export function eventRow({ event, stream, provider, reason }: Told): Record<string, unknown> {
  return {
    ...eventBody(event),
    stream: stream.id,
    ...(provider.id === '' ? {} : { provider: provider.id }),
    ...(reason === undefined ? {} : { bounceClass: reason.class, severity: reason.severity, reply: reason.text }),
  };
}

/** Columns of `--format csv`: what is nested in an event stands in columns of its own. */
export const EVENT_COLUMNS: readonly string[] = [
  ...EVENT_KEYS.flatMap((key) => NESTED[key] ?? [key]),
  'stream',
  'provider',
  'bounceClass',
  'severity',
  'reply',
];

/** The cell of a column such as `relay.host`. */
export function eventCell(row: Readonly<Record<string, unknown>>, column: string): Cell {
  const [key = '', part] = column.split('.');
  const value = row[key];
  if (part === undefined) return plain(value);
  return plain((value as Record<string, unknown> | undefined)?.[part]);
}

function plain(value: unknown): Cell {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
