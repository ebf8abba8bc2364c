import { change } from './findings.ts';
import { between, count, list, object, text } from './words.ts';

const question = { name: text, type: text };
const spfTerm = object(
  {
    term: text,
    kind: text,
    reachable: { type: 'boolean' },
    cost: count,
    branch: between,
    running: between,
    voids: list(object({ ...question, status: { enum: ['nxdomain', 'nodata'] } })),
    target: object({ state: { enum: ['constant', 'indeterminate', 'unaskable'] } }),
    hosts: list(object({ name: text })),
    child: { $ref: '#/$defs/spfRecord' },
  },
  ['target', 'hosts', 'child'],
);
/** Refers to itself: it stands in the `$defs` of the whole. */
export const SPF_RECORD = object(
  {
    domain: text,
    state: { enum: ['record', 'none', 'several', 'failed', 'loop', 'cut'] },
    via: list(text),
    record: text,
    fatal: { type: 'boolean' },
    problems: list(object({ code: text, message: text, start: count, end: count })),
    why: { enum: ['nxdomain', 'nodata', 'no-spf'] },
    reason: text,
    cycle: list(text),
    lookups: between,
    terms: list(spfTerm),
  },
  ['record', 'fatal', 'problems', 'why', 'reason', 'cycle'],
);
const spfTree = object({
  domain: text,
  lookups: between,
  voids: object({ ipv4: between, ipv6: between }),
  records: count,
  troubles: list(text),
  unknowns: list(object({ ...question, reason: text, path: text })),
  tree: { $ref: '#/$defs/spfRecord' },
});
const spfVerdict = object(
  {
    domain: text,
    query: object({ ip: text, sender: text, helo: text }, ['helo']),
    result: { enum: ['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'] },
    reason: text,
    explanation: text,
    lookups: count,
    voids: count,
    path: list(object({ domain: text, term: text, record: text })),
  },
  ['reason', 'explanation'],
);
const spfCost = object({
  lookups: between,
  voids: object({ ipv4: between, ipv6: between }),
  octets: count,
  answerOctets: count,
});
const spfProposal = object(
  {
    action: { enum: ['flatten', 'optimise'] },
    domain: text,
    changes: list(change),
    before: spfCost,
    after: spfCost,
    unknowns: list(object({ ...question, reason: text, path: text })),
    flattened: list(object({ term: text, domain: text, lookups: count, networks: count })),
    kept: list(object({ term: text, why: text })),
    steps: list(object({ kind: text, domain: text, term: text, becomes: text, reason: text, risk: text })),
    left: list(object({ term: text, domain: text, why: text })),
    use: object({
      messages: count,
      includes: list(object({ term: text, messages: { type: ['integer', 'null'] } })),
    }),
  },
  ['flattened', 'kept', 'steps', 'left', 'use'],
);

/** What `spf` adds to the envelope: the tree, a verdict, or a proposal. */
export const SPF_BODY = { anyOf: [spfTree, spfVerdict, spfProposal] };
