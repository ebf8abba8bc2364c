import { plainName } from './columns.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { formatsOf, isFlag, type SampledColumn, share } from './guess-sample.ts';
import { MOST_ROWS } from './guessing.ts';
import type { Outcome } from './mapping.ts';

/** A column that is of one thing that may happen to a mail: `delivered_at`, `opens`, `Bounced?`. */
export interface Moment {
  readonly column: SampledColumn;
  readonly outcome: Outcome;
  /** It is called after the sending, of which only what else there is tells how far it came. */
  readonly isSent: boolean;
  /** It holds when; else whether, or how often. */
  readonly isTime: boolean;
  /** `created_at`, `received`: of whatever the row is. */
  readonly isWeak: boolean;
}

/** What says of a moment only that it is one, and makes no number a time. */
const TIME_WORDS: ReadonlySet<string> = new Set(
  'at on den dnia dttm dtm date datetime timestamp time ts utc gmt cet cest local when am um op le el il em datum zeit zeitpunkt uhrzeit zeitstempel heure horodatage data ora fecha hora tijd tijdstip moment dato tid дата время data godzina'.split(
    ' ',
  ),
);
/** What stands beside the word: of what, how often, for which time. */
const BESIDE: ReadonlySet<string> = new Set(
  'email mail letter newsletter message msg event was is has been of the by de du des del della di do dos das d da la les der die das count counts number num nb nr no times real confirmed recipient flag link links total totals anzahl liczba antal aantal ilosc numero nombre numero numero first last initial unique latest erste erster erstes letzte letzter letztes pierwsze pierwszy ostatnie första forsta senaste primeiro primeira ultimo eersten premier premiere derniere dernier primo prima primer ultimo ultima primera eerste laatste'.split(
    ' ',
  ),
);
const FIRST = /^(?:first|initial|unique|last)/;
/** `hard_bounce_received_at`: that somebody noted it. */
const NOTED = /^(?:receiv|record|detect|report|register|occur|notic)ed$/;
/** `ISBOUNCED`, `RECIPIENTOPEN`: names of databases have no words. */
const FLAG = /^(?:is|was|has|recipient|contact)(?=\p{L}{4})/u;

const JOINED = /(?<=\p{L}{3})(?:at|on|date|time|datetime|timestamp|ts)$/u;
/** `Öffnungsdatum`, `Zustellzeitpunkt`, `verzenddatum`, `開封日時`. */
const COMPOUND = /(?<=\p{L})s?(?:datum|zeitpunkt|zeit|tijdstip|tijd|日時|時刻|时间|日期|日)$/u;
/** `Delivery time (s)`: how long it took is no count of deliveries. */
const UNIT =
  /(?:^|\s|[_([])(?:s|secs?|seconds|ms|msecs?|millis|milliseconds|mins?|minutes|sek|sekunden|duration|latency|delay)[)\]]?$/i;

/** `DELIVERYID`: which of them, and not how many. */
const ID = /(?<!inval)ids?$/i;
/** `return_code`: 0 says that nothing came back. */
const CODE = /codes?$/i;
/** `last_seen`: where somebody was, and not what he read. */
const SEEN_PEOPLE = /^(?:last|zuletzt)[\W_]?(?:seen|gesehen|active|online|login)/i;
/** `retry_count`: how often it was tried. */
const TRIES = /retr|tries|attempt|count/i;

/** Nouns that are no word for an event in a cell, and are one in a name that goes on with a time. */
const NOUNS: ReadonlyMap<string, Outcome | 'sent'> = new Map(
  (
    [
      [
        'sent',
        'versand versende versendung sende aussendung envoi expedition invio envio verzending verzend wysyłki wysyłka wysłania utskick utskicks отправки 送信 配信',
      ],
      [
        'delivered',
        'recepcion reception ricezione recepcao ontvangst ontvangen 到達 dostarczenia entrega levering zustellung zustell auslieferung livraison remise consegna recapito entrega bezorging aflevering',
      ],
      [
        'opened',
        'read viewed 開封 otwarcia oppnings opening openings offnungs lecture lettura lectura gelesen lu letto leido gelezen',
      ],
      ['bounced', 'failure ruckläufer retour ritorno devolucion odbicia zwrotu studs エラー バウンス'],
      [
        'unsubscribed',
        'remocao removido wypisu 解除 退会 配信停止 wypisania rezygnacji desinscription abmelde disiscrizione afmelding uitschrijving optout',
      ],
      ['complained', 'beschwerde plainte reclamo queja reclamacao klacht skargi klagomal 迷惑メール報告'],
      ['clicked', 'kliknięcia clique クリック'],
    ] as const
  ).flatMap(([outcome, nouns]) => nouns.split(' ').map((noun) => [plainName(noun), outcome] as const)),
);
/** Replies of people and of machines, and what happened to a row rather than to a mail. */
const NO_MOMENT: ReadonlySet<Outcome> = new Set<Outcome>(['auto-reply', 'ignored']);
const WEAK = /^(?:creat|receiv|recept|request|schedul|attempt|submi|process|return)/;
const isCount = (value: string): boolean => /^\d{1,5}$/.test(value);

/** `isspam`, `sascore`: what a filter thinks of a mail, of which nobody complained. */
export const isOfFilter = ({ called }: SampledColumn): boolean => OF_FILTER.test(plainName(called));
const OF_FILTER =
  /^(?:is(?:high|low|sa|rbl)?spam|(?:sa|spam|spamassassin|rspamd)score|spamlevel|spamverdict|isvirus|isphish(?:ing)?|virusinfected|isbulk)$/;

export function momentsOf(columns: readonly SampledColumn[]): readonly Moment[] {
  const moments = columns.flatMap((column) => momentOf(column) ?? []);
  // Beside `sent_time`, `send_time` is when it was to be sent.
  const isPlanned = ({ column, isTime }: Moment): boolean => isTime && PLANNED.test(plainName(column.called));
  const isSentToo = moments.some((moment) => moment.isSent && moment.isTime && !isPlanned(moment));
  return isSentToo ? moments.filter((moment) => !isPlanned(moment)) : moments;
}
const PLANNED = /^send(?:at|on|time|date|after)$/;

function momentOf(column: SampledColumn): Moment | undefined {
  const { called, values } = column;
  if (values.length === 0 || UNIT.test(called) || ID.test(called) || CODE.test(called)) return undefined;
  const isTime = formatsOf(column).length > 0;
  const isFlags = share(column, isFlag) === 1;
  if (!isTime && !isFlags && share(column, isCount) < 1) return undefined;
  const told = wordOf(called);
  if (told === undefined || (told.isTimed && !isTime)) return undefined;
  const { word, isFirst } = told;
  // Not whether it was opened, but whether never before.
  if (isFirst && isFlags) return undefined;
  if ((!isTime && isOfFilter(column)) || SEEN_PEOPLE.test(called)) return undefined;
  const noun = NOUNS.get(word);
  const isSent = isSentWord(word) || noun === 'sent';
  const outcome = isSent ? 'accepted' : (outcomeOf(word) ?? noun);
  if (outcome === undefined || NO_MOMENT.has(outcome)) return undefined;
  // Not all of them were given up: it is until when something holds, and how often it is to be tried.
  if (outcome === 'expired' && column.filled >= MOST_ROWS) return undefined;
  if (outcome === 'deferred' && !isTime && (!isFlags || TRIES.test(called))) return undefined;
  return { column, outcome, isSent, isTime, isWeak: WEAK.test(word) };
}

interface NameWord {
  readonly word: string;
  readonly isTimed: boolean;
  readonly isFirst: boolean;
}

/** What is left of a name without what says that it is a time, and of what; of a path the last key that leaves anything. */
function wordOf(name: string): NameWord | undefined {
  let isTimed = false;
  for (const key of name.split('.').toReversed()) {
    const words = key
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .split(/[^\p{L}\p{M}]+/u)
      .map((one) => plainName(one))
      .filter(Boolean);
    isTimed ||= words.some((one) => TIME_WORDS.has(one));
    const told = words.filter((one) => !TIME_WORDS.has(one) && !BESIDE.has(one));
    const beside = told.some((one) => !NOTED.test(one)) ? told.filter((one) => !NOTED.test(one)) : told;
    // `sent_ok`: that it went well says the flag.
    const left = beside.filter((one, at) => at === 0 || !/^(?:ok|success)$/.test(one)).join('');
    if (left === '') continue;
    const phrase = beside.join(' ');
    if (!isKnown(left) && beside.length > 1 && isKnown(phrase)) return { word: phrase, isTimed, isFirst: false };
    const flag = left.replace(FLAG, '');
    if (flag !== left && !isKnown(left) && isKnown(flag)) return { word: flag, isTimed, isFirst: false };
    const short = left.replace(FIRST, '').replace(JOINED, '').replace(COMPOUND, '');
    // The end of `studsat` and `öppnat` is no preposition.
    const word = isKnown(left) ? left : short;
    return {
      word,
      isTimed: isTimed || (word === short && left.replace(FIRST, '') !== short),
      isFirst: words.some((one) => FIRST.test(one)),
    };
  }
  return undefined;
}

const isKnown = (word: string): boolean => outcomeOf(word) !== undefined || isSentWord(word) || NOUNS.has(word);
