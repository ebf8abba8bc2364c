import type { Judgement, Refusal, ReplyClass, Severity } from './class.ts';
import { codeClass } from './code.ts';
import { likelyClass } from './likely.ts';
import { outweighs } from './outweighs.ts';
import { codesIn } from './plain.ts';
import type { Rule, RuleSet } from './rule.ts';
import { type RuleReader, ruleReader } from './rule-reader.ts';
import { ruleSets } from './rules/all.ts';
import { serviceClass } from './service.ts';
import { severityOf, usualSeverity } from './severity.ts';
import { isAnnouncement, isUntold } from './untold.ts';

/** Lists and servers before languages: they name the thing, a language only describes it. */
const setsOf = (kind: RuleSet['kind']): readonly RuleSet[] => ruleSets.filter((set) => set.kind === kind);
const providerSets = setsOf('provider');
const inProviders = ruleReader(providerSets);
const inServers = ruleReader(setsOf('server'));
const inPhrases = ruleReader(setsOf('phrases'));

/**
 * What a refusal means by all that is told of it, `text` being its cluster without the frames around it. A provider's own
 * words and codes come first, then what everybody says, then codes, then the service's word; ambiguous codes (5.7.1, x.0.0)
 * give way to words.
 */
export function judge(refusal: Refusal, text: string): Judgement {
  const { code, enhancedCode } = codesOf(refusal, text);
  const whole = withCodes(text, code, enhancedCode);
  const temporary = isTemporary(code, enhancedCode, refusal.permanent);
  const told = (name: ReplyClass, by: Judgement['by']): Judgement => ({
    class: name,
    severity: severityOf(name, temporary),
    by,
  });
  const ruled = ([, name, severity]: Rule, by: Judgement['by']): Judgement =>
    severity === undefined ? told(name, by) : { class: name, severity, by };

  if (text !== '') {
    const own = inOwn(refusal.mailboxProvider)?.(whole) ?? inProviders(whole);
    if (own !== undefined) return ruled(own, 'provider');
    const named = inServers(text);
    if (named !== undefined) return ruled(named, 'phrase');
  }
  const sure = codeClass(enhancedCode, code, 'sure');
  const said = text === '' || isAnnouncement(text) ? undefined : inPhrases(text);
  if (said !== undefined && (sure === undefined || !outweighs(sure, said[1], text))) return ruled(said, 'phrase');
  if (sure !== undefined) return told(sure, 'code');
  const service = refusal.espClass === undefined ? undefined : serviceClass(refusal.espClass);
  if (service !== undefined) return told(service, 'service');
  const spelt = asWords(text);
  const read = spelt === text ? undefined : inPhrases(spelt);
  if (read !== undefined) return ruled(read, 'phrase');
  const likely = codeClass(enhancedCode, code, 'likely');
  const isSilent = text === '' || isUntold(text);
  const worded = isSilent ? undefined : likelyClass(whole);
  if (worded !== undefined && worded !== 'unclassified' && worded !== 'auto-reply' && worded !== likely)
    return { class: worded, severity: guessed(worded), by: 'words' };
  if (likely !== undefined) return told(likely, 'code');
  // Where nothing else is told, the service's verdict is: it has seen the reply.
  const isCoded = code !== undefined || enhancedCode !== undefined;
  const isServices = text === '' || (refusal.espClass !== undefined && (isSilent || !isCoded));
  if (isServices && refusal.permanent === true && !temporary)
    return { class: 'unclassified', severity: 'hard', by: 'service' };
  return told('unclassified', 'nothing');
}

/** The text with the codes in front that it does not say itself. */
function withCodes(text: string, code?: number, enhancedCode?: string): string {
  const head = [code, enhancedCode].filter((known) => known !== undefined && !text.includes(String(known))).join(' ');
  return head === '' ? text : `${head} ${text}`;
}

/** What is only likely is no proof against an address. */
function guessed(name: ReplyClass): Severity {
  const usual = usualSeverity(name);
  return usual === 'hard' ? 'soft' : usual;
}

/** `ADDRESS_NOT_FOUND`, `mailboxFull`: a program's name for a reason, as words. */
const asWords = (text: string): string =>
  text.replaceAll(/(?<=[A-Za-z])[_-](?=[A-Z])|(?<=[A-Za-z])_(?=[a-z])/g, ' ').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** By provider: rules that hold for it alone among them. */
const own = new Map<string, RuleReader>();

function inOwn(mailboxProvider: string | undefined): RuleReader | undefined {
  if (mailboxProvider === undefined) return undefined;
  const present = own.get(mailboxProvider);
  if (present !== undefined) return present;
  const sets = providerSets.filter(({ providers }) => providers?.includes(mailboxProvider));
  if (sets.length === 0) return undefined;
  const reader = ruleReader(sets, true);
  own.set(mailboxProvider, reader);
  return reader;
}

/** A delivery report often says 5.0.0 of a reply that itself says 5.1.1. */
function codesOf(refusal: Refusal, text: string): { readonly code?: number; readonly enhancedCode?: string } {
  const quoted = codesIn(text);
  const code = refusal.code ?? quoted.code;
  const told = refusal.enhancedCode;
  const enhancedCode = told === undefined || told.endsWith('.0.0') ? (quoted.enhancedCode ?? told) : told;
  return { ...(code !== undefined && { code }), ...(enhancedCode !== undefined && { enhancedCode }) };
}

/** The reply's own code first (it is what was said), then the enhanced code, then the service. */
function isTemporary(code?: number, enhancedCode?: string, permanent?: boolean): boolean {
  if (code !== undefined) return code < 500;
  if (enhancedCode !== undefined) return enhancedCode.startsWith('4');
  return permanent === false;
}
