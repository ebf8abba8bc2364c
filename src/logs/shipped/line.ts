import { ANY_TIME } from '../any-time.ts';
import type { JsonObject } from '../format.ts';
import { numberAt, objectAt, textAt } from '../json/at.ts';
import { isObject } from '../json/parsed.ts';
import { epochOf } from '../json/time.ts';
import type { Stamp } from '../syslog/stamp-on.ts';
import { stampOf } from '../syslog/stamp.ts';

/** Keys under which collectors hand on the line: Docker, Fluent Bit, Vector, Loki, Splunk, Google Cloud, CloudWatch, GELF, Azure Monitor, VictoriaLogs, Proofpoint. */
export const TEXTS = [
  'log',
  'message',
  'MESSAGE',
  'msg',
  'line',
  '_raw',
  'textPayload',
  '@message',
  'short_message',
  'full_message',
  'SyslogMessage',
  '_msg',
  'original',
  'body',
  'data',
];
/** What all of it may lie in: Elasticsearch's hits, Splunk's results, Google Cloud's payloads. */
const AROUND = ['_source', 'result', 'jsonPayload', 'fields', 'event', 'attributes', 'data'];
export const TIMES = [
  '@timestamp',
  'timestamp',
  'time',
  '__REALTIME_TIMESTAMP',
  '_time',
  'ts',
  'date',
  'datetime',
  'eventTime',
  'receiveTimestamp',
  'TimeGenerated',
];
export const HOSTS = ['hostname', '_HOSTNAME', 'HOSTNAME', 'host', 'logsource', 'syslog_host', 'computer', 'Computer'];
export const PROGRAMS = [
  'program',
  'ident',
  'appname',
  'app_name',
  'syslogtag',
  'SYSLOG_IDENTIFIER',
  'syslog_identifier',
  'syslog_program',
  'process',
  'daemon',
  'ProcessName',
  'tag',
];
export const PROCESSES = ['pid', 'procid', 'proc_id', 'SYSLOG_PID', '_PID', 'syslog_pid', 'ProcessID'];
/** Graylog's host; Docker's fluentd driver says `stdout` there, and Splunk the name of a file. */
const SOURCE = 'source';
const NO_HOST = /^std(?:out|err)$|\//;

/** `postfix/smtp[4711]:`, `sm-mta` */
const TAG = /^([^[\]\s:]+)(?:\[(\d+)\])?:?$/;
/** A text that begins with the program's name. */
const TAGGED = /^(?:[\w.-]+\/[\w/-]+(?:\[\d+\])?|[\w.-]+\[\d+\]): /;
/** RFC 3339, which leaves nothing out: looked at first, since what else a line may begin with takes ten times as long. */
const WHOLE_STAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T[0-2]\d:[0-5]\d:[0-6]\d(?:\.\d{1,9})?(?:Z|[+-][01]\d:[0-5]\d) (?!std)/;
/** Colours of a terminal. */
// oxlint-disable-next-line no-control-regex -- it is the escape character that is meant
const COLOUR = /\u001B\[[\d;]*m/g;

/** The lines of a log that an object holds: one, or the many of a stream of Loki's. */
export function linesIn(object: JsonObject): readonly string[] {
  const line = lineIn(object);
  if (line !== undefined) return [line];
  const { stream, values } = object;
  if (!Array.isArray(values) || !isObject(stream)) return [];
  return values.map((pair) => lineOfPair(pair, stream)).filter((one) => one !== undefined);
}

/** `["1651918780123456789", "…"]`, with the labels of its stream. */
function lineOfPair(pair: unknown, labels: JsonObject): string | undefined {
  if (!Array.isArray(pair)) return undefined;
  const [timestamp, log] = pair as readonly unknown[];
  return typeof log === 'string' ? lineIn({ ...labels, '@timestamp': timestamp, log }) : undefined;
}

/** The line of a log that an object holds, with a stamp before it; undefined where there is none, or no time for it. */
export function lineIn(object: JsonObject): string | undefined {
  const holder = holderIn(object);
  if (holder === undefined) return undefined;
  const text = plain(textAt(holder, keyOf(holder)) ?? '');
  if (text === '') return undefined;
  if (WHOLE_STAMP.test(text)) return text;
  const own = stampOf(text, ANY_TIME);
  // What the program's own stamp leaves out, the collector's has.
  if (own !== undefined && own.assumed === undefined) return text;
  const stamp = stampIn(holder) ?? stampIn(object);
  if (own !== undefined) return withStamp(text, own, stamp);
  return stamp === undefined ? undefined : `${stamp} ${withTag(text, holder, object)}`;
}

function holderIn(object: JsonObject): JsonObject | undefined {
  if (keyOf(object) !== '') return object;
  return AROUND.map((key) => objectAt(object, key)).find((inner) => inner !== undefined && keyOf(inner) !== '');
}

function withStamp(text: string, own: Stamp, stamp: string | undefined): string {
  const assumed = stamp === undefined ? 'year and zone' : stampOf(`${stamp} `, ANY_TIME)?.assumed;
  if (assumed === undefined) return `${stamp} ${text}`;
  // Neither names a zone: of the two one is enough, that with the year.
  return assumed === 'zone' && own.assumed !== 'zone' ? `${stamp}${text.slice(own.end)}` : text;
}

const keyOf = (object: JsonObject): string => TEXTS.find((key) => typeof object[key] === 'string') ?? '';

/** Nobody writes a line of another program into a message of his own. */
function plain(text: string): string {
  const line = (text.includes(ESCAPE) ? text.replaceAll(COLOUR, '') : text).trim();
  return LINE_END.test(line) ? line.replaceAll(LINE_ENDS, ' ') : line;
}
const ESCAPE = '\u001B';
const LINE_END = /[\r\n]/;
const LINE_ENDS = /[\r\n]+/g;

function stampIn(object: JsonObject): string | undefined {
  for (const key of TIMES) {
    const value = object[key];
    if (typeof value === 'string' && stampOf(`${value} `, ANY_TIME)?.start === 0 && !/^\d+(?:\.\d+)?$/.test(value))
      return value;
    const time = epochOf(value);
    if (time !== undefined) return new Date(time * MILLISECONDS).toISOString();
  }
  return undefined;
}
const MILLISECONDS = 1000;

function withTag(text: string, holder: JsonObject, object: JsonObject): string {
  const name = nameOf(HOSTS, holder) ?? nameOf(HOSTS, object) ?? sourceIn(holder);
  const host = name === undefined ? '' : `${oneWord(name)} `;
  if (TAGGED.test(text)) return `${host}${text}`;
  const tag = TAG.exec(nameOf(PROGRAMS, holder) ?? nameOf(PROGRAMS, object) ?? '');
  if (tag === null) return text;
  const process = tag[2] ?? processIn(holder) ?? processIn(object);
  return `${host}${tag[1]}${process === undefined ? '' : `[${process}]`}: ${text}`;
}

function sourceIn(holder: JsonObject): string | undefined {
  const source = textAt(holder, SOURCE);
  return source === undefined || NO_HOST.test(source) ? undefined : source;
}

/** A name, or the name in an object of that name: `"host": {"name": "mx1"}`. */
function nameOf(keys: readonly string[], object: JsonObject): string | undefined {
  for (const key of keys) {
    const inner = objectAt(object, key);
    const name = textAt(object, key) ?? textAt(inner, 'hostname') ?? textAt(inner, 'name');
    if (name !== undefined) return name.trim();
  }
  return undefined;
}

function processIn(object: JsonObject): number | undefined {
  for (const key of PROCESSES) {
    const number = numberAt(object, key);
    if (number !== undefined && Number.isSafeInteger(number) && number >= 0) return number;
  }
  return numberAt(objectAt(object, 'process'), 'pid');
}

const oneWord = (text: string): string => text.replaceAll(/[\s:[\]]+/g, '_') || '-';
