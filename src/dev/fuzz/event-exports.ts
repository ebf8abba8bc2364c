import type { RecordFormat } from '../../logs/format.ts';
import { logFormats } from '../../logs/formats/all.ts';
import { LIST_KEYS } from '../../logs/json/lists.ts';
import { readInside } from '../../logs/json/inside.ts';
import { bodySplitter } from '../../logs/body-splitter.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

const formats = logFormats.filter((format): format is RecordFormat => format.shape === 'records');

/** Event exports as JSON or forms: objects found in whatever arrangement, and read by every format. */
export default fuzzTarget({
  seeds: () =>
    ['.json', '.ndjson'].flatMap((end) => fixtures('logs', end, 1 << 16)).map((whole) => whole.subarray(0, 4096)),
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\\u',
    '\n',
    '\r\n',
    '}{',
    '},{',
    'null',
    '12345678901234567',
    '\xEF\xBB\xBF',
    '\xFF\xFE',
    '\0',
    '\x1E',
    '{"items":[',
    '"Message":"{',
    '"detail":{',
    '"timestamp":0',
    'mandrill_events=%5B%7B',
    'event=open&',
    '&msg=%7B%7D',
    '"body":"event=open&x=1"',
    '"data":"eyJldmVudCI6Im9wZW4ifQ=="',
    '"raw":"UE9TVCAv',
  ],
  run: (bytes) => read([bytes]),
  inPieces: (bytes, length) => read(cut(bytes, length)),
});

function read(pieces: readonly Buffer[]): unknown {
  const found: unknown[] = [];
  const splitter = bodySplitter({
    record: (value) =>
      void readInside(
        value,
        () => false,
        (one) => void found.push(one),
      ),
    // The sample is as long as what was there of it.
    unread: (why) => void found.push(why),
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  const events: unknown[] = [];
  for (const record of found) {
    if (typeof record === 'string') continue;
    for (const format of formats) {
      format.recognise(record as never);
      format.read(
        record as never,
        { event: (event) => void events.push(event), unread: (why) => void events.push(why) },
        { latest: 2e9 },
      );
    }
  }
  // A list is opened while it is read, or when it is whole: they differ where a key stands twice, or what is broken is in it.
  const hasList = [...LIST_KEYS].some((key) => Buffer.concat(pieces).includes(`"${key}"`));
  return hasList ? undefined : [found, events];
}
