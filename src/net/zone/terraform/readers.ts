import { azureRecord } from './azure.ts';
import { cloudflareRecord } from './cloudflare.ts';
import { digitalOceanRecord } from './digitalocean.ts';
import { googleRecordSet } from './google.ts';
import type { RecordReader } from './reading.ts';
import { route53Record } from './route53.ts';

const READERS: ReadonlyMap<string, RecordReader> = new Map<string, RecordReader>([
  ['aws_route53_record', route53Record],
  ['cloudflare_dns_record', cloudflareRecord],
  ['cloudflare_record', cloudflareRecord],
  ['digitalocean_record', digitalOceanRecord],
  ['google_dns_record_set', googleRecordSet],
  ...['a', 'aaaa', 'caa', 'cname', 'mx', 'ns', 'ptr', 'srv', 'txt'].map((type): [string, RecordReader] => [
    `azurerm_dns_${type}_record`,
    azureRecord,
  ]),
]);

export const readerOf = (resourceType: string): RecordReader | undefined => READERS.get(resourceType);

/** Resources of other providers that, by their name, make records: what they change is not seen here, and that is said. */
export const makesRecords = (resourceType: string): boolean =>
  /record/.test(resourceType) && /dns|zone|domain|route53/.test(resourceType) && !/private/.test(resourceType);
