import { cutGzipOf, gzipOf, zipOf, type Member } from './containers.ts';
import { feedback } from './document.ts';
import type { Container } from './reporter.ts';
import { allReports, type Report } from './reports.ts';
import { DOMAIN } from './story.ts';
import { documentOf } from './xml.ts';

/** A file as it came, and what is in it. */
export interface Delivery {
  /** Below `dmarc/`. */
  readonly file: string;
  readonly content: Buffer;
  readonly status: 'read' | 'duplicate' | 'unreadable';
  /** Why it is here, in a few words, where it is not simply a report. */
  readonly note?: string;
  /** One entry a report; `member` where an archive holds several. None in what cannot be read. */
  readonly reports: readonly { readonly report: Report; readonly member?: string }[];
}

/** Reports whose container is not what the file's name says. */
const MISNAMED: Readonly<Record<string, { readonly container: Container; readonly extension: string }>> = {
  'yahoo 13': { container: 'zip', extension: '.xml.gz' },
  'mimecast 23': { container: 'gz', extension: '.zip' },
  'fastmail 20': { container: 'gz', extension: '.xml' },
  'comcast 22': { container: 'xml', extension: '.xml.gz' },
};
/** Two reports that somebody packed together on a Mac. */
const ON_A_MAC: readonly string[] = ['gmx 6', 'web-de 6'];
/** Sent a second time, under another name and packed differently. */
const RESENT: Readonly<Record<string, { readonly container: Container; readonly extension: string }>> = {
  'google 6': { container: 'gz', extension: '.xml.gz' },
  'enterprise-outlook 8': { container: 'xml', extension: '.xml' },
  'comcast 13': { container: 'zip', extension: '.xml.zip' },
};

/** Everything that came in October, in no particular order. */
export function allDeliveries(): Delivery[] {
  const reports = allReports();
  const isOneOf =
    (slots: readonly string[]) =>
    (report: Report): boolean =>
      slots.includes(slotOf(report));
  const onAMac = reports.filter(isOneOf(ON_A_MAC));
  return [
    ...reports.filter((report) => !onAMac.includes(report)).map(delivered),
    packedOnAMac(onAMac),
    ...reports.filter(isOneOf(Object.keys(RESENT))).map(resent),
    errorPage(reports.find(isOneOf(['yahoo 27']))),
    cutShort(reports.find(isOneOf(['outlook 27']))),
  ];
}

const slotOf = ({ reporter, day }: Report): string => `${reporter.key} ${day}`;
/** Name of a report's file without extension (RFC 7489 §7.2.1.1). */
const baseName = ({ reporter, begin, end }: Report): string => `${reporter.submitter}!${DOMAIN}!${begin}!${end}`;
const xmlOf = (report: Report): Buffer => documentOf(feedback(report), report.reporter.shape);

function delivered(report: Report): Delivery {
  const misnamed = MISNAMED[slotOf(report)];
  const { container, extension } = misnamed ?? report.reporter;
  return {
    file: `${baseName(report)}${extension}`,
    content: packed(report, container),
    status: 'read',
    ...(misnamed === undefined ? {} : { note: `${container} inside, whatever the name says` }),
    reports: [{ report }],
  };
}

function packedOnAMac(reports: readonly Report[]): Delivery {
  const members = reports.map((report) => ({ name: `${baseName(report)}.xml`, content: xmlOf(report) }));
  return {
    file: 'october-mac.zip',
    content: zipOf([...members, ...members.map(({ name }) => ({ name: `__MACOSX/._${name}`, content: APPLE_DOUBLE }))]),
    status: 'read',
    note: 'two reports in one archive, and the files macOS adds',
    reports: reports.map((report) => ({ report, member: `${baseName(report)}.xml` })),
  };
}

/** The start of every `._` file: magic, version, filler. */
const APPLE_DOUBLE = Buffer.concat([
  Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0]),
  Buffer.from('Mac OS X        '),
  Buffer.alloc(8),
]);

function resent(report: Report): Delivery {
  const { container, extension } = RESENT[slotOf(report)] ?? report.reporter;
  return {
    // Sorts behind the first copy, so that it is the second in any order of reading.
    file: `resent-${baseName(report)}${extension}`,
    content: packed(report, container),
    status: 'duplicate',
    reports: [{ report }],
  };
}

function packed(report: Report, container: Container): Buffer {
  const content = xmlOf(report);
  const member: Member = { name: `${baseName(report)}.xml`, content };
  if (container === 'xml') return content;
  return container === 'gz' ? gzipOf(content) : zipOf([member]);
}

const ERROR_PAGE = `<!DOCTYPE html>
<html lang="en">
<head><title>503 Service Unavailable</title></head>
<body>
<h1>Service Unavailable</h1>
<p>The attachment could not be downloaded. Please try again later.<br>
<hr>
<address>webmail.casaluna.example</address>
</body>
</html>
`;

function errorPage(like: Report | undefined): Delivery {
  if (like === undefined) throw new Error('no report to name the error page after');
  const file = `${like.reporter.submitter}!${DOMAIN}!${like.begin + 86_400}!${like.end + 86_400}.xml`;
  const note = 'an error page of the web mail, saved in place of the report';
  return { file, content: Buffer.from(ERROR_PAGE), status: 'unreadable', note, reports: [] };
}

function cutShort(like: Report | undefined): Delivery {
  if (like === undefined) throw new Error('no report to cut short');
  const later = { ...like, begin: like.begin + 86_400, end: like.end + 86_400, id: `${like.id.slice(0, -4)}c0de` };
  const content = xmlOf({ ...later, rows: later.rows.slice(0, 3) });
  const length = content.indexOf('</record>') - 40;
  return {
    file: `${baseName(later)}.xml.gz`,
    content: cutGzipOf(content, length),
    status: 'unreadable',
    note: 'the download ended before the first record did',
    reports: [],
  };
}
