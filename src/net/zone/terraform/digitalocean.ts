import { cutStrings, isQuoted, literal, readStrings, utf8 } from '../character-strings.ts';
import { textOf } from '../json-tree.ts';
import type { Datum } from '../zone-draft.ts';
import type { Attributes } from './attributes.ts';
import { given, isText } from './reading.ts';
import type { RecordReading } from './reading.ts';

/** What stands before the value in the presentation form. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  MX: ['priority'],
  SRV: ['priority', 'weight', 'port'],
  CAA: ['flags', 'tag'],
};

/** `digitalocean_record`: one record each. */
export function digitalOceanRecord(resource: Attributes): RecordReading {
  const type = resource.text('type')?.toUpperCase() ?? '';
  const zone = resource.text('domain');
  const hidden = resource.hidden('value', 'type');
  return {
    owner: {
      name: resource.text('fqdn') ?? resource.text('name'),
      ...given('hidden', resource.hidden('name', 'domain')),
      ...given('zone', zone),
    },
    type,
    ttl: resource.text('ttl'),
    data: hidden === undefined ? [datumOf(type, resource, zone ?? '')] : [],
    ...given('hidden', hidden),
    single: true,
  };
}

function datumOf(type: string, resource: Attributes, zone: string): Datum {
  const tree = resource.get('value');
  const value = textOf(tree);
  const line = tree?.line ?? resource.line;
  if (value === undefined) return { line, problem: 'the record has no value' };
  if (isText(type)) return { line, ...(isQuoted(value) ? readStrings(value) : { strings: cutStrings(utf8(value)) }) };
  const before = BEFORE[type] ?? [];
  const missing = before.find((key) => resource.text(key) === undefined && key !== 'flags');
  if (missing !== undefined) return { line, problem: `the ${type} record has no ${missing}` };
  const words = before.map((key) => ({ text: resource.text(key) ?? '0', quoted: false }));
  if (type === 'CAA') return { line, tokens: [...words, literal(value.replace(/\.$/, ''))] };
  return { line, tokens: [...words, { text: value === '@' ? zone : value, quoted: false }] };
}
