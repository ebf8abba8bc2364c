import { NO_FINDINGS, NO_JUDGEMENTS, type Inputs, type Report } from '../core/report.ts';
import type { Counts } from './fetching.ts';
import { countsOf, type FetchReportOptions } from './outcome.ts';
import { fetchPage } from './page.ts';

const COUNTED = ['fetched', 'there', 'withoutReport', 'tooLarge', 'failed', 'gone', 'left'] as const;

/** What was fetched, and what was not. */
export function fetchReport(options: FetchReportOptions): Report {
  const { account, folder, wanted, mailboxes, mails, unlisted, problems, unreadable, interrupted, startedAt } = options;
  const counts = totals(mailboxes.map((one) => countsOf(one)));
  const inputs: Inputs = {
    read: counts.fetched,
    failed: problems,
    repairs:
      unreadable === 0
        ? []
        : [{ path: folder, what: `${unreadable} lines of what was fetched before are damaged, and were not trusted` }],
  };
  return {
    command: 'fetch',
    startedAt,
    inputs,
    summary: {
      ...NO_FINDINGS,
      inconclusive: problems.length,
      exitCode: interrupted ? 130 : problems.length > 0 ? 3 : 0,
    },
    ...NO_JUDGEMENTS,
    page: () => fetchPage(options, counts),
    body: () => ({
      account,
      folder,
      dryRun: wanted.rehearsal,
      totals: { mails: sum(counts), ...counts },
      mailboxes: mailboxes.map((one) => {
        const own = countsOf(one);
        return {
          mailbox: one.name,
          ...(one.age === undefined ? {} : { uidValidity: one.age.uidValidity }),
          mails: sum(own),
          ...own,
          markedOnly: one.marked,
        };
      }),
      mails,
      mailsOmitted: unlisted,
    }),
    lines: () => mails,
    *table() {
      yield ['mailbox', 'uidValidity', 'uid', 'octets', 'file'];
      for (const { mailbox, uidValidity, uid, octets, file } of mails) yield [mailbox, uidValidity, uid, octets, file];
    },
  };
}

const sum = (counts: Counts): number => COUNTED.reduce((all, key) => all + counts[key], 0);

function totals(all: readonly Counts[]): Counts {
  const keys = [...COUNTED, 'taken'] as const;
  return Object.fromEntries(
    keys.map((key) => [key, all.reduce((before, counts) => before + counts[key], 0)]),
  ) as unknown as Counts;
}
