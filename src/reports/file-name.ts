/** What the name of a report's file says as well. */
export interface NamedReport {
  readonly domain: string;
  /** Seconds since 1970, UTC. */
  readonly begin: number;
  readonly end: number;
}

/** `google.com!example.com!1778544000!1778630399!001.json.gz` (RFC 9990 §3.5.1, RFC 8460 §5.1). */
const FILE_NAME = /(?:^|[/\\\s›])[^!/\\\s]+!([^!/\\\s]+)!(\d{9,11})!(\d{9,11})(?=[!.]|$)[^/\\]*$/;

/** Undefined where the name is not of that form. */
export function namedReport(path: string): NamedReport | undefined {
  const [, domain, begin, end] = FILE_NAME.exec(path) ?? [];
  return domain === undefined ? undefined : { domain, begin: Number(begin), end: Number(end) };
}
