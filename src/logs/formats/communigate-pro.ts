import { ANY_TIME } from '../any-time.ts';
import { communigateLine } from '../communigate-pro/line.ts';
import { communigateReader } from '../communigate-pro/reader.ts';
import { toldBy } from '../communigate-pro/told.ts';
import { defineLogFormat } from '../format.ts';
import { firstLocalTime } from '../local-time.ts';
import { surenessOf } from '../sureness.ts';

const isOwn = (line: string): boolean => {
  const text = communigateLine(line, { ...ANY_TIME, date: 0 }, { time: 0, assumed: undefined });
  return text !== undefined && toldBy(text) !== undefined;
};

export default defineLogFormat({
  id: 'communigate-pro',
  title: 'CommuniGate Pro, server log',
  shape: 'lines',
  obtain:
    'The files of SystemLogs in the base directory (/var/CommuniGate/SystemLogs), YYYY-MM-DD.log or YYYY-MM-DD_HH-MM.log, with the log level of the queue and of SMTP at Major & Failures or above',
  caveats: [
    'Records have the time of day only: the date is taken from the file’s name (2026-11-17.log), and a file without one is not read',
    'Stamps have no zone: UTC is taken unless --timezone says otherwise',
    'Outcomes are those that the dequeuer tells of each recipient. Attempts that put a recipient off are told by SMTP’s own records, which name no recipient: they are not counted',
    'Of a server that took a message the reply is told; TLS to it is not',
    'A queue by the name of * goes to one host for all domains: a smart host (relay)',
  ],
  sources: [
    { label: 'CommuniGate Pro, Server Logs', url: 'https://www.communigate.com/CommuniGatePro/Logs.html' },
    { label: 'CommuniGate Pro, E-Mail Transfer', url: 'https://www.communigate.ru/CommuniGatePro/Transfer.html' },
    { label: 'A message from its queue to the host that took it', url: 'https://pastebin.com/qhv2k7c1' },
  ],
  recognise: (lines) => surenessOf(lines, isOwn),
  firstTime: (lines, assumptions) => firstLocalTime(lines, assumptions, communigateLine),
  open: communigateReader,
});
