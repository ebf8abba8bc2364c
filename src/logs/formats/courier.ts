import { courierReader } from '../courier/reader.ts';
import { defineLogFormat } from '../format.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';
import { ASSUMED_OF_STAMPS } from '../syslog/assumed.ts';

const LINE =
  /\bcourier(?:d|esmtp|local|uucp|fax|dsn)(?:\[\d+\])?: +(?:(?:newmsg|started|completed),id=|id=[\dA-Fa-f]+\.[\dA-Fa-f]+\.[\dA-Fa-f]+,from=<|Waiting\. |Installing |Installed: |Started \.\/courier)/;

export default defineLogFormat({
  id: 'courier',
  title: 'Courier',
  shape: 'lines',
  obtain:
    'The mail log of the machine: /var/log/mail.log or /var/log/maillog, or journalctl -t courierd -t courieresmtp -t courierlocal; rotated files as they are',
  caveats: [
    ASSUMED_OF_STAMPS,
    'Who took a mail is told, who refused or deferred it is not',
    'A message that is given up is not told from one whose sender is warned that it waits: it stays deferred',
    'Message-IDs are not logged, nor whether a mail went out with TLS; the size only where a mail went into a mailbox',
  ],
  sources: [
    {
      label: 'Courier, courier/courierd.C and courier/libs/comctlfile.c: what a line is made of',
      url: 'https://github.com/svarshavchik/courier/tree/master/courier/courier',
    },
    { label: 'courierd(8)', url: 'https://www.courier-mta.org/courierd.html' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: courierReader,
});
