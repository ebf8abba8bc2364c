import type { RecordType } from '../../net.ts';
import { dataTokens } from '../character-strings.ts';
import { at, textOf } from '../json-tree.ts';
import type { JsonTree } from '../json-tree.ts';
import { shown } from '../presentation.ts';
import type { Datum } from '../zone-draft.ts';
import type { Attributes } from './attributes.ts';

/** What a resource of a provider says about records, before names are completed. */
export interface RecordReading {
  readonly owner: Owner;
  /** As the provider writes it, in any case; undefined where it is not told. */
  readonly type: string | undefined;
  /** Seconds; undefined for the provider's own choice. */
  readonly ttl: string | undefined;
  readonly data: readonly Datum[];
  /** Why the data cannot be known now: `is known only after apply`. */
  readonly hidden?: string;
  /** The resource is one record, not an RRset: others, of whomever, may stand beside it. */
  readonly single?: boolean;
  /** Types whose data only the provider's servers know: they answer with addresses of their own. */
  readonly aliased?: readonly RecordType[];
  /** A CNAME at the apex of a zone is answered with the addresses of its target. */
  readonly flattensApex?: boolean;
  /** One of several answers of which a routing policy chooses one. */
  readonly chosenFrom?: boolean;
}

export interface Owner {
  /** Full or relative to the zone; undefined where it is not told. */
  readonly name: string | undefined;
  readonly hidden?: string;
  /** The zone, where the resource says its name; else the key it is known by at the provider. */
  readonly zone?: string;
  readonly zoneKey?: string;
  /** The zone itself is yet to be made. */
  readonly zoneHidden?: boolean;
  /** Never the full name, even where it looks so. */
  readonly relative?: boolean;
}

export type RecordReader = (resource: Attributes, resourceType: string) => RecordReading;

/** Data written as in a master file. */
export function presented(tree: JsonTree): Datum {
  const text = textOf(tree);
  if (text === undefined) return { line: tree.line, problem: 'the data is no text' };
  const tokens = dataTokens(text);
  if (tokens === undefined)
    return { line: tree.line, problem: `the data ${shown(text)} has a quote that is never closed` };
  return { line: tree.line, tokens };
}

/** Data whose fields stand in a mapping, in the order of the presentation form. `given` are fields known from elsewhere. */
export function fielded(
  tree: JsonTree,
  fields: readonly string[],
  given: Readonly<Record<string, JsonTree | undefined>> = {},
): Datum {
  const { line } = tree;
  const texts = fields.map((field) => textOf(at(tree, field) ?? given[field]));
  const missing = fields.find((_, index) => (texts[index] ?? '') === '');
  if (missing !== undefined) return { line, problem: `the data has no ${missing}` };
  return { line, tokens: texts.map((text) => ({ text: text ?? '', quoted: false })) };
}

export const isText = (type: string | undefined): boolean => /^(?:TXT|SPF)$/i.test(type ?? '');

/** A key that may be left out of an object. */
export const given = <K extends string, V>(key: K, value: V | undefined): { readonly [Key in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [Key in K]?: V };
