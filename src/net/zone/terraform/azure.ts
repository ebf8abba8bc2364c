import type { RecordType } from '../../net.ts';
import { cutStrings, literal, utf8 } from '../character-strings.ts';
import { at, textOf } from '../json-tree.ts';
import type { JsonTree } from '../json-tree.ts';
import type { Datum } from '../zone-draft.ts';
import type { Attributes } from './attributes.ts';
import { fielded, given, presented } from './reading.ts';
import type { RecordReading } from './reading.ts';

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  MX: ['preference', 'exchange'],
  SRV: ['priority', 'weight', 'port', 'target'],
};

/** `azurerm_dns_txt_record` and the like: an RRset each, of the type in the resource's name, or an alias. */
export function azureRecord(resource: Attributes, resourceType: string): RecordReading {
  const type = (/^azurerm_dns_([a-z]+)_record$/.exec(resourceType)?.[1] ?? '').toUpperCase();
  const rows = [...resource.items('records'), ...blocksOf(resource.get('record'))];
  const alias =
    resource.text('target_resource_id') !== undefined ||
    (rows.length === 0 && resource.hidden('target_resource_id') !== undefined);
  const hidden = alias ? undefined : resource.hidden('record', 'records');
  return {
    owner: {
      name: resource.text('name'),
      ...given('hidden', resource.hidden('name', 'zone_name')),
      ...given('zone', resource.text('zone_name')),
      relative: true,
    },
    type,
    ttl: resource.text('ttl'),
    data: rows.map((row) => datumOf(type, row)),
    ...given('hidden', hidden),
    ...(alias ? { aliased: [type as RecordType] } : {}),
  };
}

const blocksOf = (tree: JsonTree | undefined): readonly JsonTree[] =>
  tree === undefined ? [] : tree.kind === 'list' ? tree.items : [tree];

function datumOf(type: string, row: JsonTree): Datum {
  const fields = FIELDS[type];
  if (fields !== undefined) return fielded(row, fields);
  if (type === 'TXT') {
    const text = textOf(at(row, 'value'));
    if (text === undefined) return { line: row.line, problem: 'the record has no value' };
    // A text means what it says, quotes too, and is cut where it is too long for a string
    return { line: row.line, strings: cutStrings(utf8(text)) };
  }
  if (type !== 'CAA') return presented(row);
  const [flags, tag, value] = ['flags', 'tag', 'value'].map((field) => textOf(at(row, field)));
  if (tag === undefined || value === undefined) return { line: row.line, problem: 'the record has no tag or no value' };
  const words = [flags ?? '0', tag].map((text) => ({ text, quoted: false }));
  return { line: row.line, tokens: [...words, literal(value)] };
}
