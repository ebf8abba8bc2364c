import type { Parsed } from '../core/facts.ts';
import { inOrder, printTagList, quote, type Correctable, type Tag } from './tag-list.ts';
import { parseReportUris, type ReportUri, type UriCode } from './uri.ts';
import { fieldsAsMeant, isValidWith, parseVersionedFields, type FieldCode } from './versioned-fields.ts';

export const TLS_RPT_VERSION = 'TLSRPTv1';
/** Reports go by mail or by POST, and nowhere else (RFC 8460 §3). */
const SCHEMES: ReadonlySet<string | undefined> = new Set(['mailto', 'https']);

/** The TXT record at `_smtp._tls`: where senders report how TLS to the domain's mail hosts went (RFC 8460 §3). */
export interface TlsRptRecord {
  readonly text: string;
  /** Where reports are to go, of all `rua` fields: the grammar lets there be several. */
  readonly rua: readonly ReportUri[];
  readonly extensions: readonly Tag[];
  /** Whether the text keeps to the grammar; a scheme that nobody reports to does. */
  readonly valid: boolean;
}

export type TlsRptCode =
  | FieldCode
  | UriCode
  | 'rua-missing'
  /** `https:///path`: nobody to report to. */
  | 'uri-host';

export type ParsedTlsRpt = Parsed<TlsRptRecord, TlsRptCode> & {
  readonly problems: readonly Correctable<TlsRptCode>[];
};

/** Reads the text of a TXT record at `_smtp._tls` (RFC 8460 §3). */
export function parseTlsRpt(text: string): ParsedTlsRpt {
  const { value: fields, problems: faults } = parseVersionedFields(text, TLS_RPT_VERSION, ['rua']);
  const lists = fields
    .filter(({ name }) => name === 'rua')
    .map(({ value, valueAt }) => parseReportUris(value, valueAt.start));
  const rua = lists.flatMap(({ uris }) => uris.map((uri) => withoutSize(uri)));
  const uriFaults = lists.flatMap(({ problems }) => problems.filter(({ code }) => code !== 'uri-scheme'));
  const problems: Correctable<TlsRptCode>[] = [
    ...faults,
    ...uriFaults.map((problem) => (problem.code === 'uri-size' ? sizeFault(text, problem) : problem)),
    ...rua.filter((uri) => uri.valid && !isReportable(uri)).map((uri) => targetFault(uri)),
  ];
  if (rua.length === 0) {
    problems.push({ code: 'rua-missing', message: 'There is no "rua=" with an address', start: 0, end: text.length });
  }
  return {
    value: {
      text,
      rua,
      extensions: fields.filter(({ name }) => name !== 'rua'),
      valid: isValidWith(problems.filter(({ code }) => code !== 'uri-scheme')),
    },
    problems: inOrder(problems),
  };
}

/** Whether senders can report there. */
export const isReportable = (uri: ReportUri): boolean =>
  uri.valid && uri.domain !== undefined && SCHEMES.has(uri.scheme) && hasHost(uri);

/** Parsers of web addresses take `https:///path` for a host `path`. */
const hasHost = ({ scheme, text }: ReportUri): boolean => scheme !== 'https' || /^https:\/\/[^/?#]/i.test(text);

/** The record as it was probably meant; undefined where no address is left that reports can go to. */
export function tlsRptAsMeant(...texts: readonly string[]): string | undefined {
  const fields = texts.flatMap((text) => fieldsAsMeant(text, ['rua']));
  const uris = fields.filter(({ name }) => name === 'rua').flatMap(({ value }) => meantUris(value));
  if (uris.length === 0) return undefined;
  const extensions = new Map(fields.filter(({ name }) => name !== 'rua').map((field) => [field.name, field]));
  const version = { name: 'v', value: TLS_RPT_VERSION };
  return printTagList([version, { name: 'rua', value: [...new Set(uris)].join(',') }, ...extensions.values()]);
}

/** What the grammar corrects is corrected, `http:` is taken for `https:`; the rest is left out. */
function meantUris(list: string): string[] {
  const { uris, problems } = parseReportUris(list);
  const corrections = new Map(problems.filter(({ code }) => code !== 'uri-size').map((fault) => [fault.start, fault]));
  return uris.flatMap((uri) => {
    const correction = uri.valid ? undefined : corrections.get(uri.start)?.replacement;
    const meant = (correction?.split(',') ?? [uri.text]).map((text) => text.replace(/^http:/i, 'https:'));
    return meant.flatMap((text) => {
      const read = parseReportUris(text).uris;
      return read.every((one) => isReportable(one)) ? read.map((one) => one.text) : [];
    });
  });
}

/** `!10m` is DMARC's; here an exclamation mark has to be percent-encoded (RFC 8460 §3). */
const withoutSize = ({ size, ...uri }: ReportUri): ReportUri => (size === undefined ? uri : { ...uri, valid: false });

const sizeFault = (text: string, { start, end }: Correctable): Correctable<UriCode> => ({
  code: 'uri-size',
  message: `TLS reports know no size limit such as ${quote(text.slice(start, end))}`,
  start,
  end,
  replacement: '',
});

function targetFault({ scheme, text, start, end }: ReportUri): Correctable<TlsRptCode> {
  if (scheme === 'https') return { code: 'uri-host', message: `${quote(text)} names no host`, start, end };
  const message = `TLS reports go to "mailto:" and "https:" URIs, and ${quote(text)} is neither`;
  return { code: 'uri-scheme', message, start, end };
}
