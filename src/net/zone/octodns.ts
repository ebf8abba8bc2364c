import type { Token } from './master-lexer.ts';
import type { RecordType, Rr } from '../net.ts';
import { cutStrings, literal, utf8 } from './character-strings.ts';
import { octetsOf, readName, readTtl, shown } from './presentation.ts';
import { questionName } from '../question-name.ts';
import { readRdata } from './rdata-text.ts';
import { isAddressAlias, readType } from './record-types.ts';
import { readYaml } from './yaml-tree.ts';
import type { YamlMap, YamlTree } from './yaml-tree.ts';
import { problemList } from './text.ts';
import type { Opaque, ZoneText } from './text.ts';

export interface OctodnsOptions {
  /** What the text is called in places and problems. */
  readonly file: string;
  /** The zone: octoDNS knows it from the file's name. */
  readonly origin: string;
}

const DEFAULT_TTL = 3600; // octoDNS, YamlProvider default_ttl
/** A list of a thousand values with a thousand aliases to it is a small file and a million records. */
const MOST_RECORDS = 200_000;

/** The fields of data written as a mapping, in the order of the presentation form; second names are octoDNS's older ones. */
const FIELDS: Readonly<Partial<Record<RecordType, readonly (readonly string[])[]>>> = {
  MX: [
    ['preference', 'priority'],
    ['exchange', 'value'],
  ],
  SRV: [['priority'], ['weight'], ['port'], ['target']],
  CAA: [['flags'], ['tag'], ['value']],
  DS: [
    ['key_tag', 'flags'],
    ['algorithm', 'protocol'],
    ['digest_type', 'algorithm'],
    ['digest', 'public_key'],
  ],
  TLSA: [['certificate_usage'], ['selector'], ['matching_type'], ['certificate_association_data']],
};
/** CAA flags may be left out. */
const FIELD_DEFAULTS: Readonly<Record<string, string>> = { flags: '0' };

/**
 * Records of an octoDNS zone file: YAML, names relative to the zone, `''` its apex. The whole zone is in it, but for
 * the SOA. Targets are absolute with and without the final dot: octoDNS never completes them with the zone.
 * Never throws; every record's place is the line of its value.
 */
export async function parseOctodns(text: string, options: OctodnsOptions): Promise<ZoneText> {
  const { file } = options;
  const origin = questionName(options.origin) ?? '';
  const problems = problemList();
  const records: Rr[] = [];
  const names = new Set<string>();
  const opaque: Opaque[] = [];
  let skipped = 0;
  let full = false;

  const yaml = await readYaml(text);
  for (const { line, message } of yaml.problems) problems.add(file, line, `YAML: ${message}`);
  if (yaml.tree?.kind === 'map') readZone(yaml.tree);
  else if (yaml.tree !== undefined)
    problems.add(file, yaml.tree.line, 'no mapping of names to records, so no octoDNS zone');
  // What a broken or overlong file does not say may be said in the part that was not read
  const whole = yaml.problems.length === 0 && !full;
  return {
    records,
    names: [...names],
    apexes: whole ? [origin] : [],
    origins: [origin],
    opaque,
    skipped,
    problems: problems.closed(),
    notes: [],
    included: [],
  };

  function readZone(zone: YamlMap): void {
    const seen = new Set<string>();
    for (const { key, value } of zone.entries) {
      const complain = (message: string): void => problems.add(file, key.line, message);
      if (key.kind !== 'text') {
        complain('a list or a mapping stands in the place of a name');
        continue;
      }
      if (seen.has(key.text)) complain(`the name ${shown(key.text)} is there twice`);
      seen.add(key.text);
      const name = key.text === '' ? { name: origin, dotted: false } : readName(key.text, origin);
      if ('problem' in name) complain(name.problem);
      else if (name.dotted) complain(`the owner ${shown(key.text)} has a dot in a label, and is passed over`);
      else for (const record of value.kind === 'list' ? value.items : [value]) readRecord(name.name, record);
    }
  }

  function readRecord(name: string, record: YamlTree): void {
    if (full) return;
    const complain = (message: string): void => problems.add(file, record.line, message);
    if (record.kind !== 'map') return complain(`what stands at ${shown(name)} is no record`);
    const fields = fieldsOf(record);
    const typeName = textOf(fields.get('type'));
    if (typeName === undefined) return complain(`the record at ${shown(name)} has no type`);
    // Types of a provider's own are Provider/TYPE
    const ownType = typeName.split('/').at(-1) ?? '';
    const isOwn = ownType !== typeName;
    const type = readType(ownType);
    if (type === undefined && !isOwn) return complain(`${shown(typeName)} is no record type`);
    names.add(name);
    if (type !== undefined && 'type' in type && !isOwn) return readValues(name, type.type, fields, record.line);
    skipped += 1;
    const place = { file, line: record.line };
    if (isAddressAlias(ownType)) opaque.push({ kind: 'alias', name, types: aliasedTypes(fields.get('value')), place });
    else if (ownType === 'DNAME') opaque.push({ kind: 'dname', name, types: [], place });
  }

  function readValues(name: string, type: RecordType, fields: Fields, line: number): void {
    const ttlText = textOf(fields.get('ttl'));
    const ttl = ttlText === undefined ? DEFAULT_TTL : readTtl(ttlText);
    if (ttl === undefined) problems.add(file, line, `${shown(ttlText ?? '')} is no TTL`);
    const values = [fields.get('values'), fields.get('value')].flatMap((given) =>
      given === undefined ? [] : given.kind === 'list' ? given.items : [given],
    );
    if (values.length === 0) return unreadable(name, type, line, `the ${type} record at ${shown(name)} has no value`);
    for (const value of values) {
      if (records.length === MOST_RECORDS) {
        full = true;
        return problems.add(file, value.line, `more than ${MOST_RECORDS} records: the rest is not read`);
      }
      readValue(name, type, ttl ?? DEFAULT_TTL, value);
    }
  }

  function readValue(name: string, type: RecordType, ttl: number, value: YamlTree): void {
    const place = { file, line: value.line };
    if (value.kind === 'text' && (type === 'TXT' || type === 'SPF')) {
      records.push({ name, ttl, type, strings: stringsOf(value.text), place });
      return;
    }
    const tokens = value.kind === 'text' ? words(value.text) : fieldTokens(type, value);
    if (typeof tokens === 'string') return unreadable(name, type, value.line, tokens);
    const { data, problems: wrong } = readRdata(type, tokens, '');
    for (const problem of wrong) problems.add(file, value.line, `${type} at ${shown(name)}: ${problem}`);
    if (data === undefined) opaque.push({ kind: 'unreadable', name, types: [type], place });
    else records.push({ name, ttl, ...data, place });
  }

  function unreadable(name: string, type: RecordType, line: number, problem: string): void {
    problems.add(file, line, problem);
    opaque.push({ kind: 'unreadable', name, types: [type], place: { file, line } });
  }
}

type Fields = ReadonlyMap<string, YamlTree>;
const textOf = (tree: YamlTree | undefined): string | undefined => (tree?.kind === 'text' ? tree.text : undefined);
const fieldsOf = (map: YamlMap): Fields =>
  new Map(map.entries.map(({ key, value }): [string, YamlTree] => [textOf(key) ?? '', value]));

/** An alias of Route 53 says in its value which type it stands for. */
function aliasedTypes(value: YamlTree | undefined): readonly RecordType[] {
  const word = value?.kind === 'map' ? textOf(fieldsOf(value).get('type')) : undefined;
  const type = word === undefined ? undefined : readType(word);
  return type !== undefined && 'type' in type ? [type.type] : ['A', 'AAAA'];
}

/** Data written as a mapping, as the tokens a master file would have; a message where it cannot be. */
function fieldTokens(type: RecordType, value: YamlTree): readonly Token[] | string {
  const order = FIELDS[type];
  if (order === undefined || value.kind !== 'map')
    return `the data of the ${type} record is neither text nor its fields`;
  const fields = fieldsOf(value);
  const tokens: Token[] = [];
  for (const [index, alternatives] of order.entries()) {
    // `algorithm` is the second field of a DS or, in the older names, the third
    const older = type === 'DS' && !fields.has('key_tag');
    const field = (older ? alternatives.at(-1) : alternatives.find((key) => fields.has(key))) ?? alternatives[0] ?? '';
    const text = textOf(fields.get(field)) ?? FIELD_DEFAULTS[field];
    if (text === undefined || text === '') return `the data of the ${type} record has no ${field}`;
    tokens.push(type === 'CAA' && index === 2 ? literal(text.replaceAll('\\;', ';')) : { text, quoted: false });
  }
  return tokens;
}

const words = (text: string): readonly Token[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, quoted: false }));

/**
 * The strings of a TXT value. octoDNS writes `;` as `\;`, takes quotes around a value away, and joins one that was
 * split by hand; its values are whole texts, where the wire has strings of 255 octets.
 */
function stringsOf(value: string): readonly string[] {
  const whole = (value.startsWith('"') ? value.slice(1, -1) : value).replaceAll('" "', '');
  // Digits after a backslash mean different things to different providers: left as they are
  return cutStrings(octetsOf(whole.replaceAll(/\\(?=\d|$)/g, '\\\\')) ?? utf8(whole));
}
