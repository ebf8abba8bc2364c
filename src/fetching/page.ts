import { count, plural } from '../core/format.ts';
import { listBlocks } from '../core/input-blocks.ts';
import type { Block, Line, Page } from '../core/page.ts';
import type { Counts } from './fetching.ts';
import { countsOf, type FetchReportOptions } from './outcome.ts';

/** What people read of a fetch. */
export function fetchPage(options: FetchReportOptions, all: Counts): Page {
  const { account, folder, wanted, mailboxes, problems, interrupted } = options;
  const { rehearsal, after } = wanted;
  const columns = columnsFor(all, after.kind, rehearsal);
  const anything = mailboxes.some((one) => columns.some(({ key }) => countsOf(one)[key] > 0));
  return {
    title: `${account} → ${folder}`,
    aside: asideOf(all, rehearsal, interrupted),
    blocks: [
      ...(anything ? [table(options, columns)] : []),
      ...remarks(options, all),
      ...listBlocks(
        'Could not be done',
        problems.map(({ path, error }) => `${path}: ${error}`),
      ),
    ],
    next: all.fetched + all.there > 0 && !rehearsal ? [`sendaudit dmarc ${quoted(folder)}`] : [],
  };
}

function asideOf(all: Counts, rehearsal: boolean, interrupted: boolean): Line {
  const { fetched, failed, tooLarge } = all;
  const what = rehearsal ? `${plural(fetched, 'mail')} would be fetched` : `${plural(fetched, 'mail')} fetched`;
  const notFetched = failed + tooLarge;
  return [
    fetched === 0 && notFetched === 0 && !rehearsal ? { text: 'nothing new', tone: 'good' } : what,
    ...(notFetched === 0 ? [] : [{ text: ` · ${count(notFetched)} not fetched`, tone: 'bad' } as const]),
    ...(interrupted ? [' · interrupted'] : []),
  ];
}

interface CountColumn {
  readonly key: keyof Counts;
  readonly title: string;
}

/** What is always said, and what happened at all. */
function columnsFor(
  all: Counts,
  after: FetchReportOptions['wanted']['after']['kind'],
  rehearsal: boolean,
): CountColumn[] {
  const taken = after === 'move' ? 'moved' : 'deleted';
  const always: CountColumn[] = [
    { key: 'fetched', title: rehearsal ? 'to fetch' : 'fetched' },
    { key: 'there', title: 'here before' },
    { key: 'withoutReport', title: 'no report' },
  ];
  const seldom: CountColumn[] = [
    { key: 'tooLarge', title: 'too large' },
    { key: 'failed', title: 'failed' },
    { key: 'gone', title: 'gone' },
    { key: 'left', title: 'not yet' },
  ];
  return [
    ...always,
    ...seldom.filter(({ key }) => all[key] > 0),
    ...(after === 'leave' ? [] : [{ key: 'taken', title: rehearsal ? `to be ${taken}` : taken } as const]),
  ];
}

const table = ({ mailboxes }: FetchReportOptions, columns: readonly CountColumn[]): Block => ({
  kind: 'table',
  columns: [{ title: 'mailbox', shrinks: true }, ...columns.map(({ title }) => ({ title, align: 'right' as const }))],
  rows: mailboxes.map((mailbox) => {
    const counts = countsOf(mailbox);
    return { cells: [mailbox.name, ...columns.map(({ key }) => count(counts[key]))] };
  }),
});

/** What the columns do not say by themselves. */
function remarks({ mailboxes, wanted, unreadable, interrupted }: FetchReportOptions, all: Counts): Block[] {
  const marked = mailboxes.reduce((sum, one) => sum + one.marked, 0);
  const unsafe = mailboxes.reduce((sum, one) => sum + one.unsafe, 0);
  const { rehearsal } = wanted;
  const lines: Line[] = [
    ...(rehearsal ? ['A rehearsal: nothing was written, and nothing on the server has changed.'] : []),
    ...(all.withoutReport > 0 && !wanted.everyMail
      ? [
          `${plural(all.withoutReport, 'mail')} without an attachment that may be a report ${wasWere(all.withoutReport)} left; --every-mail fetches them, too.`,
        ]
      : []),
    ...(all.left > 0 && !interrupted
      ? [`${plural(all.left, 'mail')} ${wasWere(all.left)} left for the next time, by --limit.`]
      : []),
    ...(marked > 0
      ? [
          `${plural(marked, 'mail')} ${wasWere(marked)} only marked as deleted: the server cannot remove single mails (UIDPLUS), and removing all that are marked would take others with them.`,
        ]
      : []),
    ...(unsafe > 0
      ? [
          `${plural(unsafe, 'mail')} fetched before ${wasWere(unsafe)} left on the server: the files are gone from the folder. --all fetches them again.`,
        ]
      : []),
    ...(unreadable > 0
      ? [
          `${plural(unreadable, 'line')} of what was fetched before could not be read; those mails were looked at again.`,
        ]
      : []),
  ];
  return lines.length === 0 ? [] : [{ kind: 'lines', lines }];
}

const wasWere = (value: number): string => (value === 1 ? 'was' : 'were');

/** For a shell. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./~-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
