import { byName } from '../core/order.ts';
import type { Answer, RecordType, Rr, RrOf } from '../net/net.ts';

/** What one question was answered with, before and after. TTLs are nobody's business here: they run down by themselves. */
export interface Change {
  readonly name: string;
  /** A record type; `HTTPS` for a web server, `SMTP` for a mail host, `SOA at ns1.example.net` for one name server. */
  readonly type: string;
  /** `undecided`: one of the two times it could not be found out, so nobody knows whether it changed. */
  readonly kind: 'appeared' | 'vanished' | 'changed' | 'undecided';
  /** Data in presentation form, sorted; empty where there was nothing. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly reason?: string;
}

/** What is compared, by its question. */
export type Asked = Pick<Change, 'name' | 'type'>;

/** The data of a record in presentation form: the room `net` knows how it is written. */
export type PrintRdata = (record: Rr) => string;

/** Undefined where the answers say the same. No failure of DNS is definite: the next resolver may have an answer. */
export function answerChange(
  name: string,
  type: RecordType,
  before: Answer,
  after: Answer,
  print: PrintRdata,
): Change | undefined {
  const asked = { name, type };
  if (before.status === 'failed' || after.status === 'failed')
    return undecided(asked, reasonOf(before), reasonOf(after), recordData(before, print), recordData(after, print));
  return differsInSerialOnly(before, after, print)
    ? undefined
    : textChange(asked, recordData(before, print), recordData(after, print));
}

const reasonOf = (answer: Answer): string | undefined => (answer.status === 'failed' ? answer.reason : undefined);

/** Undefined where the texts are the same. */
export function textChange(asked: Asked, before: readonly string[], after: readonly string[]): Change | undefined {
  if (before.join('\n') === after.join('\n')) return undefined;
  const kind = before.length === 0 ? 'appeared' : after.length === 0 ? 'vanished' : 'changed';
  return { ...asked, kind, before, after };
}

/** Where one side could not be found out, given why; where neither could, there is nothing to tell. */
export function undecided(
  asked: Asked,
  notBefore: string | undefined,
  notAfter: string | undefined,
  before: readonly string[],
  after: readonly string[],
): Change | undefined {
  if (notBefore !== undefined && notAfter !== undefined) return undefined;
  const reason = notAfter ?? `not known before: ${notBefore ?? ''}`;
  return { ...asked, kind: 'undecided', before, after, reason };
}

/** As much of an answer, of a resolver or of one server, as is compared. */
interface Data {
  readonly status: string;
  readonly via?: readonly string[];
  readonly records?: readonly Rr[];
}

/** The CNAMEs on the way are part of what is answered. */
export function recordData({ via = [], records = [] }: Data, print: PrintRdata): string[] {
  return [...via.map((target) => `CNAME ${target}`), ...records.map((record) => print(record)).toSorted(byName)];
}

/** Whoever signs a zone anew counts its serial up, though nothing that is published has changed. */
export function differsInSerialOnly(before: Data, after: Data, print: PrintRdata): boolean {
  const [one, other] = [onlySoa(before), onlySoa(after)];
  if (one === undefined || other === undefined || one.serial === other.serial) return false;
  return print({ ...one, serial: 0 }) === print({ ...other, serial: 0 });
}

function onlySoa({ via = [], records = [] }: Data): RrOf<'SOA'> | undefined {
  const [record] = records;
  return record?.type === 'SOA' && records.length === 1 && via.length === 0 ? record : undefined;
}
