import { count, percent, period, plural } from '../core/format.ts';
import type { Block, Line, Page } from '../core/page.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Explained, ExplainedCase } from '../streams/explained.ts';
import { NAMED } from '../streams/identify.ts';
import { remediesOf } from '../streams/remedy.ts';
import type { Signature } from '../streams/signature.ts';

/** Cases a page tells of each; JSON has all. */
const CASES_SHOWN = 12;
const TONE = { aligned: 'good', fixable: 'warn', forwarded: 'note', suspicious: 'bad' } as const;

/** `dmarc --why`: what each thing asked for was judged by, the commonest way it authenticated first. */
export function whyPage(all: readonly Explained[], catalogue: Catalogue): Page {
  return {
    title: all.map(({ asked }) => `why ${asked}`).join(', '),
    blocks: all.flatMap((one) => sectionOf(one, catalogue)),
  };
}

function sectionOf(one: Explained, catalogue: Catalogue): Block[] {
  const shown = one.cases.slice(0, CASES_SHOWN);
  const advised = new Set<string>();
  const rest = one.cases.length - shown.length + one.casesOmitted;
  const of = one.kind === 'address' ? `address ${one.asked}` : one.streams.length === 1 ? one.streams[0] : one.asked;
  return [
    {
      kind: 'heading',
      text: of ?? one.asked,
      aside: `${plural(one.messages, 'message')} · ${percent(one.pass, one.messages)} pass · ${period(one.firstSeen, one.lastSeen)}`,
    },
    { kind: 'lines', lines: summaryOf(one) },
    ...shown.flatMap((shownCase): Block[] => [
      { kind: 'pairs', rows: [...pairsOf(shownCase, one, catalogue), ...advice(shownCase, catalogue, advised)] },
    ]),
    ...(rest === 0
      ? []
      : [
          {
            kind: 'lines' as const,
            lines: [`and ${plural(rest, 'more way')} it authenticated: --format json lists them`],
          },
        ]),
  ];
}

const STREAMS_SHOWN = 5;

function summaryOf({ kind, streams, addresses, cases, casesOmitted }: Explained): Line[] {
  const ways = `It authenticated in ${plural(cases.length + casesOmitted, 'way')}`;
  if (kind === 'stream' && streams.length === 1) return [`${ways}, from ${plural(addresses, 'address', 'addresses')}.`];
  const named = `${streams.slice(0, STREAMS_SHOWN).join(', ')}${streams.length > STREAMS_SHOWN ? ` and ${count(streams.length - STREAMS_SHOWN)} more` : ''}`;
  return [`${ways}, in ${plural(streams.length, 'stream')}: ${named}.`];
}

interface Pair {
  readonly label: string;
  readonly lines: readonly Line[];
}
const pair = (label: string, lines: readonly Line[]): Pair[] => (lines.length === 0 ? [] : [{ label, lines }]);

function pairsOf(
  { signature, attribution, ...sums }: ExplainedCase,
  { kind }: Explained,
  catalogue: Catalogue,
): Pair[] {
  const { class: streamClass, classConfidence, because, evidence, candidates, why, stream } = attribution;
  const nameOf = (id: string): string => catalogue.byId(id)?.name ?? id;
  const more = sums.addresses > sums.from.length ? ` and ${count(sums.addresses - sums.from.length)} more` : '';
  return [
    ...pair(plural(sums.messages, 'message'), [
      [
        { text: streamClass, tone: TONE[streamClass] },
        ` ${confidenceText(classConfidence)}${because === undefined ? '' : `: ${because}`}`,
      ],
      `stream ${stream.id}`,
    ]),
    ...pair('From', [signature.headerFrom]),
    ...(kind === 'address' ? [] : pair('addresses', [`${sums.from.join(', ')}${more}`])),
    ...pair('DKIM', resultLines(signature.dkim)),
    ...pair('SPF', resultLines(signature.spf)),
    ...pair('envelope', signature.envelopeFrom === undefined ? [] : [signature.envelopeFrom]),
    ...pair('override', signature.overrides.length === 0 ? [] : [signature.overrides.join(', ')]),
    ...pair(
      'evidence',
      evidence.map(
        ({ kind: sort, what, provider, weight }) =>
          `${weight.toFixed(2)}  ${sort}: ${what}${provider === undefined ? '' : ` → ${nameOf(provider)}`}`,
      ),
    ),
    ...pair(
      'speaks for',
      candidates.map(
        ({ provider, score }) =>
          `${score.toFixed(2)}  ${nameOf(provider)}${score < NAMED ? ', too little to be named' : ''}`,
      ),
    ),
    ...pair(
      'fails by',
      why.map(({ text }) => text),
    ),
  ];
}

/** What would make it pass, where it was not said of a commoner case. */
function advice({ attribution, signature }: ExplainedCase, catalogue: Catalogue, advised: Set<string>): Pair[] {
  const fresh = remediesOf(attribution, signature, catalogue).filter((remedy) => !advised.has(remedy));
  for (const remedy of fresh) advised.add(remedy);
  return pair('would pass', fresh);
}

const confidenceText = (confidence: number): string => `(${confidence.toFixed(2)})`;

function resultLines(results: Signature['dkim'] | Signature['spf']): Line[] {
  return results.map((one) => {
    const selector = 'selector' in one && one.selector !== undefined ? ` s=${one.selector}` : '';
    const scope = 'scope' in one && one.scope !== undefined ? ` (${one.scope})` : '';
    const tone = one.result === 'pass' ? 'good' : 'bad';
    return [{ text: one.result, tone }, `  ${one.domain === '' ? 'no domain' : one.domain}${selector}${scope}`];
  });
}
