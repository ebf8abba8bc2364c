import type { MailEvent } from '../logs/event.ts';
import type { MailboxProviderOf } from '../providers/mailbox-provider.ts';
import type { Stream } from '../streams/stream.ts';
import { noteComplaint } from './complaint-days.ts';
import { newConclusions } from './conclusions.ts';
import { eventKeys } from './event-keys.ts';
import type { Group } from './group.ts';
import type { Grouping, Placed } from './grouping.ts';
import { type Groups, newGroups, type Section, tellsStreams } from './groups.ts';
import { foldLateProviders } from './late-providers.ts';
import { mailboxProviders } from './mailbox-providers.ts';
import { OUTCOME, outcomeOf } from './outcome.ts';
import { type HiddenText, newReasons, type Reason, type Reasons } from './reasons.ts';
import { foldNameless, namesakesOf } from './nameless-streams.ts';
import { newRecipientStates } from './recipient-states.ts';
import { newSeenHashes } from './seen-hashes.ts';
import type { StreamFinder } from './stream-of.ts';
import { newTimeline } from './timeline.ts';

export interface TallyOptions {
  readonly streams: StreamFinder;
  readonly mailboxProviderOf: MailboxProviderOf;
  readonly grouping: Grouping;
  /** Whether a source's ids are good for as long as a message is open only: a mail server uses them again. */
  readonly reusesIds: (source: string) => boolean;
  /** Takes names out of what is kept of replies. */
  readonly hidden?: HiddenText | undefined;
}

/** What was counted, when all has been read. */
export interface Counted {
  readonly groups: Groups;
  readonly reasons: Reasons;
  readonly messages: number;
  readonly duplicates: number;
  readonly tlsVersions: ReadonlyMap<string, number>;
  readonly smartHosts: readonly string[];
  readonly hoursLost: number;
  /** Streams whose events name no From domain, by id, and those they are counted with. */
  readonly namesakes: ReadonlyMap<string, Stream>;
  /** Seconds since 1970 of the first and last event; undefined where there was none. */
  readonly period: { readonly begin: number; readonly end: number } | undefined;
  /** Events whose time was in part assumed. */
  readonly timeAssumed: number;
  readonly zoneAssumed: number;
}

/** An event with its place, and why it did not go through, where it did not. */
export interface Told extends Placed {
  readonly reason: Reason | undefined;
  /** The group it was counted in, by number. */
  readonly group: number;
}

/** What a log has told of a recipient whose mail went through, for mails that tell of it later. */
export interface Delivered {
  /** The group it was counted in, by number. */
  readonly group: number;
  readonly outcome: number;
}

/** The answer that was given last, for as long as the same is asked: one source writes many events. */
function asLast(answer: (source: string) => boolean): (source: string) => boolean {
  let last = '';
  let known = answer(last);
  return (source) => {
    if (source === last) return known;
    last = source;
    known = answer(source);
    return known;
  };
}

interface Settling {
  readonly section: Section;
  readonly group: Group;
  readonly outcome: number;
  /** Where a recipient is counted who is done with, and as what. */
  readonly late: { readonly home: Group; readonly outcome: number } | undefined;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface Tally {
  /** Counts an event; undefined where it has been told before, and counts no more. `delivered`: of whom a mail tells it. */
  add(event: MailEvent, delivered?: Delivered): Told | undefined;
  finish(): Counted;
}

/** Counts events in one pass: memory follows open recipients and distinct groups, never traffic. */
export function newTally({ streams, mailboxProviderOf, grouping, ...options }: TallyOptions): Tally {
  const reusesIds = asLast(options.reusesIds);
  const providers = mailboxProviders(mailboxProviderOf);
  const groups = newGroups(grouping, ({ id }) => providers.isKnown(id));
  const reasons = newReasons(options.hidden);
  const timeline = newTimeline();
  const keys = eventKeys();
  // Services send an event several times, 3 on the average and up to 46 (sendgrid/docs #2933): of 700,000 at least, the latest.
  const seen = newSeenHashes();
  const recipients = newRecipientStates({
    staysPut: grouping.isTime === true,
    groupOf: groups.byNumber,
    reusesIds,
  });
  const isByStream = tellsStreams(grouping);
  const conclusions = newConclusions(providers);
  let messages = 0;
  let again = 0;
  let begin = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let timeAssumed = 0;
  let zoneAssumed = 0;

  const isTold = (slot: number): boolean =>
    (slot < 0 ? undefined : recipients.isTold(slot, keys.event)) ?? seen.isAgain(keys.event);

  /** Why it did not go through, counted; the class of a bounce once for each recipient. */
  const blame = ({ event, provider }: Placed, group: Group, rises: boolean): Reason => {
    const reason = reasons.of(event, providers.isKnown(provider.id) ? provider.id : undefined);
    group.reasons.set(reason.number, (group.reasons.get(reason.number) ?? 0) + 1);
    if (event.kind === 'bounced' && rises) {
      group.bounces.set(reason.class, (group.bounces.get(reason.class) ?? 0) + 1);
      group.severities[reason.severity] += 1;
    }
    return reason;
  };

  const settle = (placed: Placed, slot: number, { section, group, outcome, late }: Settling): Reason | undefined => {
    const { event } = placed;
    const settled =
      late === undefined
        ? recipients.settle(event, slot, group, outcome)
        : recipients.settleLate(late.home, late.outcome, group, outcome);
    const { rises, before, deferrals } = settled;
    if (rises) {
      timeline.queue(section, event, before, outcome);
      if (outcome === OUTCOME.accepted || outcome === OUTCOME.handedOver)
        conclusions.add(event, group, outcome, settled);
    }
    if (event.kind === 'accepted') return undefined;
    const reason = event.kind === 'delivered' ? undefined : blame(placed, group, rises);
    timeline.attempt(section, group, event, reason?.number, deferrals);
    return reason;
  };

  /** A bounce that comes as a mail, later, says to whom, and not of which message. */
  const lateSlot = ({ kind }: MailEvent): number =>
    keys.isPaired && kind === 'bounced' ? recipients.latest(keys.pair) : -1;

  const lateOf = ({ group, outcome }: Delivered): Settling['late'] => {
    const home = groups.byNumber(group);
    return home === undefined ? undefined : { home, outcome };
  };

  /**
   * What somebody did with a mail, and what a mail tells of him later, counts where the mail did: an open says nothing of
   * the sender. So does what says less than was said before.
   */
  const belongsTo = (home: Group, placed: Placed, outcome: number | undefined, isLate: boolean): boolean =>
    grouping.isTime !== true && (outcome === undefined || isLate || groups.isVaguer(placed, home));

  /** Who complained is blacked out, and not where: of a message to several it is another one than who was found by its id. */
  const isElsewhere = ({ second }: Group, { event, provider }: Placed): boolean =>
    event.kind === 'complained' &&
    event.recipient === undefined &&
    grouping.name === 'stream' &&
    second?.id !== provider.id &&
    providers.isKnown(provider.id);

  return {
    add(event, delivered) {
      const reuses = reusesIds(event.source);
      const outcome = outcomeOf(event);
      const isKnown = keys.make(event, reuses);
      const late = delivered === undefined ? undefined : lateOf(delivered);
      const slot =
        late !== undefined ? -1 : isKnown ? recipients.slotOf(keys.recipient, outcome, reuses) : lateSlot(event);
      if (!reuses && isTold(slot)) {
        again += 1;
        return undefined;
      }
      if (event.time < begin) begin = event.time;
      if (event.time > end) end = event.time;
      if (event.timeAssumed !== undefined) timeAssumed += 1;
      if (event.timeAssumed !== undefined && event.timeAssumed !== 'year') zoneAssumed += 1;
      const placed: Mutable<Told> = {
        event,
        stream: streams.of(event),
        provider: providers.of(event),
        reason: undefined,
        group: 0,
      };
      const home = late?.home ?? (slot < 0 ? undefined : recipients.homeOf(slot));
      const isHome = home !== undefined && belongsTo(home, placed, outcome, late !== undefined);
      const at = isHome ? groups.placeOf(home) : undefined;
      if (at !== undefined && isByStream) placed.stream = at.stream;
      const section = at?.section ?? groups.section(placed);
      if (event.kind === 'accepted') {
        messages += 1;
        section.messages += 1;
        // A mail server takes in messages, and says later for whom.
        if (event.recipient === undefined) return placed;
      }
      const group = isHome && !isElsewhere(home, placed) ? home : groups.group(section, placed);
      placed.group = group.number;
      if (outcome === undefined) {
        const { complained } = group;
        recipients.react(event, slot, group);
        if (group.complained > complained) noteComplaint(section, event);
        return placed;
      }
      placed.reason = settle(placed, slot, { section, group, outcome, late });
      if (isKnown && keys.isPaired && event.kind === 'delivered') recipients.keepLatest(keys.pair, group, outcome);
      return placed;
    },
    finish() {
      conclusions.smartHosts.settle();
      const namesakes = namesakesOf(streams.all());
      foldNameless(groups, namesakes);
      if (grouping.name === 'stream' || grouping.name === 'provider')
        foldLateProviders(groups, providers, grouping.name === 'provider');
      return {
        groups,
        reasons,
        messages,
        duplicates: again,
        tlsVersions: conclusions.tlsVersions,
        smartHosts: conclusions.smartHosts.found,
        hoursLost: timeline.lost(),
        namesakes,
        period: begin > end ? undefined : { begin, end },
        timeAssumed,
        zoneAssumed,
      };
    },
  };
}
