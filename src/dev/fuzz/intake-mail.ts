import { taken } from '../fuzzing/intake.ts';
import { MAIL_WORDS, MAILS, MBOXES } from '../fuzzing/mails.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

/** Mails and mailboxes, with everything they hold unpacked. */
export default fuzzTarget({
  seeds: () => [...MAILS, ...MBOXES],
  tokens: MAIL_WORDS,
  run: (bytes) => taken(bytes),
  inPieces: taken,
});
