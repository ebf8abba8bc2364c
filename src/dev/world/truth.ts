import { PERIOD } from './calendar.ts';
import type { Delivery } from './deliveries.ts';
import { DNS_TRUTH } from './dns-truth.ts';
import type { Report, Row } from './reports.ts';
import { DOMAIN, STREAMS, type StreamStory } from './story.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const messagesOf = (rows: readonly Row[]): number => sum(rows.map(({ count }) => count));
const passing = (rows: readonly Row[]): Row[] => rows.filter((row) => row.dkimAligned || row.spfAligned);

/** What a reader of all deliveries must come to, taken from the story and not from what was written. */
export function truthOf(deliveries: readonly Delivery[]): object {
  const reports = deliveries.filter(({ status }) => status === 'read').flatMap((delivery) => delivery.reports);
  const rows = reports.flatMap(({ report }) => report.rows);
  const having = (status: Delivery['status']): number =>
    deliveries.filter((delivery) => delivery.status === status).length;
  return {
    sender: DOMAIN,
    period: PERIOD,
    totals: {
      files: deliveries.length,
      reports: reports.length,
      reporters: new Set(reports.map(({ report }) => report.reporter.org)).size,
      duplicates: having('duplicate'),
      unreadable: having('unreadable'),
      records: rows.length,
      messages: messagesOf(rows),
      pass: messagesOf(passing(rows)),
      fail: messagesOf(rows) - messagesOf(passing(rows)),
      sources: new Set(rows.map(({ sourceIp }) => sourceIp)).size,
    },
    streams: STREAMS.map((stream) => streamTruth(stream, rows)),
    dns: DNS_TRUTH,
    files: deliveries.toSorted(byFile).flatMap(fileTruths),
  };
}

const byFile = (a: Delivery, b: Delivery): number => (a.file < b.file ? -1 : 1);

function streamTruth(stream: StreamStory, all: readonly Row[]): object {
  const rows = all.filter((row) => row.stream === stream.key);
  return {
    key: stream.key,
    provider: stream.provider,
    class: stream.class,
    story: stream.story,
    headerFrom: [...new Set(rows.map(({ headerFrom }) => headerFrom))].toSorted(),
    messages: messagesOf(rows),
    pass: messagesOf(passing(rows)),
    dkimAligned: messagesOf(rows.filter(({ dkimAligned }) => dkimAligned)),
    spfAligned: messagesOf(rows.filter(({ spfAligned }) => spfAligned)),
    sources: new Set(rows.map(({ sourceIp }) => sourceIp)).size,
    records: rows.length,
  };
}

/** One entry a report, so an archive with two reports has two; rows in the order of the document's records. */
function fileTruths(delivery: Delivery): object[] {
  const { file, status, note } = delivery;
  const path = `dmarc/${file}`;
  const about = note === undefined ? {} : { note };
  if (delivery.reports.length === 0) return [{ path, status, ...about }];
  return delivery.reports.map(({ report, member }) => ({
    path,
    ...(member === undefined ? {} : { member }),
    status,
    ...about,
    ...reportTruth(report),
    ...(status === 'read'
      ? { rows: report.rows.map(({ sourceIp, count, stream }) => ({ sourceIp, count, stream })) }
      : {}),
  }));
}

const reportTruth = (report: Report): object => ({
  reporter: report.reporter.org,
  reportId: report.id,
  begin: report.begin,
  end: report.end,
  records: report.rows.length,
  messages: messagesOf(report.rows),
});

const LINE_LENGTH = 110;

/** JSON with small objects on one line each, so that a changed row is one changed line. */
export function jsonOf(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || (line.length <= LINE_LENGTH && !/[[{]/.test(line.slice(1)))) {
    return line;
  }
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => `${deeper}${jsonOf(item, deeper)}`)
    : Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${jsonOf(item, deeper)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}
