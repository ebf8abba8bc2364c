import type { JsonNode, JsonObject, NoteAt } from './json.ts';

const HEAD_KEYS = ['organization-name', 'date-range', 'contact-info', 'report-id'];

/** The reports in a value: itself, those in a list, or one that is wrapped in an object. */
export function reportObjects(node: JsonNode | undefined, note: NoteAt): JsonObject[] {
  if (node?.kind === 'list')
    return node.items.flatMap((item) => (item.kind === 'object' ? reportObjects(item, note) : []));
  if (node?.kind !== 'object') return [];
  if (isReport(node)) return [node];
  const wrapped = [...node.members.values()].filter(
    (member): member is JsonObject => member.kind === 'object' && isReport(member),
  );
  if (wrapped.length > 0)
    note('a wrapped report', 'the report is wrapped in another object: read all the same', node.at);
  return wrapped;
}

const isReport = ({ members }: JsonObject): boolean =>
  HEAD_KEYS.some((key) => members.has(key)) || ['object', 'list'].includes(members.get('policies')?.kind ?? '');

/** Values of a report's own keys in a stretch of text that could not be read as a whole; `read` takes an offset into it. */
export function headBehind(text: string, read: (at: number) => JsonNode | undefined): Map<string, JsonNode> {
  const found = new Map<string, JsonNode>();
  for (const key of HEAD_KEYS) {
    const match = new RegExp(`"${key}"\\s{0,20}:`).exec(text);
    const node = match === null ? undefined : read(match.index + match[0].length);
    if (node !== undefined) found.set(key, node);
  }
  return found;
}

/** What only an entry of `policies` has: as a key of the report, it makes the report its own one policy. */
const POLICY_KEYS = ['policy', 'policy-type', 'policy-domain', 'summary', 'total-failure-session-count'];

/** The entries of `policies`; drafts of the standard had one policy, in the report itself, and some exports flatten it. */
export function policyEntries(
  object: JsonObject,
  note: NoteAt,
): { readonly whole: readonly JsonObject[]; readonly broken: number } {
  const isDraft = !object.members.has('policies') && POLICY_KEYS.some((key) => object.members.has(key));
  if (isDraft) note('policies', 'policies is missing: the report itself is read as its one policy', object.at);
  const node = isDraft ? object : object.members.get('policies');
  const entries = node?.kind === 'list' ? node.items : node?.kind === 'object' ? [node] : [];
  if (node?.kind === 'object' && !isDraft)
    note('policies', 'policies is a single object and no list: read as a list', node.at);
  const objects = entries.filter((entry): entry is JsonObject => entry.kind === 'object');
  // `null` is nothing, as everywhere.
  if (entries.some((entry) => entry.kind !== 'object' && !(entry.kind === 'word' && entry.text === 'null')))
    note('policies', 'policies holds something that is no object: not read', object.at);
  if (objects.length === 0 && object.whole) note('policies', 'the report has no policies', object.at);
  const whole = objects.filter((entry) => entry.whole);
  return { whole, broken: objects.length - whole.length };
}
