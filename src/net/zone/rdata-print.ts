import type { Rr } from '../net.ts';
import { printName, printString } from './presentation.ts';
import type { Rdata } from './rdata-text.ts';

/** A record on one line: owner, TTL, class, type, data; names fully qualified, strings quoted. */
export function printRr(rr: Rr): string {
  return `${printName(rr.name)} ${rr.ttl} IN ${rr.type} ${printRdata(rr)}`;
}

/** The data of a record in presentation form. */
export function printRdata(rr: Rdata): string {
  switch (rr.type) {
    case 'A':
    case 'AAAA':
      return rr.address;
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return printName(rr.target);
    case 'MX':
      return `${rr.preference} ${printName(rr.exchange)}`;
    case 'TXT':
    case 'SPF':
      // Data without any string can be told in the generic form only
      return rr.strings.length === 0 ? '\\# 0' : rr.strings.map(printString).join(' ');
    case 'SOA':
      return [printName(rr.mname), printName(rr.rname), rr.serial, rr.refresh, rr.retry, rr.expire, rr.minimum].join(
        ' ',
      );
    case 'SRV':
      return `${rr.priority} ${rr.weight} ${rr.port} ${printName(rr.target)}`;
    case 'CAA':
      return `${rr.flags} ${rr.tag} ${printString(rr.value)}`;
    case 'TLSA':
      return `${rr.usage} ${rr.selector} ${rr.matching} ${rr.data}`;
    case 'DS':
      return `${rr.keyTag} ${rr.algorithm} ${rr.digestType} ${rr.digest}`;
    case 'DNSKEY':
      break;
  }
  return `${rr.flags} 3 ${rr.algorithm} ${rr.key}`; // the protocol is always 3 (RFC 4034 §2.1.2)
}
