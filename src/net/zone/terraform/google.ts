import { readStrings } from '../character-strings.ts';
import { textOf } from '../json-tree.ts';
import type { JsonTree } from '../json-tree.ts';
import type { Datum } from '../zone-draft.ts';
import type { Attributes } from './attributes.ts';
import { given, isText, presented } from './reading.ts';
import type { RecordReading } from './reading.ts';

/** `google_dns_record_set`: an RRset with its full name. */
export function googleRecordSet(resource: Attributes): RecordReading {
  const type = resource.text('type');
  const routed = resource.items('routing_policy').length > 0;
  const hidden = routed ? 'is chosen by a routing policy' : resource.hidden('rrdatas', 'type');
  return {
    owner: {
      name: resource.text('name'),
      ...given('hidden', resource.hidden('name')),
      ...given('zoneKey', resource.text('managed_zone')),
    },
    type,
    ttl: resource.text('ttl'),
    data: resource.items('rrdatas').map((tree) => (isText(type) ? textDatum(tree) : presented(tree))),
    ...given('hidden', hidden),
  };
}

/** Without quotes, every blank parts two strings, and receivers put them together without it (RFC 7208 §3.3). */
function textDatum(tree: JsonTree): Datum {
  const text = textOf(tree);
  if (text === undefined) return { line: tree.line, problem: 'the data is no text' };
  return { line: tree.line, ...readStrings(text) };
}
