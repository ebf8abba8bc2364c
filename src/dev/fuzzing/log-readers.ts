import { blockSplitter } from '../../logs/blocks.ts';
import type { MailEvent } from '../../logs/event.ts';
import { eventBody } from '../../logs/event-text.ts';
import type { EntryFormat, LineFormat } from '../../logs/format.ts';
import { recordSplitter } from '../../logs/record-splitter.ts';

/** After all stamps of the samples, seconds since 1970. */
const LATEST = Date.parse('2026-11-20T12:00:00Z') / 1000;
/** What a file's name tells. */
const MIDNIGHT = Date.parse('2026-11-09T00:00:00Z') / 1000;

/** What a format of lines makes of bytes; throws where it makes what no event can be, or none that can be printed. */
export function toldByLines(format: LineFormat, chunks: readonly Buffer[]): unknown {
  const events: MailEvent[] = [];
  const kinds: string[] = [];
  const reader = format.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: LATEST, date: MIDNIGHT, figures: 'day' });
  const splitter = blockSplitter({
    line: (block, start, end) => void kinds.push(reader.line(block, start, end)),
    tooLong: () => void kinds.push('too long'),
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  reader.end();
  for (const event of events) refuseImpossible(event);
  return { events: events.map(eventBody), kinds, open: reader.open() };
}

function refuseImpossible({ time, recipientDomain, delay, code }: MailEvent): void {
  if (!Number.isFinite(time)) throw new TypeError('an event without a time');
  if (recipientDomain !== recipientDomain.toLowerCase()) throw new TypeError('a domain in capitals');
  if ((delay?.total ?? 0) < 0 || Number.isNaN(delay?.total)) throw new TypeError('a delay below zero');
  if (code !== undefined && (code < 200 || code > 599)) throw new TypeError('no such code');
}

/** What a format of entries, which are JSON, makes of bytes. */
export function toldByEntries(format: EntryFormat, chunks: readonly Buffer[]): unknown {
  const told: unknown[] = [];
  const reader = format.open({
    event: (event) => void told.push(eventBody(event)),
    unread: (why) => void told.push(why),
  });
  reader.begin({ latest: LATEST });
  const splitter = recordSplitter({
    record(record) {
      format.recognise(record);
      told.push(reader.entry(record));
    },
    unread: (why) => void told.push(why),
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  reader.end();
  return told;
}
