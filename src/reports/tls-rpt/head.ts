import { domain, instant, reporterByAddress, reportIdentifier } from '../aggregate/values.ts';
import { namedReport } from '../file-name.ts';
import { memberOf, shown, textOf } from './fields.ts';
import type { JsonObject, NoteAt } from './json.ts';
import type { TlsPolicy, TlsReport } from './report.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The finished report. What the document does not say may stand in the name of its file. */
export function reportFrom(object: JsonObject, policies: readonly TlsPolicy[], path: string, note: NoteAt): TlsReport {
  const named = namedReport(path);
  const contact = textOf(object, ['contact-info'], note);
  const id = textOf(object, ['report-id'], note);
  if (id === undefined) note('report-id', 'report-id is missing', object.at);
  const report: Mutable<TlsReport> = {
    reporter: reporterOf(object, contact, note),
    reportId: id === undefined ? '' : reportIdentifier(id),
    policies: withDomains(policies, id ?? '', named?.domain, (what) => note('policy-domain', what, object.at)),
  };
  if (contact !== undefined) report.contact = contact;
  const begin = timeOf(object, 'start-datetime', named?.begin, note);
  const end = timeOf(object, 'end-datetime', named?.end, note);
  if (begin !== undefined) report.begin = begin;
  if (end !== undefined) report.end = end;
  if (begin !== undefined && end !== undefined && end < begin)
    note('date-range', 'date-range ends before it begins: kept as it is', object.at);
  return report;
}

function reporterOf(object: JsonObject, contact: string | undefined, note: NoteAt): string {
  const named = textOf(object, ['organization-name', 'organisation-name', 'org-name'], note);
  if (named !== undefined) return named;
  const reporter = reporterByAddress(contact) ?? 'unknown reporter';
  note('organization-name', `organization-name is missing: the reporter is called "${shown(reporter)}"`, object.at);
  return reporter;
}

function timeOf(object: JsonObject, name: string, inFileName: number | undefined, note: NoteAt): number | undefined {
  const range = memberOf(object, ['date-range']);
  const from = range?.kind === 'object' ? range : object;
  const written = textOf(from, [name, name.replace('-datetime', '-date')], note);
  const time = written === undefined ? undefined : instant(written);
  if (time !== undefined) {
    // RFC 3339 is what is asked for; what else could be read is told.
    if (time.repair !== 'read as a date') {
      const how = time.repair ?? 'read as seconds since 1970';
      note('date-range', `${name} "${shown(written ?? '')}" is ${how}`, from.at);
    }
    return time.seconds;
  }
  const why = written === undefined ? 'is missing' : `is "${shown(written)}", which is no time`;
  const stand = inFileName === undefined ? '' : ': that of the file name stands in for it';
  note('date-range', `${name} ${why}${stand}`, from.at);
  return inFileName;
}

/**
 * Postfix names no domain where it found no policy. What stands in for it: the domain of the report's MTA-STS policies,
 * that of the file name, or what the report's id ends in. The domain of a DANE policy may be a mail host's.
 */
function withDomains(
  policies: readonly TlsPolicy[],
  id: string,
  namedDomain: string | undefined,
  note: (what: string) => void,
): readonly TlsPolicy[] {
  if (policies.every((policy) => policy.domain !== '')) return policies;
  const others = new Set(policies.filter(({ type }) => type === 'sts').map((policy) => policy.domain));
  others.delete('');
  const [only] = others.size === 1 ? others : [];
  const inId = /[_+!]((?:[a-z\d-]{1,63}\.)+[a-z][a-z\d-]{1,62})$/i.exec(id)?.[1];
  const stand = only ?? namedDomain ?? inId;
  if (stand === undefined) {
    note('a policy has no policy-domain');
    return policies;
  }
  const whose =
    only !== undefined
      ? 'that of the report’s MTA-STS policy'
      : namedDomain === undefined
        ? 'what the report-id ends in'
        : 'that of the file name';
  note(`a policy has no policy-domain: ${whose}, ${shown(stand)}, stands in for it`);
  return policies.map((policy) => (policy.domain === '' ? { ...policy, domain: domain(stand) } : policy));
}
