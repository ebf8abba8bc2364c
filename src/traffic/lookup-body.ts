import type { Lookups } from './lookup/lookups.ts';

/** Keys of a source that were looked up; `confirmed` is null where nobody could say. */
export function sourceLookupBody(ip: string, lookups: Lookups | undefined): object {
  const [host, asn] = [lookups?.host(ip), lookups?.asn(ip)];
  return {
    ...(host === undefined ? {} : { ptr: { name: host.name, confirmed: host.confirmed ?? null } }),
    ...(asn === undefined ? {} : { asn: { number: asn.number, name: asn.name ?? null, country: asn.country ?? null } }),
  };
}

/** How the look-ups went, in addresses. */
export function lookupsBody(lookups: Lookups | undefined): object {
  if (lookups === undefined) return {};
  const { ptrCounts, asnCounts, omitted } = lookups;
  return {
    lookups: {
      ...(ptrCounts === undefined ? {} : { ptr: ptrCounts }),
      ...(asnCounts === undefined ? {} : { asn: asnCounts }),
      omitted,
    },
  };
}

/** The same in a table: `o1.example.net`, `AS64500 EXAMPLE-AS, ES`; undefined for anything else. */
export function lookupCell(value: object): string | undefined {
  const { name, confirmed, number } = value as Readonly<Record<string, unknown>>;
  if (typeof number === 'number') return `AS${number}${typeof name === 'string' ? ` ${name}` : ''}`;
  if (typeof name !== 'string' || confirmed === undefined) return undefined;
  return confirmed === true
    ? name
    : `${name} (${confirmed === false ? 'unconfirmed' : 'not known whether it leads back'})`;
}
