import { byName } from '../core/order.ts';
import type { PublishedPolicy } from '../reports/aggregate/row.ts';
import type { StreamClass } from '../streams/stream.ts';
import type { Comparison, NewSources, PolicyChange, StreamChange, StreamLevel } from './comparison.ts';
import { newSelectors } from './selectors.ts';
import { newSources } from './new-sources.ts';
import { successors } from './successors.ts';
import type { StreamTotals } from './totals.ts';
import type { Traffic } from './traffic.ts';

/** Below this many messages, then or now, a share or a factor is chance. */
const FEWEST_MESSAGES = 100;
/** Change of the share of passing messages. */
const SHARE_MOVED = 0.05;
/** Times as many messages a day as before, or the other way round. */
const TIMES_AS_MANY = 2;
/** New addresses of a stream are worth telling with this share of its messages; services change theirs all the time. */
const NEW_SOURCES_SHARE = 0.1;

/** Streams are the same where their ids are, both periods having been attributed with the same knowledge, or one succeeds another. */
export function comparisonOf(
  now: Traffic,
  then: Traffic,
  organisation: (domain: string) => string,
): Comparison | undefined {
  if (then.period === undefined) return undefined;
  const formerly = successors(now, then);
  const idThen = (id: string): string => formerly.get(id) ?? id;
  const before = new Map(then.streams.map((stream) => [stream.id, stream]));
  const sources = newSources(now, then, idThen);
  const selectors = newSelectors(now, then, organisation, idThen);
  const changes = now.streams.map((stream): StreamChange => {
    const was = before.get(idThen(stream.id));
    const former = formerly.get(stream.id);
    return {
      ...namesOf(stream),
      ...(former === undefined ? {} : { formerly: former }),
      kind: was === undefined ? 'new' : 'changed',
      ...(was === undefined ? {} : { before: levelOf(was, then) }),
      after: levelOf(stream, now),
      newSources: sources.get(stream.id) ?? NO_SOURCES,
      newSelectors: was === undefined || !isOurs(stream.class) ? [] : (selectors.get(stream.id) ?? []),
    };
  });
  const still = new Set(now.streams.map(({ id }) => idThen(id)));
  const vanished = then.streams
    .filter(({ id }) => !still.has(id))
    .map((stream): StreamChange => ({
      ...namesOf(stream),
      kind: 'vanished',
      before: levelOf(stream, then),
      newSources: NO_SOURCES,
      newSelectors: [],
    }));
  const inBoth = then.duplicates.filter(({ elsewhere }) => elsewhere === true).length;
  return {
    period: then.period,
    reports: then.reports,
    messages: then.messages,
    pass: then.pass,
    perDay: perDay(then.messages, then),
    perDayNow: perDay(now.messages, now),
    duplicates: then.duplicates.length - inBoth,
    inBoth,
    streams: [...changes.filter(isTelling), ...vanished].toSorted(
      (a, b) => weight(b) - weight(a) || byName(a.id, b.id),
    ),
    policies: policyChanges(now, then),
  };
}

const perDay = (messages: number, { calendar }: Traffic): number =>
  Math.round((messages / Math.max(1, calendar.reported.length)) * 10) / 10;

const NO_SOURCES: NewSources = { count: 0, messages: 0, largest: [] };

const namesOf = ({ id, name, headerFrom, provider }: StreamTotals) => ({
  id,
  name,
  headerFrom,
  ...(provider === undefined ? {} : { provider }),
});

const levelOf = ({ class: streamClass, messages, pass }: StreamTotals, traffic: Traffic): StreamLevel => ({
  class: streamClass,
  messages,
  pass,
  perDay: perDay(messages, traffic),
});

const weight = ({ before, after }: StreamChange): number => Math.max(before?.messages ?? 0, after?.messages ?? 0);

const isOurs = (streamClass: StreamClass): boolean => streamClass === 'aligned' || streamClass === 'fixable';

function isTelling({ before, after, newSources: sources, newSelectors: selectors }: StreamChange): boolean {
  if (before === undefined || after === undefined) return true;
  if (before.class !== after.class || selectors.length > 0) return true;
  if (hasTellingSources(after, sources)) return true;
  if (Math.max(before.messages, after.messages) < FEWEST_MESSAGES) return false;
  const [less, more] = before.perDay < after.perDay ? [before, after] : [after, before];
  return more.perDay >= less.perDay * TIMES_AS_MANY || passMoved(before, after);
}

/** Forwarders and botnets are new every day: of those, only a single address of weight is worth a word. */
function hasTellingSources(after: StreamLevel, { messages, largest }: NewSources): boolean {
  if (after.class === 'suspicious') return (largest[0]?.messages ?? 0) >= FEWEST_MESSAGES;
  return isOurs(after.class) && messages >= FEWEST_MESSAGES && messages >= after.messages * NEW_SOURCES_SHARE;
}

/** Whether clearly more or fewer messages pass than before. */
const passMoved = (before: StreamLevel, after: StreamLevel): boolean =>
  Math.min(before.messages, after.messages) >= FEWEST_MESSAGES &&
  Math.abs(before.pass / before.messages - after.pass / after.messages) >= SHARE_MOVED;

const TAGS: readonly (keyof PublishedPolicy)[] = ['p', 'sp', 'np', 'adkim', 'aspf', 'fo', 'pct', 'testing'];

function policyChanges(now: Traffic, then: Traffic): PolicyChange[] {
  const before = new Map(then.tallies.policyDomains().map(({ domain, policy }) => [domain, policy]));
  return now.tallies.policyDomains().flatMap(({ domain, policy }) => {
    const known = before.get(domain);
    if (known === undefined) return [];
    return TAGS.flatMap((tag): PolicyChange[] => {
      const [was, is] = [known[tag], policy[tag]];
      // Many reporters leave out all but p: what one of them does not say has not changed.
      if (was === is || was === undefined || is === undefined) return [];
      return [{ domain, tag, before: was, after: is }];
    });
  });
}
