import { COPERNICA_FACTS } from '../copernica/facts.ts';
import { copernicaExtras, copernicaKind } from '../copernica/kind.ts';
import { COPERNICA } from '../copernica/mapping.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { mappedRecords } from '../mapping/mapped-format.ts';
import { textAt } from '../mapping/record-path.ts';

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const kindOf = (record: JsonObject) => copernicaKind((name) => Object.hasOwn(record, name));

export default defineLogFormat(
  mappedRecords(
    { id: 'copernica-json', title: 'Copernica and SMTPeter log files, JSON', ...COPERNICA_FACTS },
    { ...COPERNICA, input: 'records' },
    (record) => (TIME.test(textAt(record, 'time')) && kindOf(record) !== undefined ? 0.8 : 0),
    copernicaExtras(kindOf, (name) => (record) => textAt(record, name)),
  ),
);
