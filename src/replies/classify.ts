import { ownCopy } from '../core/own-copy.ts';
import type { Judgement, Refusal, ReplyClass, Severity } from './class.ts';
import { clusterOf } from './cluster.ts';
import { codeClass } from './code.ts';
import { codesIn } from './plain.ts';
import { likelyClass } from './likely.ts';
import { recent } from './recent.ts';
import type { RuleSet } from './rule.ts';
import { type RuleReader, ruleReader } from './rule-reader.ts';
import { ruleSets } from './rules/all.ts';
import { serviceClass } from './service.ts';
import { severityOf, usualSeverity } from './severity.ts';

/** Kinds of replies, not texts: a year of a large sender's logs has a few thousand. */
const CLUSTERS_REMEMBERED = 4_000;
/** Of one kind: codes and services differ by a few; the limit stops a source that makes up words. */
const REFUSALS_PER_CLUSTER = 32;

interface Judged {
  readonly refusal: Refusal;
  readonly judgement: Judgement;
}
const judged = recent<Judged[]>(CLUSTERS_REMEMBERED);

/** Lists and servers before languages: they name the thing, a language only describes it. */
const setsOf = (kind: RuleSet['kind']): readonly RuleSet[] => ruleSets.filter((set) => set.kind === kind);
const providerSets = setsOf('provider');
const inProviders = ruleReader(providerSets);
const inServers = ruleReader(setsOf('server'));
const inPhrases = ruleReader(setsOf('phrases'));

/**
 * What a refusal means. A provider's own words and codes come first, then what everybody says, then codes, then the
 * service's word; ambiguous codes (5.7.1, x.0.0) give way to words. It rests on the reply's cluster, so replies that
 * differ in addresses and ids only are judged alike, and once.
 */
export function classify(refusal: Refusal): Judgement {
  const cluster = refusal.diagnostic === undefined ? '' : clusterOf(refusal.diagnostic);
  const alike = judged.get(cluster) ?? judged.set(cluster, []);
  for (const known of alike) if (isAsked(known.refusal, refusal)) return known.judgement;
  const judgement = inPlace(cluster, judge(refusal, withoutFrame(cluster)));
  if (alike.length >= REFUSALS_PER_CLUSTER) alike.length = 0;
  const { code, enhancedCode, mailboxProvider, espClass, permanent } = refusal;
  alike.push({
    refusal: {
      ...(code !== undefined && { code }),
      ...(enhancedCode !== undefined && { enhancedCode: ownCopy(enhancedCode) }),
      ...(mailboxProvider !== undefined && { mailboxProvider }),
      ...(espClass !== undefined && { espClass: ownCopy(espClass) }),
      ...(permanent !== undefined && { permanent }),
    },
    judgement,
  });
  return judgement;
}

/** All but the text. */
const isAsked = (one: Refusal, other: Refusal): boolean =>
  one.code === other.code &&
  one.enhancedCode === other.enhancedCode &&
  one.mailboxProvider === other.mailboxProvider &&
  one.espClass === other.espClass &&
  one.permanent === other.permanent;

/** Where in the session a refusal came says of whom it can speak. */
function inPlace(cluster: string, judgement: Judgement): Judgement {
  const { class: name } = judgement;
  if (OF_ADDRESS.has(name) && TO_MAIL_FROM.test(cluster)) return of(judgement, 'sender-rejected');
  if (name === 'unclassified') {
    if (REFUSED_MAIL_FROM.test(cluster)) return of(judgement, 'policy');
    if (REFUSED_ADDRESS.test(cluster)) return { ...judgement, class: 'user-unknown', severity: 'hard' };
    if (REFUSED_DATA.test(cluster)) return of(judgement, 'policy');
    if (REFUSED_GREETING.test(cluster)) return of(judgement, 'ip-blocked');
  }
  if (OF_THE_HOUSE.has(name) && REFUSED_GREETING.test(cluster)) return of(judgement, 'ip-blocked');
  if (OF_NOTHING.has(name) && QMAIL_SENDER.test(cluster)) return of(judgement, 'sender-rejected');
  if (PASSING.has(name) && GIVEN_UP.test(cluster)) return { ...judgement, class: 'expired', severity: 'soft' };
  return judgement;
}

const of = (judgement: Judgement, name: ReplyClass): Judgement => ({ ...judgement, class: name, severity: 'block' });

/** What the sending server puts around a reply it quotes: a host and an address that say nothing about the refusal. */
const FRAMES =
  /^delivery temporarily suspended: (?!host )|^(?:smtp; ?)?[45]\.\d\.\d - [A-Z][\w ]{2,40}? (?=[45]\d\d\b)|^(?:connect to \S+ ?\S*: server )?refused to talk to me: |(?:^|.*?[\s>])host \S+ ?\S* (?:said|refused to talk to me): |^.*?(?:Remote (?:host|server)(?: at \S+ \S+)? (?:said: |returned '?)|IP address responded with: "?)|^.{0,60}?\breject: [\w-]+ from \S+: |^.{0,200}?\brejected (?:RCPT|MAIL|DATA)(?: <address>)?: |^.*?response from the remote server was: ?|^.*?[LS]MTP error from remote mail ?(?:server|er) after [^:]*?(?::? ?<address>)?[^:]*: (?:host \S+ \S*\]:? )?|^host (?:<host>|\S+\.\S+) \S+ |(?::? ?retry timeout exceeded)?\+\+ all hosts for .*|: retry timeout exceeded$|,? ?I'm not going to try again; this message has been in the queue too long\.?|\s*\(in reply to [\w\s-]+?(?:command)?\)/gi;

/** Refused at MAIL FROM, the address that does not exist is the sender's: the recipient must not pay for it. */
const TO_MAIL_FROM = /in reply to MAIL FROM|after MAIL FROM/i;
/** A refusal for good without a reason: at MAIL FROM only the sender is known, in the greeting only the address. */
const REFUSED_MAIL_FROM = /\b5\d\d\b.*(?:in reply to MAIL FROM)|after (?:pipelined )?MAIL FROM.*\b5\d\d\b/i;
/** At RCPT TO, a server that repeats the address in a refusal for good speaks of it; after the data, of what it was sent. */
const REFUSED_ADDRESS = /\b5\d\d\b.{0,20}<address>.*in reply to RCPT TO/i;
const REFUSED_DATA = /\b5\d\d\b.*in reply to end of DATA|after end of data.*\b5\d\d\b/i;
const REFUSED_GREETING = /refused to talk to me: 5\d\d\b|after initial connection.*\b5\d\d\b/i;
/** «Access denied», «service unavailable»: said to whoever connects, before anything was said, it is about the address. */
const OF_THE_HOUSE: ReadonlySet<ReplyClass> = new Set(['policy', 'system-error']);
/** qmail's words for it. */
const QMAIL_SENDER = /^Connected to \S+ but sender was rejected/i;
/** Exim, qmail and Haraka give up with the last answer in front: where it tells no lasting reason, time was the reason. */
const GIVEN_UP = /: retry timeout exceeded|this message has been in the queue too long|^too many failures\b/i;
const PASSING: ReadonlySet<ReplyClass> = new Set([
  'connection',
  'routing',
  'dns',
  'greylisted',
  'system-error',
  'unclassified',
]);
const OF_NOTHING: ReadonlySet<ReplyClass> = new Set(['policy', 'user-unknown', 'domain-unknown', 'unclassified']);
const OF_ADDRESS: ReadonlySet<ReplyClass> = new Set(['user-unknown', 'domain-unknown', 'mailbox-disabled']);

/** Words without which no frame begins: most replies have none, and looking for each frame is dear. */
const FRAMED = /host|refused to talk|remote|retry|suspended|not going|in reply| - |reject(?:ed [RMD]|:)/i;

function withoutFrame(text: string): string {
  if (!FRAMED.test(text)) return text;
  const bare = text.replaceAll(FRAMES, '');
  return /[A-Za-z\u0080-\uffff]/.test(bare) ? bare : text;
}

function judge(refusal: Refusal, text: string): Judgement {
  const { code, enhancedCode } = codesOf(refusal, text);
  const head = [code, enhancedCode].filter((known) => known !== undefined && !text.includes(String(known))).join(' ');
  const whole = head === '' ? text : `${head} ${text}`;
  const temporary = isTemporary(code, enhancedCode, refusal.permanent);
  const answer = (name: ReplyClass, by: Judgement['by'], severity?: Severity): Judgement => ({
    class: name,
    severity: severity === 'hard' || severity === undefined ? severityOf(name, temporary) : severity,
    by,
  });

  if (text !== '') {
    const own = inOwn(refusal.mailboxProvider)?.(whole) ?? inProviders(whole);
    if (own !== undefined) return answer(own[1], 'provider', own[2]);
    const named = inServers(text);
    if (named !== undefined) return answer(named[1], 'phrase', named[2]);
    const said = inPhrases(text);
    const sure = codeClass(enhancedCode, code, 'sure');
    // The words of a house rule («not allowed», «try again later») say less than a code that names the reason.
    if (said !== undefined && !(sure !== undefined && saysLess(said[1], sure) && !isOfPolicy(said[1], sure, text)))
      return answer(said[1], 'phrase', said[2]);
    if (sure !== undefined) return answer(sure, 'code');
  }
  const service = refusal.espClass === undefined ? undefined : serviceClass(refusal.espClass);
  const sure = codeClass(enhancedCode, code, 'sure');
  if (sure !== undefined) return answer(sure, 'code');
  if (service !== undefined) return answer(service, 'service');
  const spelt = asWords(text);
  const read = spelt === text ? undefined : inPhrases(spelt);
  if (read !== undefined) return answer(read[1], 'phrase', read[2]);
  const likely = codeClass(enhancedCode, code, 'likely');
  const worded = text === '' ? undefined : likelyClass(whole);
  if (worded !== undefined && worded !== 'unclassified' && worded !== likely)
    return { class: worded, severity: guessed(worded), by: 'words' };
  if (likely !== undefined) return answer(likely, 'code');
  // Where nothing else is told, the service's verdict is: it has seen the reply.
  if (text === '' && refusal.permanent === true && !temporary)
    return { class: 'unclassified', severity: 'hard', by: 'service' };
  return answer('unclassified', 'nothing');
}

/** What is only likely is no proof against an address. */
function guessed(name: ReplyClass): Severity {
  const usual = usualSeverity(name);
  return usual === 'hard' ? 'soft' : usual;
}

/** `ADDRESS_NOT_FOUND`, `mailboxFull`: a program's name for a reason, as words. */
const asWords = (text: string): string =>
  text.replaceAll(/(?<=[A-Za-z])[_-](?=[A-Z])|(?<=[A-Za-z])_(?=[a-z])/g, ' ').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');

const VAGUE: ReadonlySet<ReplyClass> = new Set(['policy', 'system-error', 'protocol']);

/** «Invalid address» does not say whose; 5.1.7 and 5.1.8 do. A «timeout» may be one of many; 4.4.7 says it was the last. */
const saysLess = (said: ReplyClass, sure: ReplyClass): boolean =>
  VAGUE.has(said) ||
  (sure === 'sender-rejected' && OF_ADDRESS.has(said)) ||
  (sure === 'loop' && said === 'malformed') ||
  (sure === 'mailbox-full' && said === 'too-many-recipients') ||
  (sure === 'expired' && said === 'connection');

/** 5.1.1 and 5.2.1 are the default of filters, too: where policy is given as the reason, the address is not at fault. */
const isOfPolicy = (said: ReplyClass, sure: ReplyClass, text: string): boolean =>
  said === 'policy' && OF_ADDRESS.has(sure) && OF_POLICY.test(text);
const OF_POLICY =
  /(?:due to|because of|for|by|against|violat\w+|per|wegen|pour|por) (?:\w+ ){0,3}(?:polic|polit|r(?:i|e)chtlini|beleid)/i;

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
