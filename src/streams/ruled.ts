import type { Sender } from './identify.ts';
import { purposeOf } from './purpose.ts';
import { passes } from './case.ts';
import type { StreamRule } from './rules.ts';
import type { Signature } from './signature.ts';
import type { Evidence, Purpose, Stream, StreamClass } from './stream.ts';

/** What a rule decides of a row: all that evidence would have. */
export interface Ruled {
  readonly stream: Stream;
  readonly class: StreamClass;
  readonly evidence: Evidence;
}

export function ruled(rule: StreamRule, { signature, sender, organisation }: RuledRow): Ruled {
  const { headerFrom } = signature;
  const streamClass = classOf(rule, signature);
  const provider = rule.provider ?? sender.provider?.id;
  const purpose =
    rule.purpose ?? purposeBy(streamClass) ?? purposeOf(sender.provider, headerFrom, organisation(headerFrom));
  return {
    stream: streamNamed(rule.name, purpose, headerFrom, provider),
    class: streamClass,
    evidence: {
      kind: 'rule',
      what: rule.origin,
      ...(provider === undefined ? {} : { provider }),
      weight: 1,
    },
  };
}

/** The stream a rule names, where nothing is judged: mail from a sender's own log is the sender's. */
export const ruledStream = (rule: StreamRule, headerFrom: string, provider: string, purpose: () => Purpose): Stream =>
  streamNamed(rule.name, rule.purpose ?? purpose(), headerFrom, rule.provider ?? provider);

const streamNamed = (name: string, purpose: Purpose, headerFrom: string, provider: string | undefined): Stream => ({
  id: `rule:${slug(name)}/${purpose}/${headerFrom}`,
  name,
  ...(provider === undefined ? {} : { provider }),
  sender: `rule:${slug(name)}`,
  purpose,
  headerFrom,
});

interface RuledRow {
  readonly signature: Signature;
  readonly sender: Sender;
  readonly organisation: (domain: string) => string;
}

function classOf({ class: wanted = 'ours' }: StreamRule, signature: Signature): StreamClass {
  if (wanted !== 'ours') return wanted;
  return passes(signature) ? 'aligned' : 'fixable';
}

const purposeBy = (streamClass: StreamClass): Purpose | undefined =>
  streamClass === 'forwarded' ? 'forwarded' : streamClass === 'suspicious' ? 'spoofed' : undefined;

/** `Invoices, Spain` → `invoices-spain`: easy to type behind --why. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'unnamed';
