import type { RecordType } from '../net.ts';
import { cutStrings, literal, utf8 } from './character-strings.ts';
import { at, itemsOf, textOf } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import type { Token } from './master-lexer.ts';
import type { Datum } from './zone-draft.ts';

/** The keys that stand before the target in the presentation form; newer versions keep some in an object of fields. */
const BEFORE: Readonly<Partial<Record<RecordType, readonly (readonly string[])[]>>> = {
  MX: [['mxpreference', 'Preference']],
  SRV: [
    ['srvpriority', 'Priority'],
    ['srvweight', 'Weight'],
    ['srvport', 'Port'],
  ],
  CAA: [
    ['caaflag', 'Flag'],
    ['caatag', 'Tag'],
  ],
  TLSA: [
    ['tlsausage', 'Usage'],
    ['tlsaselector', 'Selector'],
    ['tlsamatchingtype', 'MatchingType'],
  ],
  DS: [
    ['dskeytag', 'KeyTag'],
    ['dsalgorithm', 'Algorithm'],
    ['dsdigesttype', 'DigestType'],
    ['dsdigest', 'Digest'],
  ],
  DNSKEY: [
    ['dnskeyflags', 'Flags'],
    ['dnskeyprotocol', 'Protocol'],
    ['dnskeyalgorithm', 'Algorithm'],
    ['dnskeypublickey', 'PublicKey'],
  ],
};
const AFTER: readonly string[] = ['soambox', 'soaserial', 'soarefresh', 'soaretry', 'soaexpire', 'soaminttl'];
const NAMED: ReadonlySet<RecordType> = new Set(['CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV']);

/** The data of one record of DNSControl's representation; relative targets are completed with `origin`. */
export function dnsControlData(type: RecordType, record: JsonTree, origin: string): Datum {
  const tree = at(record, 'target');
  const line = tree?.line ?? record.line;
  const target = textOf(tree) ?? '';
  if (type === 'TXT' || type === 'SPF') return { line, strings: stringsOf(record, target) };
  // Zero is left out
  const field = ([own, newer]: readonly string[]): string =>
    ['fields', 'Fields', 'rdata'].map((key) => textOf(at(record, key, newer ?? ''))).find((one) => one !== undefined) ??
    textOf(at(record, own ?? '')) ??
    '0';
  const words: Token[] = (BEFORE[type] ?? []).map((keys) => ({ text: field(keys), quoted: false }));
  if (type === 'DS' || type === 'DNSKEY') return { line, tokens: words };
  if (target === '') return { line, problem: `the ${type} record has no target` };
  if (type === 'CAA') return { line, tokens: [...words, literal(target)] };
  const text = NAMED.has(type) ? absolute(target, origin) : target;
  const after = type === 'SOA' ? AFTER.map((key) => ({ text: field([key]), quoted: false })) : [];
  return { line, tokens: [...words, { text, quoted: false }, ...after] };
}

const absolute = (target: string, origin: string): string =>
  target.endsWith('.') ? target : target === '@' ? `${origin}.` : `${target}.${origin}.`;

/** The whole text as it is meant; versions before 4 list its strings as well, and some keep only the first in the target. */
function stringsOf(record: JsonTree, target: string): readonly string[] {
  const listed = itemsOf(at(record, 'txtstrings')).map((tree) => utf8(textOf(tree) ?? ''));
  return listed.length > 0 ? listed.flatMap(cutStrings) : cutStrings(utf8(target));
}
