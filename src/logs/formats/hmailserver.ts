import { firstLocalTime } from '../local-time.ts';
import { ANY_TIME } from '../any-time.ts';
import { surenessOf } from '../sureness.ts';
import { defineLogFormat } from '../format.ts';
import { hmailLine } from '../hmailserver/line.ts';
import { hmailReader } from '../hmailserver/reader.ts';

const OWN = /^(?:SMTP[DC]|POP3[DC]|IMAPD|APPLICATION|TCPIP|DEBUG|ERROR|EVENT|BACKUP)$/;

const isOwn = (line: string): boolean => {
  const read = hmailLine(line, ANY_TIME, { time: 0, assumed: undefined });
  return read !== undefined && OWN.test(read.source);
};

export default defineLogFormat({
  id: 'hmailserver',
  title: 'hMailServer',
  shape: 'lines',
  obtain:
    'hmailserver_YYYY-MM-DD.log in the folder Logs of the installation (C:\\Program Files (x86)\\hMailServer\\Logs), with Application and SMTP, better TCP/IP too, under Settings > Logging; all days at once',
  caveats: [
    'Stamps have no zone: UTC is taken unless --timezone says otherwise',
    'Without SMTP in the log there are no replies, and what went through is not told; without Application no message can be followed from one attempt to the next, and has no id',
    'A delivery into a mailbox of its own is not logged: it is told (hop local) where a message was done with and no other server was spoken to',
    'Several servers of a domain are tried one after the other: each is an attempt',
    'The host is what the other server calls itself in its greeting',
    'TLS version and cipher are in the TCP/IP log; without it, only that there was TLS',
    'Message-IDs are not logged',
  ],
  sources: [
    { label: 'hMailServer, Logging', url: 'https://www.hmailserver.com/documentation/latest/?page=reference_logging' },
    {
      label: 'hMailServer, SMTP/ExternalDelivery.cpp, SMTPDeliverer.cpp: what is said of a message',
      url: 'https://github.com/hmailserver/hmailserver/tree/master/hmailserver/source/Server/SMTP',
    },
    {
      label: 'hMailServer, issue 212: a log',
      url: 'https://github.com/hmailserver/hmailserver/issues/212',
    },
  ],
  recognise: (lines) => surenessOf(lines, isOwn),
  firstTime: (lines, assumptions) => firstLocalTime(lines, assumptions, hmailLine),
  open: hmailReader,
});
