import { defineLogFormat } from '../format.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import { tableSource } from '../mapping/table-source.ts';
import { localDateReader } from '../mapping/local-date.ts';
import { tellMailEvent } from '../microsoft/mail-event.ts';

export default defineLogFormat({
  id: 'microsoft-defender',
  title: 'Microsoft Defender EmailEvents, CSV',
  obtain:
    'Microsoft Defender portal: Hunting, Advanced hunting, a query of the table EmailEvents that keeps its columns, Export; or the same of Microsoft Sentinel',
  caveats: [
    'A row is a message for one recipient with what became of it first: its time is that at which it was recorded, and deferrals are not told',
    'Times that a browser or a spreadsheet has written the local way (11/09/2026) are read by what other rows and the date of the file tell of the order of day and month',
    'Why a delivery failed is not told: the message trace does',
    'Mail from outside (EmailDirection: Inbound) is passed over',
    'What is quarantined or dropped counts as dropped; what lands in the junk folder of an own mailbox as delivered',
  ],
  sources: [
    {
      label: 'Microsoft, EmailEvents in the advanced hunting schema',
      url: 'https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-emailevents-table',
    },
  ],
  shape: 'table',
  recognise: ifThere(0.95, 'NetworkMessageId', 'RecipientEmailAddress', 'EmailDirection', 'DeliveryAction'),
  open(columns, sink, assumptions) {
    const readTime = localDateReader(assumptions);
    const { pick, text } = tableSource(columns);
    const picks = new Map<string, (row: readonly string[]) => string>();
    const cell = (row: readonly string[], name: string): string => {
      const known = picks.get(name) ?? pick(name) ?? (() => '');
      picks.set(name, known);
      return known(row).trim();
    };
    const time = pick(['Timestamp', 'TimeGenerated', 'Timestamp [UTC]', 'TimeGenerated [UTC]']) ?? (() => '');
    return {
      row(row) {
        const when = readTime(time(row).trim());
        if (when === undefined) return false;
        const tell = { sink, text: () => text(row) };
        tellMailEvent('microsoft-defender', when.seconds, (name) => cell(row, name), tell);
        return true;
      },
    };
  },
});
