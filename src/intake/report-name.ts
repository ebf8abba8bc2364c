/** What the name or the type of an attachment promises. */
export type Claim = 'report' | 'archive' | 'none';

/** `receiver!domain!begin!end` and what may follow (RFC 9990 §3.5.1, RFC 8460 §5.1), or a packed report by its ending. */
const REPORT = /![^!]+!\d{6,12}!\d{6,12}|\.(?:xml|json)\.?(?:gz|gzip|zip|zst|bz2|xz)$/i;
const REPORT_TYPE = /^application\/(?:x-)?tlsrpt\b/;
const ARCHIVE = /\.(?:xml|gz|gzip|zip|tgz|tar|zst)$/i;
const ARCHIVE_TYPE =
  /^(?:application|text)\/(?:(?:x-)?(?:gzip|zip|zip-compressed|gzip-compressed|xml)|zstd|gzip\+xml)$/;

/** Whether an attachment says that it is a report, or at least what reports come in. */
export function claimOf(name: string | undefined, type: string): Claim {
  if (REPORT_TYPE.test(type) || (name !== undefined && REPORT.test(name))) return 'report';
  return ARCHIVE_TYPE.test(type) || (name !== undefined && ARCHIVE.test(name)) ? 'archive' : 'none';
}
