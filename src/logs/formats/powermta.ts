import { defineLogFormat } from '../format.ts';
import { columnIndex } from '../mapping/columns.ts';
import { mappedTable } from '../mapping/mapped-format.ts';
import { defaultNames } from '../powermta/default-order.ts';
import { powermtaExtras } from '../powermta/extras.ts';
import { POWERMTA } from '../powermta/mapping.ts';

/** Names nobody else has. */
const OWN = ['timeLogged', 'timeQueued', 'dsnStatus', 'dsnDiag', 'dsnMta', 'bounceCat', 'vmta', 'dlvSourceIp', 'orig'];
const ENOUGH = 3;

export default defineLogFormat(
  mappedTable(
    {
      id: 'powermta',
      title: 'PowerMTA accounting',
      obtain:
        'The accounting files of PowerMTA (<acct-file> in its configuration, /var/log/pmta/acct*.csv), or what a service that runs it hands out; columns in any order',
      caveats: [
        'Deferrals (t, tq) are written only where the configuration asks for these records',
        'Without the column timeLogged a record has the time at which its message was queued, and no delay is known',
        'A file without its line of column names is read by the default order, where it has all of that',
      ],
      sources: [
        {
          label: 'Mailrelay, columns of the accounting file',
          url: 'https://mailrelay.com/es/api-documentation/appendix/2',
        },
      ],
    },
    POWERMTA,
    (columns) => {
      if (defaultNames(columns) !== undefined) return 0.8;
      if (['type', 'rcpt'].some((name) => columnIndex(columns, name) < 0)) return 0;
      const own = OWN.filter((name) => columnIndex(columns, name) >= 0).length;
      return own < ENOUGH ? 0 : Math.min(1, 0.7 + own / 20);
    },
    { extras: powermtaExtras, headless: defaultNames },
  ),
);
