import { COPERNICA_FACTS } from '../copernica/facts.ts';
import { copernicaExtras, copernicaKind } from '../copernica/kind.ts';
import { COPERNICA } from '../copernica/mapping.ts';
import { kindOfWord, webhookKind } from '../copernica/webhook.ts';
import { defineLogFormat, type JsonObject, type RecordFormat } from '../format.ts';
import { objectAt } from '../json/at.ts';
import { mappedRecords } from '../mapping/mapped-format.ts';
import { textAt } from '../mapping/record-path.ts';

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const WORD = 'type of event';
const kindOf = (record: JsonObject) =>
  kindOfWord(record, WORD) ?? webhookKind(record) ?? copernicaKind((name) => Object.hasOwn(record, name));

/** What the REST call events puts around a record: it says by a word what that is of. */
function recordIn(record: JsonObject): JsonObject {
  const data = objectAt(record, 'data');
  if (data === undefined || !TIME.test(textAt(data, 'time')) || textAt(data, 'id') === '') return record;
  return kindOfWord(record, 'type') === undefined ? record : { ...data, [WORD]: record['type'] };
}

const extras = copernicaExtras(kindOf, (name) => (record: JsonObject) => textAt(record, name));

const RECORDS: RecordFormat = mappedRecords(
  { id: 'copernica-json', title: 'Copernica and SMTPeter log files, JSON', ...COPERNICA_FACTS },
  { ...COPERNICA, input: 'records' },
  (record) => {
    const told = recordIn(record);
    const isOurs = TIME.test(textAt(told, 'time')) || webhookKind(told) !== undefined;
    return isOurs && kindOf(told) !== undefined ? 0.8 : 0;
  },
  {
    ...extras,
    also(draft, record) {
      extras.also?.(draft, record);
      // The word for the event, and not for a failure.
      if (webhookKind(record) !== undefined) delete draft.espClass;
    },
  },
);

export default defineLogFormat<RecordFormat>({
  ...RECORDS,
  read(record, sink, assumptions) {
    const told = recordIn(record);
    // Of whom, and yet not when or what: one of ours that is not whole.
    const isOurs = kindOf(told) !== undefined || ('id' in told && ('recipient' in told || 'email' in told));
    return isOurs && RECORDS.read(told, sink, assumptions);
  },
});
