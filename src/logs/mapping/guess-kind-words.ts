import { plainName } from './columns.ts';
import { isNotSentWord, isSentWord, isWaitingWord, outcomeOf } from './event-words.ts';
import { isOfHandingOver } from './guess-handing-over.ts';
import { type SampledColumn, spoken } from './guess-sample.ts';
import { MOST_ROWS, type Notes } from './guessing.ts';
import type { KindField, Outcome } from './mapping.ts';

/** What was received and then opened was received by people; where there is a word for delivered, by the service. */
function isByPeople(words: readonly string[], isDelivered: (word: string) => boolean): (word: string) => boolean {
  const isOfPeople = words.some((word) => READ.has(outcomeOf(word))) && !words.some((word) => isDelivered(word));
  return (word) => isOfPeople && RECEIVED.test(plainName(word));
}
const READ: ReadonlySet<Outcome | undefined> = new Set<Outcome | undefined>(['opened', 'clicked']);
const RECEIVED =
  /^(?:email|message)?(?:received|recibid[oa]s?|recue?s?|ricevut[oae]|empfangen|erhalten|ontvangen|recebid[oa]s?|otrzyman[oaey]|mottage[nt]|modtaget|получено)(?:email|message)?$/;

/** `Bounce type`, in every row: all of them are bounces, of whatever kind. */
export const isOfBounces = ({ called, filled, counts }: SampledColumn): boolean =>
  filled >= MOST_ROWS && BOUNCE_TYPE.test(plainName(called)) && ![...counts.keys()].some((value) => isDone(value));
const BOUNCE_TYPE =
  /^(?:e?mail)?(?:bounce(?:type|typ|art|kind|class|category|classification)(?:id|name|label|idlabel)?|type(?:de)?(?:bounce|rebond)|tipo(?:de|di)?(?:bounce|rebote|rimbalzo))$/;
/** Kept back, since it had bounced before. */
const SUPPRESSED = /^(?:suppress|zuruckgehalt|unterdruck|blacklist|denylist)/;
const isDone = (value: string): boolean =>
  isSentWord(value) ||
  NOT_FAILED.has(outcomeOf(value)) ||
  /^(?:complain|plainte|beschwerde|fbl|abuse)/.test(plainName(value));
const NOT_FAILED: ReadonlySet<Outcome | undefined> = new Set<Outcome | undefined>([
  'accepted',
  'delivered',
  'opened',
  'clicked',
  'unsubscribed',
  'subscribed',
]);

export function byBounceType({ name, counts }: SampledColumn, { told, doubt }: Notes): KindField {
  const values = Object.fromEntries(
    [...counts.keys()].flatMap((value): [string, Outcome][] => {
      const outcome = outcomeOf(value);
      // Somebody who is away has the mail all the same.
      const isOwn = outcome === 'hard-bounced' || outcome === 'soft-bounced' || outcome === 'auto-reply';
      return isOwn || (outcome === 'dropped' && SUPPRESSED.test(plainName(value))) ? [[value, outcome]] : [];
    }),
  );
  told('kind', `\`${name}\` holds kinds of bounces`);
  doubt(`kind.always: every row is taken for bounced, also where \`${name}\` holds something else`);
  return { column: name, values, always: 'bounced' };
}

export function byWords({ name, counts }: SampledColumn, { told, doubt }: Notes, isFurther = false): KindField {
  const words = spoken({ counts });
  const isDelivered = (word: string): boolean => outcomeOf(word) === 'delivered' && !isSentWord(word);
  const isReceived = isByPeople([...words.values()], isDelivered);
  const hasDelivered = isFurther || [...words.values()].some((word) => isDelivered(word) || isReceived(word));
  // Not sent beside what failed was not tried yet, or was kept back: only its maker knows.
  const all = [...words.values()];
  const isQueue = isOfHandingOver(all);
  const isFailing = all.some((word) => outcomeOf(word) === 'bounced');
  const values: Record<string, Outcome> = {};
  const unknown: string[] = [];
  for (const [value, count] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    const word = words.get(value) ?? value;
    const isSent = isSentWord(word);
    const outcome = isReceived(word)
      ? 'delivered'
      : isSent
        ? hasDelivered
          ? 'accepted'
          : 'delivered'
        : isQueue && isWaitingWord(word)
          ? 'accepted'
          : isQueue && isFailing && isNotSentWord(word)
            ? undefined
            : outcomeOf(word);
    if (outcome === 'accepted' && isWaitingWord(word))
      doubt(`kind: \`${value}\` is taken for accepted, and not for deferred: nothing says that it has been tried`);
    if (outcome === undefined) unknown.push(`\`${value.slice(0, 40)}\` (${count})`);
    else values[value] = outcome;
    if (isSent)
      doubt(
        hasDelivered
          ? `kind: \`${value}\` is taken for accepted by the service, since ${isFurther ? 'a column tells what came of it' : 'there is a word for delivered'}`
          : `kind: \`${value}\` is taken for delivered, since there is no other word for it`,
      );
  }
  told('kind', `\`${name}\` holds words for events: ${Object.keys(values).slice(0, 6).join(', ')}`);
  if (unknown.length > 0)
    doubt(`kind.values: not known, and left out: ${unknown.slice(0, 8).join(', ')}; name them, or say \`ignored\``);
  return { column: name, values };
}
