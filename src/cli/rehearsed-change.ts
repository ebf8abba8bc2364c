import { UserError } from '../core/errors.ts';
import { domainName as folded } from '../protocols/domain.ts';
import { closest } from '../protocols/edit-distance.ts';
import { isSpfRecord } from '../protocols/spf.ts';
import { providers as everyProvider } from '../providers/all.ts';
import type { Change, RehearsedTag, WithdrawnSelector } from '../rehearsal/change.ts';
import { domainName } from './domain-name.ts';
import { refuseNoSelector } from './selector.ts';
import { textOfFile } from './text-file.ts';

/** The change as commander hands it over. */
export interface ChangeOptions {
  readonly policy?: string;
  readonly sp?: string;
  readonly np?: string;
  readonly adkim?: string;
  readonly aspf?: string;
  readonly alignment?: string;
  readonly testing?: string;
  readonly spf?: string;
  readonly spfFile?: string;
  readonly withoutSelector?: readonly string[];
  readonly withoutProvider?: readonly string[];
  readonly withoutDomain?: readonly string[];
}

/** The change, but for whose SPF record is to be another: which domain that is, may only be known from the reports. */
export interface TypedChange extends Omit<Change, 'spf' | 'planned'> {
  readonly spfText: string | undefined;
}

/** Reads what was typed; a UserError for what nobody can mean. */
export async function typedChange(options: ChangeOptions): Promise<TypedChange> {
  const { withoutSelector = [], withoutProvider = [], withoutDomain = [] } = options;
  return {
    policy: tagsOf(options),
    spfText: await spfText(options),
    selectors: withoutSelector.map((typed) => selectorOf(typed)),
    providers: withoutProvider.map((id) => providerId(id)),
    withoutDomains: withoutDomain.map((domain) => domainName(domain)),
  };
}

function tagsOf({ policy, sp, np, adkim, aspf, alignment, testing }: ChangeOptions): Change['policy'] {
  if (alignment !== undefined && (adkim !== undefined || aspf !== undefined))
    throw new UserError('--alignment says both, so --adkim and --aspf do not go with it');
  const mode = (typed: string | undefined): string | undefined => typed?.slice(0, 1);
  const tags: Readonly<Record<RehearsedTag, string | undefined>> = {
    p: policy,
    sp,
    np,
    adkim: mode(adkim ?? alignment),
    aspf: mode(aspf ?? alignment),
    t: testing,
  };
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined));
}

async function spfText({ spf, spfFile }: ChangeOptions): Promise<string | undefined> {
  if (spf !== undefined && spfFile !== undefined)
    throw new UserError('--spf and --spf-file are two records for one domain', undefined, 'give one of them');
  if (spfFile !== undefined)
    return record(unquoted(await textOfFile({ path: spfFile, what: 'the SPF record' })), spfFile);
  return spf === undefined ? undefined : record(spf.trim(), '--spf');
}

/** A record may lie in a file as it stands in a zone: in quotes, in several strings, over several lines. */
function unquoted(text: string): string {
  const strings = Array.from(text.matchAll(/"([^"]*)"/g), ([, inside = '']) => inside);
  return strings.length > 0 ? strings.join('') : text.trim().replaceAll(/\s+/g, ' ');
}

function record(text: string, from: string): string {
  if (isSpfRecord(text)) return text;
  throw new UserError(
    `${from} holds no SPF record: \`${text}\``,
    'one begins with v=spf1',
    'v=spf1 include:_spf.example.net -all',
  );
}

function selectorOf(typed: string): WithdrawnSelector {
  const [selector = '', ...domain] = typed.split('@');
  refuseNoSelector(selector);
  return domain.length === 0 ? { selector } : { selector, domain: folded(domainName(domain.join('@'))) };
}

const PROVIDERS: readonly string[] = everyProvider.map(({ id }) => id);

function providerId(typed: string): string {
  if (PROVIDERS.includes(typed)) return typed;
  const likely = closest(typed, PROVIDERS, 3);
  throw new UserError(
    `there is no provider \`${typed}\``,
    likely === undefined ? undefined : `there is ${likely}`,
    'sendaudit list providers',
  );
}
