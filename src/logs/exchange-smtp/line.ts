/** A line of Exchange's protocol log: what was said in which session, or what the server notes about it. */
export interface ExchangeLine {
  /** Seconds since 1970, UTC. */
  readonly time: number;
  readonly connector: string;
  readonly session: string;
  readonly local: string;
  readonly remote: string;
  /** Begins, ends, sent, received, noted. */
  readonly event: '+' | '-' | '>' | '<' | '*';
  readonly data: string;
  readonly context: string;
}

const CELL = String.raw`("(?:[^"]|"")*"|[^,]*)`;
/** `2026-11-09T10:00:00.123Z,Internet,08DAF3C4B9D9A7A1,4,192.0.2.9:18021,198.51.100.7:25,<,250 2.1.0 Ok,`. */
const LINE = new RegExp(
  String.raw`^\uFEFF?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z),${CELL},([\dA-F]{8,32}),\d{1,9},([^,]{0,100}),([^,]{0,100}),([-+<>*]),(.*)$`,
);
const QUOTED = new RegExp(`^${CELL},(.*)$`);

/** Undefined where it is none. */
export function exchangeLine(text: string): ExchangeLine | undefined {
  const match = LINE.exec(text.trimEnd());
  if (match === null) return undefined;
  const [, stamp = '', connector = '', session = '', local = '', remote = '', event = '', rest = ''] = match;
  const time = Date.parse(stamp) / 1000;
  if (Number.isNaN(time)) return undefined;
  const said = event === '<' || event === '>';
  const [data, context] = said && !rest.startsWith('"') ? [rest.replace(/,$/, ''), ''] : cellsIn(rest);
  return {
    time,
    connector: bare(connector),
    session,
    local,
    remote,
    event: event as ExchangeLine['event'],
    data: data.trim(),
    context: context.trim(),
  };
}

function cellsIn(rest: string): readonly [string, string] {
  const [, data = rest, context = ''] = QUOTED.exec(rest) ?? [];
  return [bare(data), bare(context)];
}

const bare = (cell: string): string =>
  cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
