import { recordText } from '../core/record-text.ts';
import type { Dns, Rr } from '../net/net.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import { isMechanismTerm, isSpfRecord, parseSpf, withoutTerm } from '../protocols/spf.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { plannedDns } from '../spf/planned.ts';
import type { Change } from './change.ts';

export interface PlannedInput {
  readonly change: Change;
  readonly catalogue: Catalogue;
  /** Whether a name is the domain owner's to change. */
  readonly isOurs: (name: string) => boolean;
}

/** The DNS as it will be: `below`, which holds the planned zone, with what is to be published and taken away. */
export function plannedWorld(below: Dns, { change, catalogue, isOurs }: PlannedInput): Dns {
  const { spf, providers, withoutDomains } = change;
  const published = spf.size === 0 ? below : publishing(below, spf);
  const removed = new Set(providers);
  const isTheirs = (name: string): boolean => {
    const service = catalogue.bySpfInclude(name) ?? catalogue.byReturnPath(name);
    return service !== undefined && removed.has(service.id);
  };
  const left = providers.length === 0 ? published : withoutService(published, isOurs, isTheirs);
  return withoutDomains.length === 0 ? left : withoutNames(left, withoutDomains);
}

/** A record takes the place of the SPF record at its name, and of an alias there: nothing can stand beside one. */
function publishing(below: Dns, spf: ReadonlyMap<string, string>): Dns {
  const planned = plannedDns(below, spf);
  return {
    async resolve(name, type) {
      const text = type === 'TXT' ? spf.get(name) : undefined;
      if (text === undefined) return planned.resolve(name, type);
      const answer = await below.resolve(name, type);
      if (answer.status === 'failed' || answer.via.length === 0) return planned.resolve(name, type);
      const records = [{ name, type: 'TXT', ttl: 0, strings: textStrings(text) }];
      // The question is for TXT, so these are the records it asks for, which the compiler cannot see.
      return { status: 'ok', records, ttl: 0, authentic: false, via: [] } as unknown as typeof answer;
    },
    close: () => below.close(),
  };
}

/** A text as character-strings of 255 octets at most (RFC 1035 §3.3). */
const textStrings = (text: string): string[] => text.match(/[^]{1,255}/g) ?? [''];

/** Our SPF records without the terms that lead to a service, and without the names of ours that are aliases into it. */
function withoutService(below: Dns, isOurs: (name: string) => boolean, isTheirs: (name: string) => boolean): Dns {
  return {
    async resolve(name, type) {
      const answer = await below.resolve(name, type);
      if (type !== 'TXT' || answer.status !== 'ok' || !isOurs(name)) return answer;
      if (answer.via.some((alias) => isTheirs(alias)))
        return { status: 'nodata', ttl: answer.ttl, authentic: false, via: [] };
      const records = (answer.records as readonly Rr[]).map((record) => withoutTerms(record, isTheirs));
      // The question is for TXT, so these are the records it asks for, which the compiler cannot see.
      return { ...answer, records } as unknown as typeof answer;
    },
    close: () => below.close(),
  };
}

function withoutTerms(record: Rr, isTheirs: (name: string) => boolean): Rr {
  if (record.type !== 'TXT' || !isSpfRecord(recordText(record))) return record;
  let text = recordText(record);
  // From the end: what stands before keeps its place.
  for (const term of parseSpf(text).value.terms.toReversed()) {
    const leads = isMechanismTerm(term) ? term.kind === 'include' || term.kind === 'a' || term.kind === 'mx' : true;
    if (!leads || !('domain' in term) || term.domain === undefined) continue;
    const { constant, text: spec } = term.domain;
    if (isTheirs((constant ?? spec).toLowerCase())) text = withoutTerm(text, term);
  }
  return { ...record, strings: textStrings(text) };
}

function withoutNames(below: Dns, gone: readonly string[]): Dns {
  return {
    async resolve(name, type) {
      if (!gone.some((domain) => isSubdomainOf(name, domain))) return below.resolve(name, type);
      return { status: 'nxdomain', ttl: 0, authentic: false, via: [] };
    },
    close: () => below.close(),
  };
}
