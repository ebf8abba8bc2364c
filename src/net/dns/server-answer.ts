import { readAnswer, soaOf } from './answer.ts';
import type { Useless } from './answer.ts';
import { CLASS_IN, NOERROR, TYPE_CODES } from './codes.ts';
import type { DnsMessage, WireRecord } from './message.ts';
import type { RecordType } from '../net.ts';
import { readRecord } from './rdata.ts';
import type { ServerAnswer } from '../services.ts';

/** What one server said itself; never `failed`. */
export interface OwnWord<T extends RecordType> {
  readonly kind: 'own-word';
  readonly answer: ServerAnswer<T>;
}

const malformed: Useless = { kind: 'useless', failure: 'malformed', what: 'malformed answer' };
const lame = (what: string): Useless => ({ kind: 'useless', failure: 'lame', what });

/**
 * Reads what a server that was asked without recursion says itself. Data without the AA bit are an answer, too: where
 * they are from is for the judge to think about. A server that says nothing of the name is `lame`.
 */
export function readServerAnswer<T extends RecordType>(
  message: DnsMessage,
  name: string,
  type: T,
): OwnWord<T> | Useless {
  const { authoritative } = message;
  const referral = readReferral(message, name);
  if (referral) return referral;
  const step = readAnswer(message, name, type);
  if (step.kind === 'useless') return step;
  if (step.kind === 'alias') {
    const looping = new Set([name, ...step.targets]).size <= step.targets.length;
    return looping ? malformed : lame(`only that it is an alias of ${step.targets.at(-1)}`);
  }
  const { answer } = step;
  if (answer.status === 'failed') return malformed;
  // RFC 2308 §2.2: without SOA, only an authoritative server can mean "no data" by an empty answer
  if (answer.status === 'nodata' && !authoritative && !soaOf(message)) return lame('an empty answer');
  return { kind: 'own-word', answer: { ...answer, authoritative } };
}

/** NOERROR without an answer, not authoritative, NS records in the authority section (RFC 1034 §4.3.2 step 3b). */
function readReferral(message: DnsMessage, name: string): OwnWord<never> | Useless | undefined {
  if (message.rcode !== NOERROR || message.authoritative || message.answers.length > 0 || soaOf(message)) {
    return undefined;
  }
  const found = message.authorities.filter((record) => isNs(record));
  const [first] = found;
  if (!first) return undefined;
  const zone = first.name;
  // To the root, or to where the name is not: servers that do not know the zone send one away like that
  const leads = zone !== '' && (name === zone || name.endsWith(`.${zone}`));
  if (!leads) return lame(`only a referral to ${zone === '' ? 'the root' : zone}`);
  const read = found.filter((record) => record.name === zone).map((record) => readRecord(message.bytes, record, 'NS'));
  const nameServers = read.flatMap((record) => (record ? [record.target] : []));
  if (nameServers.length < read.length) return malformed;
  return { kind: 'own-word', answer: { status: 'referral', zone, nameServers } };
}

const isNs = (record: WireRecord): boolean => record.type === TYPE_CODES.NS && record.class === CLASS_IN;
