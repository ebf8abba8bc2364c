import type { MailEvent } from '../../logs/event.ts';
import { eventBody } from '../../logs/event-text.ts';
import type { EventSink, JsonObject } from '../../logs/format.ts';
import { logFormats } from '../../logs/formats/all.ts';
import { recordSplitter } from '../../logs/record-splitter.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

const FORMATS = logFormats.filter((format) => format.shape === 'records');
const ASSUMPTIONS = { latest: Date.parse('2026-11-20T12:00:00Z') / 1000 };

/** Event exports as JSON: each object by each service that takes it for its own. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', '.ndjson', 65_536).flatMap((sample) => {
      const lines = sample.toString('utf8').trimEnd().split('\n');
      return lines.filter((line) => line.length < 1500);
    }),
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    'null',
    'true',
    '-1',
    '1e309',
    '9007199254740993',
    '"event":"',
    '"type":"email.',
    '"ts":',
    '"msg":{',
    '"data":{',
    '"payload":{',
    '"__proto__":',
    '@example.com',
    '550 5.1.1 ',
    '\\u0000',
    '\\ud83d',
    '2026-02-31T25:61:61Z',
    '\n',
  ],
  run(bytes) {
    const told: unknown[] = [];
    const sink: EventSink = {
      event: (event: MailEvent) => void told.push(eventBody(event)),
      unread: (why, text) => void told.push([why, text.slice(0, 100)]),
    };
    const readers = FORMATS.map((format) => ({ format, reader: 'open' in format ? format.open(sink) : undefined }));
    for (const { reader } of readers) reader?.begin(ASSUMPTIONS);
    const splitter = recordSplitter({
      record(record: JsonObject) {
        for (const { format, reader } of readers) {
          if (format.recognise(record) === 0) continue;
          told.push('read' in format ? format.read(record, sink, ASSUMPTIONS) : reader?.entry(record));
        }
      },
      unread: (why, text) => sink.unread(why, text),
    });
    splitter.push(bytes);
    splitter.end();
    for (const { reader } of readers) reader?.end();
    return told;
  },
});
