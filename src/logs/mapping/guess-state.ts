import { plainName } from './columns.ts';
import { outcomeOf } from './event-words.ts';
import { HALF, MOST_OF, MOST_ROWS, MOST_VALUES } from './guessing.ts';
import { isBounceDetail } from './guess-beside.ts';
import { isSubject, nameScore } from './guess-names.ts';
import { isOfFilter, type Moment } from './guess-moments.ts';
import { isAddress, isReply, type SampledColumn, share, shareOfEventWords } from './guess-sample.ts';
import { isOfMailAlone, isOfTrade } from './guess-trade.ts';
import { isNo } from './yes-no.ts';

const SEVERAL = 0.5;
/** Success and failure are of anything; only mails bounce. */
const OF_MAIL = 0.25;
const SURE_NAME = 0.6;

/** The column that holds words for events; of several the surest. */
export function stateIn(columns: readonly SampledColumn[]): SampledColumn | undefined {
  return (
    columns
      .filter((column) => column.counts.size <= MOST_VALUES && !isOfSomethingElse(column))
      .map((column) => ({ column, known: shareOfEventWords(column) }))
      .filter(({ column, known }) => known >= HALF || (known > 0 && isCalledState(column)))
      // What is the same in every row tells the least.
      .map(({ column, known }) => ({
        column,
        score:
          known +
          nameScore('kind', column.called) +
          (column.counts.size > 1 ? SEVERAL : 0) +
          ([...column.counts.keys()].some((word) => isOfMailAlone(word)) ? OF_MAIL : 0),
      }))
      // A type of bounce is told beside what happened, and not in every row.
      .toSorted((a, b) => b.score + 2 * b.column.filled - (a.score + 2 * a.column.filled))[0]?.column
  );
}

/** Few of its words are known, but among them is one that is said of mails alone. */
const isCalledState = ({ called, counts }: SampledColumn): boolean => {
  const words = [...counts.keys()];
  return (
    nameScore('kind', called) >= SURE_NAME &&
    words.some((word) => isOfMailAlone(word)) &&
    !words.some((word) => isOfTrade(word))
  );
};

/** Words for events stand in what mails are about, in addresses and in ids as well. */
const isOfSomethingElse = (column: SampledColumn): boolean =>
  isSubject(column.called) ||
  share(column, isAddress) >= HALF ||
  isOfIds(column) ||
  isOfVerdicts(column) ||
  isOfReplies(column) ||
  isOfErrors(column) ||
  isBesideNo(column);

/** `Bounce`: `no`, `no`, `hard`. It tells what befell a few of the mails, and of the others nothing. */
const isBesideNo = ({ called, values }: SampledColumn): boolean =>
  isBounceDetail(called) && values.some((value) => isNo(value));

/** `250 OK` beside `550 5.1.1 No such user`: these are told by their codes, and the reasons are as many as there are servers. */
const isOfReplies = (column: SampledColumn): boolean => share(column, isReply) >= MOST_OF;

/** `error` is `timeout` in some rows: what went wrong in these, and no state of any. */
const isOfErrors = ({ called, filled }: SampledColumn): boolean =>
  filled < MOST_ROWS &&
  /^(?:last|smtp|mail|send)*(?:err(?:or)?|errormessage|errormsg|errortext|exception|fehler|erreur|errore|erro)$/.test(
    plainName(called),
  );

/** A different one in every row, and digits in each. */
const isOfIds = ({ counts, values }: SampledColumn): boolean =>
  values.length >= FEWEST_IDS && counts.size === values.length && values.every((value) => /^(?=.*\d)\S+$/.test(value));
const FEWEST_IDS = 4;

/** `malicious`, `suspicious`, `spam`: what a filter thinks of mails, of which nobody complained. */
const isOfVerdicts = ({ counts }: SampledColumn): boolean => {
  const words = [...counts.keys()].map((word) => plainName(word));
  return (
    words.some((word) => isVerdict(word)) &&
    words.every((word) => isVerdict(word) || /^(?:none|unset)$/.test(word) || outcomeOf(word) === 'complained')
  );
};
/** `High Confidence Phish`: whatever stands before it. */
const isVerdict = (word: string): boolean => VERDICT.test(word) || /(?:phish|malware|spoof)$/.test(word);
const VERDICT =
  /^(?:malicious|suspicious|phish|phishing|spoof|spoofed|spoofing|malware|virus|bulk|graymail|ham|clean|safe|benign|scam|impersonation|nonspam|notspam)$/;

/** Columns of what a filter thinks of mails, where none tells what became of them: that they were sent does not. */
export function verdictsIn(columns: readonly SampledColumn[], moments: readonly Moment[]): readonly string[] {
  const further = moments.filter(({ isWeak, isSent }) => !isWeak && !isSent);
  return columns
    .filter(
      (one) =>
        (isOfVerdicts(one) && !further.some(({ isTime }) => isTime)) || (isOfFilter(one) && further.length === 0),
    )
    .map(({ name }) => name);
}
