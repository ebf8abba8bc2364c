import { count, percent, period, plural } from '../core/format.ts';
import { findingBlocks } from '../core/finding-blocks.ts';
import { inputBlocks } from '../core/input-blocks.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Line, Page } from '../core/page.ts';
import { WHOSE, type Whose } from '../streams/whose.ts';
import { sumOf, type Outcome } from './outcome.ts';
import { fixBlocks, openBlocks, partBlocks, policyBlocks, spfBlocks } from './page-blocks.ts';
import { changePhrase, groundPhrases } from './phrases.ts';
import { readinessBlocks, verdict } from './readiness-blocks.ts';
import type { Rehearsal } from './rehearsal.ts';
import { streamTable } from './stream-table.ts';

/** What the page tells in words of its own. */
const TOLD: ReadonlySet<string> = new Set([
  'rehearsal/readiness',
  'rehearsal/own-stream',
  'rehearsal/known',
  'rehearsal/lost-pass:lost',
]);

/** The answer first, then stream by stream, then what to fix, then what it rests on; what was found besides is last. */
export function rehearsalPage(rehearsal: Rehearsal, results: readonly CheckResult[]): Page {
  const { readiness, traffic } = rehearsal;
  const [only, ...others] = readiness;
  const untold = results
    .filter(({ check }) => !TOLD.has(check))
    .map((result) => ({ ...result, findings: result.findings.filter(({ code }) => !TOLD.has(code)) }));
  return {
    title: titleOf(rehearsal),
    ...(only === undefined ? { aside: answer(rehearsal) } : others.length === 0 ? { aside: verdict(only) } : {}),
    blocks: [
      ...readinessBlocks(readiness),
      { kind: 'lines', lines: [...lossLines(rehearsal)] },
      streamTable(rehearsal.streams),
      ...fixBlocks(rehearsal),
      ...policyBlocks(rehearsal),
      ...spfBlocks(rehearsal),
      ...partBlocks(rehearsal),
      { kind: 'heading', text: 'What this rests on' },
      { kind: 'lines', lines: [restsOn(rehearsal), ...groundPhrases(rehearsal)] },
      ...openBlocks(rehearsal),
      ...inputBlocks(traffic.inputs),
      ...findingBlocks(untold),
    ],
  };
}

function titleOf({ change, policies, readiness }: Rehearsal): string {
  const [first, ...more] = policies.map(({ domain }) => domain);
  const domains = first === undefined ? 'nothing' : `${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return readiness.length > 0 ? `${domains} · ready for p=reject?` : `${domains} · ${changePhrase(change)}`;
}

const FATES = { refused: 'refused', quarantined: 'filed as spam' } as const;

/** What the change does first: what is lost goes before what is gained, and both before what stays as it is. */
function answer({ groups }: Rehearsal): Line {
  const { after, before } = groups.ours;
  const fates = (['refused', 'quarantined'] as const).map((fate) => ({
    now: before[fate],
    will: after[fate],
    text: `${count(after[fate])} of your own messages ${FATES[fate]}`,
  }));
  const worse = fates.find(({ now, will }) => will > now);
  if (worse !== undefined)
    return [{ text: worse.now === 0 ? worse.text : `${worse.text}, now ${count(worse.now)}`, tone: 'bad' }];
  const failing = after.fail - before.fail;
  if (failing > 0)
    return [
      { text: `${count(failing)}${before.fail > 0 ? ' more' : ''} of your own messages would fail`, tone: 'warn' },
    ];
  const better = fates.find(({ now, will }) => will < now);
  if (better !== undefined) return [{ text: `${better.text}, now ${count(better.now)}`, tone: 'good' }];
  const same = fates.find(({ will }) => will > 0);
  if (same !== undefined) return [{ text: `${same.text}, as now`, tone: 'warn' }];
  return [{ text: 'none of your own messages lost', tone: 'good' }];
}

const WORDS: Readonly<Record<Whose, string>> = { ours: 'of yours', forwarded: 'forwarded', suspicious: 'suspicious' };

const noLoss = ({ fail, open }: Outcome): string =>
  open > 0 ? 'As far as is known, ' : fail > 0 ? 'No policy is enforced: ' : 'Nothing fails: ';

/** `Refused: 8,608 messages (4.7 %): 6,609 of yours, 35 forwarded, 1,964 suspicious.` */
function* lossLines({ groups, unseen }: Rehearsal): Generator<Line> {
  const all = WHOSE.map((whose) => [whose, groups[whose]] as const);
  const [before, after] = [sumOf(all.map(([, one]) => one.before)), sumOf(all.map(([, one]) => one.after))];
  for (const fate of ['refused', 'quarantined'] as const) {
    if (after[fate] === 0 && before[fate] === 0) continue;
    const split = all
      .filter(([, one]) => one.after[fate] > 0)
      .map(([whose, one]) => `${count(one.after[fate])} ${WORDS[whose]}`);
    const was = before[fate] === after[fate] ? 'as now' : `now ${count(before[fate])}`;
    const what = `${plural(after[fate], 'message')} would be ${fate} (${percent(after[fate], after.messages)}; ${was})`;
    yield `${what}${split.length > 0 ? `: ${split.join(', ')}` : ''}.`;
    const made = after.overridden[fate];
    if (made > 0)
      yield `That is by the letter: for ${count(made)} of them the receiver noted an exception (list, forwarder, ARC, a rule of its own) and would likely deliver all the same.`;
  }
  if (after.refused + after.quarantined + before.refused + before.quarantined === 0)
    yield `${noLoss(after)}nothing would be refused or filed as spam.`;
  if (unseen.length > 0)
    yield [{ text: `No message of the period shows ${unseen.join(', ')}`, tone: 'warn' }, ': is the name right?'];
  if (after.ifMissing.messages > 0) yield ifMissingLine(after);
  if (after.open > 0) yield [{ text: `${plural(after.open, 'message')}: not known`, tone: 'warn' }, ', see below.'];
}

function ifMissingLine({ ifMissing: { messages, refused, quarantined } }: Outcome): Line {
  const fates = [
    ...(refused > 0 ? [`${count(refused)} refused`] : []),
    ...(quarantined > 0 ? [`${count(quarantined)} quarantined`] : []),
  ];
  return `${plural(messages, 'message')} of these come from sub-domains of which nobody said whether they exist, and are counted under sp; if they do not, np applies: ${fates.join(', ') || 'all delivered'}.`;
}

function restsOn({ traffic }: Rehearsal): string {
  const { calendar, reports, reporters, messages, period: span } = traffic;
  const days = `${plural(calendar.reported.length, 'day')} with reports`;
  const when = span === undefined ? '' : ` · ${period(span.begin, span.end)}`;
  return `${plural(messages, 'message')} in ${plural(reports, 'report')} from ${plural(reporters.length, 'reporter')} · ${days}${when}`;
}
