import type { Readable } from 'node:stream';
import { open } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import type { Place } from '../core/facts.ts';
import { systemFault } from '../core/system-fault.ts';
import type { Config } from './config/config.ts';
import { domainName, domainNameIn } from './domain-name.ts';
import type { Io } from './io.ts';

/** A domain to audit, and where it is written down, when it comes from a file. */
export interface WantedDomain {
  readonly domain: string;
  readonly declaredAt?: Place;
}
export interface WantedDomains {
  readonly domains: readonly WantedDomain[];
  /** Lines of lists that hold no domain. */
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/** More is somebody's log file; the limit keeps memory bounded. */
const MOST_DOMAINS = 1_000_000;
const MOST_FAILED = 1000;
/** No line of a list is longer; what is, is cut before it is shown. */
const LONGEST_SHOWN = 80;

/** The domains named: as operands, in `--list` files, on standard input for `-`; else those of the settings. */
export async function wantedDomains(
  operands: readonly string[],
  lists: readonly string[],
  config: Config,
  io: Io,
): Promise<WantedDomains> {
  const domains = new Map<string, WantedDomain>();
  const failed: { path: string; error: string }[] = [];
  const add = (domain: string, declaredAt?: Place): void => {
    if (domains.size >= MOST_DOMAINS) throw new UserError(`more than ${MOST_DOMAINS} domains are named`);
    const place = declaredAt ?? config.domains.get(domain)?.place;
    if (!domains.has(domain)) domains.set(domain, { domain, ...(place === undefined ? {} : { declaredAt: place }) });
  };
  for (const operand of operands) if (operand !== '-') add(domainName(operand));
  for (const file of new Set([...lists, ...(operands.includes('-') ? ['-'] : [])]))
    for await (const { line, number } of linesOf(file, io.stdin)) {
      const typed = firstField(line);
      if (typed === '') continue;
      const place = { file: file === '-' ? 'standard input' : file, line: number };
      const domain = domainNameIn(typed);
      if (domain !== undefined) add(domain, place);
      else if (failed.length < MOST_FAILED)
        failed.push({ path: `${place.file}:${number}`, error: `\`${cut(typed)}\` is no domain name` });
    }
  if (operands.length === 0 && lists.length === 0) for (const domain of config.domains.keys()) add(domain);
  return { domains: [...domains.values()], failed };
}

const cut = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

/** The first column of a list or CSV; what follows `#` is a comment. */
const firstField = (line: string): string =>
  (/^\uFEFF?[\s"']*([^"',;#]*)/.exec(line)?.[1] ?? '').trim().replace(/\.$/, '');

async function* linesOf(file: string, stdin: Readable): AsyncGenerator<{ line: string; number: number }> {
  const { createInterface } = await import('node:readline');
  const unreadable = (error: unknown): never => {
    throw new UserError(`cannot read the list ${file}`, systemFault(error));
  };
  const opened = file === '-' ? undefined : await open(file).catch(unreadable);
  const input = opened === undefined ? stdin : opened.createReadStream({ encoding: 'utf8' });
  // The line reader tells nobody that its input failed: a folder does, at the first octet.
  const failing = new Promise<never>((_, reject) => input.once('error', reject));
  failing.catch(() => {});
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (let number = 1; ; number++) {
    const { done = false, value } = await Promise.race([lines.next(), failing]).catch(unreadable);
    if (done) return;
    yield { line: String(value), number };
  }
}

/** Nobody mails from the names of addresses. */
export const wholeZones = ({ apexes }: { readonly apexes: readonly string[] }): WantedDomain[] =>
  apexes.filter((apex) => apex !== '' && !/(?:^|\.)(?:in-addr|ip6)\.arpa$/.test(apex)).map((domain) => ({ domain }));

/** Why there is nothing to audit. */
export function nothingNamed(
  failed: readonly { readonly error: string }[],
  zone: readonly string[] | undefined,
  lists: readonly string[],
): UserError {
  const [first] = failed;
  const empty = lists.map((file) => `${file === '-' ? 'standard input' : file} names none`).join(', ');
  const why = first?.error ?? (zone === undefined ? empty : `${zone.join(', ')} gives no zone whole, with its SOA`);
  return new UserError('no domain given', why === '' ? undefined : why, 'sendaudit check example.com');
}
