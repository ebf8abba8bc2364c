import { defineLogFormat } from '../format.ts';
import { numberAt, textAt } from '../json/at.ts';
import { fieldText } from '../journald/field.ts';
import { journalReader } from '../journald/reader.ts';

/** As Postfix names itself, instances and all: `postfix/smtp`, `postfix-out/qmgr`. */
const POSTFIX = /^(?:postfix[\w.-]*\/[\w/-]+|opendkim)$/;
const MICROSECONDS = 1_000_000;

export default defineLogFormat({
  id: 'journald',
  title: 'Postfix in the systemd journal',
  shape: 'entries',
  obtain:
    "journalctl -o json --all -t postfix/smtp -t postfix/qmgr … or -u 'postfix*' on the machine, with --output-fields or without; -o json-pretty, json-seq, json-sse, export and verbose as well, and what systemd-journal-gatewayd answers",
  caveats: [
    'Without --all journalctl leaves out fields above 4096 bytes: such entries are counted as unread',
    'The time is when the journal took the entry (__REALTIME_TIMESTAMP), in microseconds',
    'Everything else is as with Postfix’s log file: nothing tells of the inbox, and a delivery to a smart host is a hand-over',
  ],
  sources: [
    { label: 'systemd, journal export formats, JSON', url: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/' },
    {
      label: 'systemd.journal-fields(7)',
      url: 'https://www.freedesktop.org/software/systemd/man/latest/systemd.journal-fields.html',
    },
    { label: 'journalctl(1), --all', url: 'https://www.freedesktop.org/software/systemd/man/latest/journalctl.html' },
  ],
  recognise(record) {
    if (textAt(record, '__REALTIME_TIMESTAMP') === undefined) return 0;
    if (POSTFIX.test(fieldText(record['SYSLOG_IDENTIFIER']) ?? '')) return 0.95;
    // The journal of a whole machine begins with its kernel.
    return record['_BOOT_ID'] === undefined ? 0 : 0.4;
  },
  firstTime(records) {
    for (const record of records) {
      const time = numberAt(record, '__REALTIME_TIMESTAMP');
      if (time !== undefined) return time / MICROSECONDS;
    }
    return undefined;
  },
  open: journalReader,
});
