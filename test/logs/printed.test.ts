import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonBehind } from '../../src/logs/json/behind-text.ts';

const EVENT = { event: 'bounce', reason: '550 "ben" isn\'t => here, nil\\None', at: 1, tag: null, ok: true };

test('what Ruby and Python print of an event is read as the event', () => {
  const ruby = String.raw`I, [2026-11-09T10:00:00]  INFO -- :   Parameters: {"event"=>"bounce", "reason"=>"550 \"ben\" isn't => here, nil\\None", "at"=>1, "tag"=>nil, "ok"=>true}`;
  const newer = String.raw`Parameters: {"event" => "bounce", "reason" => "550 \"ben\" isn't => here, nil\\None", "at" => 1, "tag" => nil, "ok" => true}`;
  const python = String.raw`INFO hooks: [{'event': 'bounce', 'reason': '550 "ben" isn\'t => here, nil\\None', 'at': 1, 'tag': None, 'ok': True}]`;
  for (const line of [ruby, newer, python]) expect(jsonBehind(line), line).toEqual([EVENT]);
});

test('any texts come out of it as they went in', () => {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
  const plain = fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '\\', '{', '}', '=', '>', ':', ',', 'é') });
  fc.assert(
    fc.property(plain, (text) => {
      expect(jsonBehind(`hook: {'event': ${quoted(text)}, 'tag': None}`)).toEqual([{ event: text, tag: null }]);
      expect(jsonBehind(`hook: {"event"=>${JSON.stringify(text)}, "tag"=>nil}`)).toEqual([{ event: text, tag: null }]);
    }),
  );
});
