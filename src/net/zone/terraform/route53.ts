import { isQuoted, readStrings, utf8 } from '../character-strings.ts';
import { textOf } from '../json-tree.ts';
import type { JsonTree } from '../json-tree.ts';
import { readType } from '../record-types.ts';
import type { Datum } from '../zone-draft.ts';
import type { Attributes } from './attributes.ts';
import { given, isText, presented } from './reading.ts';
import type { RecordReading } from './reading.ts';

/** `aws_route53_record`: an RRset, an alias, or one of the answers of a routing policy. */
export function route53Record(resource: Attributes): RecordReading {
  const type = resource.text('type');
  const alias = resource.items('alias').length > 0 || resource.hidden('alias') !== undefined;
  const hidden = alias ? undefined : resource.hidden('records', 'type');
  const known = readType(type ?? '');
  return {
    owner: {
      // What the provider has completed itself, once the record is there
      name: (resource.text('fqdn') ?? resource.text('name'))?.replace(/^\\052(?=\.|$)/, '*'),
      ...given('hidden', resource.hidden('name')),
      ...given('zoneKey', resource.text('zone_id')),
      zoneHidden: resource.hidden('zone_id') !== undefined,
    },
    type,
    ttl: resource.text('ttl'),
    data: resource.items('records').map((tree) => (isText(type) ? textDatum(tree) : presented(tree))),
    ...given('hidden', hidden),
    ...(alias ? { aliased: known !== undefined && 'type' in known ? [known.type] : [] } : {}),
    chosenFrom: (resource.text('set_identifier') ?? '') !== '' && !resource.isTrue('multivalue_answer_routing_policy'),
  };
}

/**
 * The provider puts a text between quotes before it sends it, so that `one""two` is two strings; one that comes with its
 * quotes is meant as it is.
 */
function textDatum(tree: JsonTree): Datum {
  const text = textOf(tree);
  if (text === undefined) return { line: tree.line, problem: 'the data is no text' };
  return { line: tree.line, ...readStrings(isQuoted(text) ? text : `"${text}"`, octalOctets) };
}

/** Route 53 counts octets behind a backslash in octal: `\344` is 0xE4. */
function octalOctets(raw: string): string | undefined {
  let wrong = false;
  const octets = utf8(raw).replaceAll(/\\([0-7]{3}|[^]|$)/g, (_match, escaped: string) => {
    if (escaped.length === 3 && Number.parseInt(escaped, 8) <= 0xff)
      return String.fromCharCode(Number.parseInt(escaped, 8));
    if (escaped === '' || escaped.length === 3 || /\d/.test(escaped)) wrong = true;
    return escaped;
  });
  return wrong ? undefined : octets;
}
