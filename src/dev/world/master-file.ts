/** A zone as one master file (RFC 1035 §5). */
export interface Zone {
  /** Without the final dot. */
  readonly origin: string;
  readonly text: string;
}

const NAME_SERVERS = ['ns1.levante-dns.example.', 'ns2.poniente-dns.example.'] as const;

interface ZoneParts {
  /** Comment lines that tell what the zone is here for. */
  readonly about: readonly string[];
  readonly records: string;
}

/** A zone with sane timers (RFC 1912 §2.2) on the world's two name servers. */
export function zone(origin: string, { about, records }: ZoneParts): Zone {
  const header = [
    ...about.map((line) => `; ${line}`),
    `$ORIGIN ${origin}.`,
    '$TTL 3600',
    `@\tIN SOA ${NAME_SERVERS[0]} hostmaster.levante-dns.example. (`,
    '\t\t2026100101 ; serial',
    '\t\t7200       ; refresh',
    '\t\t3600       ; retry',
    '\t\t1209600    ; expire',
    '\t\t3600 )     ; negative answers',
    ...NAME_SERVERS.map((server) => `\tIN NS ${server}`),
  ];
  return { origin, text: `${header.join('\n')}\n\n${records.trim()}\n` };
}

/** NS records that hand zones on to the same two name servers. */
export const delegations = (labels: readonly string[]): string =>
  labels.flatMap((label) => NAME_SERVERS.map((server) => `${label}\tIN NS ${server}`)).join('\n');

const STRING_OCTETS = 255; // RFC 1035 §3.3

/** TXT data: one string, or several in parentheses where the text is longer than a string may be. */
export function txt(value: string): string {
  if (value.length <= STRING_OCTETS) return `IN TXT "${value}"`;
  const strings: string[] = [];
  for (let start = 0; start < value.length; start += STRING_OCTETS) {
    strings.push(`"${value.slice(start, start + STRING_OCTETS)}"`);
  }
  return `IN TXT ( ${strings.join('\n\t\t')} )`;
}

/** An SPF record that allows these ranges, in a provider's zone. */
export const spfOf = (ranges: readonly string[], rest = '-all'): string =>
  txt(['v=spf1', ...ranges.map((range) => `${range.includes(':') ? 'ip6' : 'ip4'}:${range}`), rest].join(' '));

/** A DKIM key record (RFC 6376 §3.6.1). */
export const dkimKey = (p: string): string => txt(`v=DKIM1; k=rsa; p=${p}`);
