import type { MetadataDraft, Mutable, PolicyDraft, RecordDraft, Said } from './drafts.ts';
import type { NamedReport } from '../file-name.ts';
import { ReportFault } from './fault.ts';
import { canonicalIp } from './ip-address.ts';
import { ipInText } from './ip-in-text.ts';
import type { Notes } from './notes.ts';
import type { DmarcRecord, ReportHead } from './row.ts';
import { type Instant, instant, messageCount, reporterByAddress } from './values.ts';

/** The finished record. `place` and `line` are for the notes on what had to be put right. */
export function recordFrom(
  draft: RecordDraft,
  policyDomain: string,
  notes: Notes,
  place: number,
  line: number,
): DmarcRecord {
  const { sourceIp: source = '', count: counted } = draft;
  const sourceIp = canonicalIp(source) ?? lessPlainIp(source, notes, place, line);
  const count = counted === undefined ? undefined : messageCount(counted);
  if (count === undefined) {
    const what = counted === undefined ? 'no count' : `the count "${shown(counted)}", which is no number of messages`;
    notes.add('count is no number', `record ${place} has ${what}: its messages are not counted`, line);
  }
  if (draft.rows > 1) {
    notes.add('a record with several rows', `record ${place} has ${draft.rows} rows: only the first counts`, line);
  }
  if (draft.headerFrom === undefined) {
    notes.add('header_from is missing', `record ${place} has no header_from: the policy domain stands in for it`, line);
  }
  return recordOf(draft, draft.headerFrom ?? policyDomain, sourceIp, count ?? 0);
}

/** What stands in the place of an address, noted: read where it holds one, otherwise kept as it is. */
function lessPlainIp(source: string, notes: Notes, place: number, line: number): string {
  const found = ipInText(source);
  const what =
    source === ''
      ? 'has no source_ip'
      : found === undefined
        ? `has the source_ip "${shown(source)}", which is no IP address: kept as it is`
        : `has the source_ip "${shown(source)}", read as ${found}`;
  notes.add('source_ip is no IP address', `record ${place} ${what}`, line);
  return found ?? source;
}

function recordOf(said: Said, headerFrom: string, sourceIp: string, count: number): DmarcRecord {
  const { disposition, dkimAligned, spfAligned, envelopeFrom, envelopeTo, overrides, dkim, spf } = said;
  const record: Mutable<DmarcRecord> = { sourceIp, count, overrides, headerFrom, dkim, spf };
  if (disposition !== undefined) record.disposition = disposition;
  if (dkimAligned !== undefined) record.dkimAligned = dkimAligned;
  if (spfAligned !== undefined) record.spfAligned = spfAligned;
  if (envelopeFrom !== undefined) record.envelopeFrom = envelopeFrom;
  if (envelopeTo !== undefined) record.envelopeTo = envelopeTo;
  return record;
}

/** A record to make others of that say the same; undefined where there would be something to note about each. */
export const patternOf = (said: Said): DmarcRecord | undefined =>
  said.headerFrom === undefined || said.rows !== 1 ? undefined : recordOf(said, said.headerFrom, '', 0);

/** A copy takes a third of the time that it takes to put a record together. */
export function recordLike(pattern: DmarcRecord, sourceIp: string, count: number): DmarcRecord {
  const record: Mutable<DmarcRecord> = { ...pattern };
  record.sourceIp = sourceIp;
  record.count = count;
  return record;
}

/** A record with neither address nor messages: what o2.pl and WP write where nothing came in. */
export const isBlank = ({ sourceIp, count }: Pick<RecordDraft, 'sourceIp' | 'count'>): boolean =>
  sourceIp === undefined && count !== undefined && messageCount(count) === 0;

/** What stands outside a report's metadata and policy, for what they leave out. */
export interface Beside {
  /** Stands in for a missing policy domain: a report is about one domain. */
  readonly firstHeaderFrom: string | undefined;
  readonly named: NamedReport | undefined;
}

/** The finished head. */
export function headFrom(
  metadata: MetadataDraft,
  policyDraft: PolicyDraft,
  { firstHeaderFrom, named }: Beside,
  notes: Notes,
): ReportHead {
  const { orgName, email, reportId, generator } = metadata;
  const begin = reportTime('begin', metadata, named, notes);
  const end = reportTime('end', metadata, named, notes);
  if (end < begin) notes.add('date_range', `date_range ends before it begins (${begin} to ${end}): kept as it is`);
  const reporter = orgName ?? reporterByAddress(email) ?? 'unknown reporter';
  if (orgName === undefined) notes.add('org_name', `org_name is missing: the reporter is called "${shown(reporter)}"`);
  if (reportId === undefined) notes.add('report_id', 'report_id is missing');
  const { domain, ...policy } = policyDraft;
  if (domain === undefined) {
    const what =
      firstHeaderFrom === undefined ? '' : `: "${shown(firstHeaderFrom)}", the first header_from, stands in for it`;
    notes.add('policy domain', `policy_published has no domain${what}`);
  }
  const head: Mutable<ReportHead> = {
    reporter,
    reportId: reportId ?? '',
    begin,
    end,
    policyDomain: domain ?? firstHeaderFrom ?? '',
    policy,
    errors: metadata.errors,
  };
  if (email !== undefined) head.reporterEmail = email;
  if (generator !== undefined) head.generator = generator;
  return head;
}

/** Without one end of the period, the file's name tells it, or else the other end has to do: no message is lost for it. */
function reportTime(
  name: 'begin' | 'end',
  metadata: MetadataDraft,
  named: NamedReport | undefined,
  notes: Notes,
): number {
  const raw = metadata[name];
  const time: Instant | undefined = raw === undefined ? undefined : instant(raw);
  if (time !== undefined) {
    if (time.repair !== undefined) notes.add(name, `date_range/${name} "${shown(raw ?? '')}" is ${time.repair}`);
    return time.seconds;
  }
  const why = raw === undefined ? 'is missing' : `is "${shown(raw)}", which is no time`;
  const other = name === 'begin' ? 'end' : 'begin';
  const stand = named?.[name] ?? instant(metadata[other] ?? '')?.seconds;
  if (stand === undefined) throw new ReportFault(`report_metadata/date_range/${name} ${why}`);
  const whose = named === undefined ? `the ${other}` : 'that of the file name';
  notes.add(name, `date_range/${name} ${why}: ${whose} stands in for it`);
  return stand;
}

/** Enough of a value to recognise it by. */
const shown = (raw: string): string => (raw.length > 60 ? `${raw.slice(0, 60)}…` : raw);
