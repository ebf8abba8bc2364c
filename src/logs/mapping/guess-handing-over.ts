import { plainName } from './columns.ts';
import { isSentWord, isWaitingWord, outcomeOf } from './event-words.ts';

/** What is said of anything that a program does. */
const OF_ANYTHING =
  /^(?:success|successful|succeeded|ok|done|completed?|passed|failed|failure|fail|error|errors|timeout|pending|running|queued|skipped|retry|denied|allowed|granted|forbidden|unauthorized|erfolgreich|fehler|fehlgeschlagen|succes|echec|exito|error|fallido)$/;
export const isSaidOfAnything = (word: string): boolean => OF_ANYTHING.test(plainName(word));

/** Words of a program that hands mails over, and knows nothing of what came of them. */
export const isOfHandingOver = (words: readonly string[]): boolean =>
  words.some((word) => isSentWord(word)) &&
  words.every((word) => {
    const outcome = outcomeOf(word);
    return (
      isSentWord(word) || isSaidOfAnything(word) || isWaitingWord(word) || outcome === undefined || OWN.has(outcome)
    );
  });
/** What befalls a mail before it is handed over. */
const OWN: ReadonlySet<string> = new Set(['accepted', 'dropped']);
