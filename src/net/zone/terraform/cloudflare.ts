import type { RecordType } from '../../net.ts';
import { cutStrings, isQuoted, literal, readStrings, utf8 } from '../character-strings.ts';
import { at, textOf } from '../json-tree.ts';
import type { JsonTree } from '../json-tree.ts';
import type { Datum } from '../zone-draft.ts';
import type { Attributes } from './attributes.ts';
import { fielded, given, isText, presented } from './reading.ts';
import type { RecordReading } from './reading.ts';

/** What `ttl = 1`, automatic, comes to; proxied records have no other. */
const AUTOMATIC_TTL = '300';
const ADDRESSES: readonly RecordType[] = ['A', 'AAAA'];

const DATA_FIELDS: Readonly<Record<string, readonly string[]>> = {
  SRV: ['priority', 'weight', 'port', 'target'],
  TLSA: ['usage', 'selector', 'matching_type', 'certificate'],
  DS: ['key_tag', 'algorithm', 'digest_type', 'digest'],
  MX: ['priority', 'target'],
};

/** `cloudflare_dns_record`, and `cloudflare_record` before version 5 of the provider: one record each. */
export function cloudflareRecord(resource: Attributes): RecordReading {
  const type = resource.text('type')?.toUpperCase();
  // Version 4 knows the data by both names, version 3 by the second
  const content = resource.get('content') ?? resource.get('value');
  const [data] = resource.items('data');
  const proxied = resource.isTrue('proxied');
  const ttl = resource.text('ttl');
  const needed = content === undefined && data === undefined ? ['content', 'value', 'data'] : ['data'];
  const hidden = resource.hidden('type', ...(content === undefined ? needed : [keyOf(resource)]));
  return {
    owner: {
      name: resource.text('hostname') ?? resource.text('name'),
      ...given('hidden', resource.hidden('name')),
      ...given('zone', resource.text('zone_name') ?? resource.text('domain')),
      ...given('zoneKey', resource.text('zone_id')),
      zoneHidden: resource.hidden('zone_id') !== undefined,
    },
    type,
    ttl: proxied || ttl === '1' ? AUTOMATIC_TTL : ttl,
    data: hidden === undefined ? [datumOf(type ?? '', content, data, resource)] : [],
    ...given('hidden', hidden),
    single: true,
    flattensApex: true,
    ...(proxied ? { aliased: ADDRESSES } : {}),
  };
}

const keyOf = (resource: Attributes): string => (resource.get('content') === undefined ? 'value' : 'content');

function datumOf(type: string, content: JsonTree | undefined, data: JsonTree | undefined, resource: Attributes): Datum {
  const fields = DATA_FIELDS[type];
  if (data !== undefined && type === 'CAA') return caaDatum(data);
  if (data !== undefined && data.kind === 'map' && data.entries.size > 0 && fields !== undefined)
    if (type !== 'MX' || content === undefined) return fielded(data, fields, { priority: resource.get('priority') });
  if (content === undefined) return { line: data?.line ?? resource.line, problem: `the ${type} record has no content` };
  if (isText(type)) return textDatum(content);
  if (type !== 'MX') return presented(content);
  const preference = resource.text('priority');
  if (preference === undefined) return { line: content.line, problem: 'the MX record has no priority' };
  const exchange = presented(content);
  return 'tokens' in exchange
    ? { line: content.line, tokens: [{ text: preference, quoted: false }, ...exchange.tokens] }
    : exchange;
}

function caaDatum(data: JsonTree): Datum {
  const { line } = data;
  const [tag, value] = [textOf(at(data, 'tag')), textOf(at(data, 'value'))];
  if (tag === undefined || value === undefined) return { line, problem: 'the data has no tag or no value' };
  const flags = textOf(at(data, 'flags')) ?? '0';
  return { line, tokens: [{ text: flags, quoted: false }, { text: tag, quoted: false }, literal(value)] };
}

/** Cloudflare takes a text with and without quotes, and cuts one that is too long for a string itself. */
function textDatum(content: JsonTree): Datum {
  const text = textOf(content);
  if (text === undefined) return { line: content.line, problem: 'the data is no text' };
  return { line: content.line, ...(isQuoted(text) ? readStrings(text) : { strings: cutStrings(utf8(text)) }) };
}
