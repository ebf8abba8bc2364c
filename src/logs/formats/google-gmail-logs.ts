import { gmailEntryIn } from '../google/entry.ts';
import { readGmail } from '../google/read.ts';
import { defineLogFormat } from '../format.ts';

export default defineLogFormat({
  id: 'google-gmail-logs',
  title: 'Gmail logs of Google Workspace',
  shape: 'records',
  obtain:
    'Google Admin console: Reporting, BigQuery export; then the rows of the table `activity` (or daily_ of old) with record_type `gmail`, queried or exported as JSON. Also the answers of the Reports API for the application `gmail`',
  caveats: [
    'Mail from outside is passed over, and so is what users do with what they have received',
    'A delivery to a mailbox of the same organisation is told as a local one',
    'A message that Gmail takes in, sends and keeps is told step by step, each for all recipients that the step names',
  ],
  sources: [
    {
      label: 'Google Workspace Admin Help, Schema for Gmail logs in BigQuery',
      url: 'https://support.google.com/a/answer/12384955',
    },
    {
      label: 'Google, Gmail activity events (Reports API)',
      url: 'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/gmail',
    },
  ],
  recognise: (record) => (gmailEntryIn(record) === undefined ? 0 : 0.95),
  read(record, sink, assumptions) {
    const entry = gmailEntryIn(record);
    if (entry === undefined) return false;
    readGmail(entry, { record, sink, assumptions });
    return true;
  },
});
