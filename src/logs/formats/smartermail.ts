import { firstLocalTime } from '../local-time.ts';
import { ANY_TIME } from '../any-time.ts';
import { surenessOf } from '../sureness.ts';
import { defineLogFormat } from '../format.ts';
import { smarterLine } from '../smartermail/line.ts';
import { smarterReader } from '../smartermail/reader.ts';
import { toldBy } from '../smartermail/told.ts';

const isOwn = (line: string): boolean => {
  const read = smarterLine(line, { ...ANY_TIME, date: 0 }, { time: 0, assumed: undefined });
  return read !== undefined && toldBy(read.text) !== undefined;
};

export default defineLogFormat({
  id: 'smartermail',
  title: 'SmarterMail, delivery log',
  shape: 'lines',
  obtain:
    'The log Delivery as the administration shows and saves it (Manage > Troubleshooting > View Logs), or its files, YYYY.MM.DD-delivery.log; at the level Detailed, with what was said to other servers',
  caveats: [
    'The files themselves have the time of day only: the date is taken from their name (2026.11.17-delivery.log), and a file without one is not read',
    'Stamps have no zone: UTC is taken unless --timezone says otherwise',
    'Below the level Detailed there are no replies: what was delivered and what came back is told, and not why',
    'A recipient of whom nothing was said when a delivery finished is told as deferred',
    'A message that comes back without a refusal is expired where it has waited before',
    'What SmarterMail itself holds for spam is dropped. Message-IDs and sizes are not logged',
  ],
  sources: [
    {
      label: 'SmarterTools, Tracing Messages for an Email Account in SmarterMail',
      url: 'https://www.smartertools.com/blog/2016/04/20-tracing-messages-for-an-email-account-in-smartermail',
    },
    { label: 'A log with a session of 2017', url: 'https://pastebin.com/T9G1JyAA' },
    { label: 'A log with servers that do not answer, of 2019', url: 'https://pastebin.com/48W2it17' },
    { label: 'A log with mail that comes back, of 2019', url: 'https://pastebin.com/YmbA8mL5' },
  ],
  recognise: (lines) => surenessOf(lines, isOwn),
  firstTime: (lines, assumptions) => firstLocalTime(lines, assumptions, smarterLine),
  open: smarterReader,
});
