import { type Draft } from '../event.ts';
import { defineLogFormat } from '../format.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import { readSparkpost } from '../sparkpost/read.ts';

const ID = 'sparkpost-csv';
/** Names of properties that nobody else has. */
const OWN = ['event_id', 'raw_rcpt_to', 'friendly_from', 'transmission_id', 'bounce_class', 'raw_reason', 'rcpt_meta'];
const ENOUGH = 2;
/** `['receipts', 'shop']`: a list as Python writes it. */
const LISTED = /^\[.*\]$/;

export default defineLogFormat({
  id: ID,
  title: 'SparkPost events, CSV',
  service: 'sparkpost',
  shape: 'table',
  obtain:
    'Events of SparkPost’s Events API as a table: sparkyEvents writes one; whatever has the names of the properties for columns, `type`, `timestamp` and a recipient among them',
  caveats: [
    'Only what was asked for is in it: without `bounce_class` and `raw_reason` no reason is known, without `message_id` no event is known again',
    'The events that its Signals pages export have other columns, and are none of this format',
  ],
  sources: [
    { label: 'sparkyEvents, events into a CSV file', url: 'https://github.com/tuck1s/sparkyEvents' },
    { label: 'SparkPost, Events API', url: 'https://developers.sparkpost.com/api/events/' },
  ],
  recognise(columns) {
    const own = OWN.filter((name) => columns.includes(name)).length;
    const isOurs = ['rcpt_to', 'raw_rcpt_to'].some((to) => ifThere(1, 'type', 'timestamp', to)(columns) > 0);
    return isOurs && own >= ENOUGH ? 0.9 : 0;
  },
  open(columns, sink, assumptions) {
    const own = {
      event: (event: Draft): void => {
        event.source = ID;
        sink.event(event);
      },
      unread: sink.unread,
    };
    return {
      row(cells) {
        const record: Record<string, unknown> = {};
        for (const [at, name] of columns.entries()) {
          const cell = cells[at] ?? '';
          if (cell !== '') record[name] = LISTED.test(cell) ? listed(cell) : cell;
        }
        return readSparkpost(record, own, assumptions);
      },
    };
  },
});

const listed = (cell: string): string[] =>
  cell
    .slice(1, -1)
    .split(',')
    .map((one) => one.trim().replace(/^(['"])(.*)\1$/, '$2'))
    .filter((one) => one !== '');
