import { count, plural } from '../core/format.ts';
import type { Line } from '../core/page.ts';
import type { Asn, LookupCounts, Lookups } from './lookup/lookups.ts';

/** What was looked up about an address: `o1.example.net · AS64500 EXAMPLE-AS, ES`. */
export function addressLines(ip: string, lookups: Lookups | undefined): Line[] {
  const [host, asn] = [lookups?.host(ip), lookups?.asn(ip)];
  const parts = [
    host === undefined
      ? undefined
      : host.confirmed === true
        ? host.name
        : `${host.name} (${host.confirmed === false ? 'unconfirmed: the name does not lead back' : 'not confirmed: nobody answered'})`,
    asn === undefined ? undefined : asnText(asn),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

const asnText = ({ number, name, country }: Asn): string =>
  [`AS${number}`, name, name === undefined && country !== undefined ? country : undefined]
    .filter((part) => part !== undefined)
    .join(' ');

/** How the look-ups went. */
export function lookupLines(lookups: Lookups | undefined): Line[] {
  if (lookups === undefined) return [];
  const { ptrCounts, asnCounts, omitted } = lookups;
  return [
    [
      ...(ptrCounts === undefined
        ? []
        : [
            `${count(ptrCounts.confirmed)} of ${plural(ptrCounts.asked, 'address', 'addresses')} have a name that leads back`,
            ...rest(ptrCounts),
          ]),
      ...(asnCounts === undefined
        ? []
        : [
            `the network of ${count(asnCounts.found)} of ${plural(asnCounts.asked, 'address', 'addresses')} is known`,
            ...rest(asnCounts),
          ]),
      ...(omitted > 0 ? [`${plural(omitted, 'smaller address', 'smaller addresses')} not looked up`] : []),
    ].join(' · '),
  ];
}

const rest = ({ failed }: LookupCounts): string[] => (failed > 0 ? [`for ${count(failed)} nobody could say`] : []);
