import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { recordText } from '../json/record-text.ts';
import { utcOf } from '../json/time.ts';
import { tellMailEvent } from '../microsoft/mail-event.ts';

export default defineLogFormat({
  id: 'microsoft-defender-json',
  title: 'Microsoft Defender EmailEvents, JSON',
  obtain:
    'Rows of the table EmailEvents as JSON: the answers of Microsoft Graph’s runHuntingQuery, or what the streaming API of Microsoft Defender XDR writes to a storage account or an event hub (AdvancedHunting-EmailEvents)',
  caveats: [
    'A row is a message for one recipient with what became of it first: its time is that at which it was recorded, and deferrals are not told',
    'Why a delivery failed is not told: the message trace does',
    'Mail from outside (EmailDirection: Inbound) is passed over',
    'What is quarantined or dropped counts as dropped; what lands in the junk folder of an own mailbox as delivered',
  ],
  sources: [
    {
      label: 'Microsoft, EmailEvents in the advanced hunting schema',
      url: 'https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-emailevents-table',
    },
    {
      label: 'Microsoft, Stream advanced hunting events to a storage account',
      url: 'https://learn.microsoft.com/en-us/defender-xdr/streaming-api-storage',
    },
  ],
  shape: 'records',
  recognise: (record) => (isRow(rowIn(record)) ? 0.95 : 0),
  read(record, sink, assumptions) {
    const row = rowIn(record);
    // Other tables are streamed to the same place.
    if (!isRow(row)) return (textAt(record, 'category') ?? '').startsWith('AdvancedHunting-');
    const when = utcOf(row['Timestamp'] ?? row['TimeGenerated'] ?? record['time'], assumptions);
    if (when === undefined) {
      sink.unread('an event without a time', recordText(record));
      return true;
    }
    tellMailEvent('microsoft-defender-json', when.time, (name) => textAt(row, name) ?? '', {
      sink,
      text: () => recordText(record),
    });
    return true;
  },
});

const rowIn = (record: JsonObject): JsonObject => objectAt(record, 'properties') ?? record;

const isRow = (row: JsonObject): boolean =>
  ['NetworkMessageId', 'RecipientEmailAddress', 'EmailDirection'].every((key) => textAt(row, key) !== undefined) &&
  (textAt(row, 'DeliveryAction') ?? textAt(row, 'DeliveryLocation')) !== undefined;
