import type { FeedbackMail } from '../../intake/document.ts';
import { documents } from '../../intake/documents.ts';
import { readFailureReport } from '../../reports/failure/read.ts';
import { MAIL_WORDS } from '../fuzzing/mails.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

/** Failure reports (RFC 5965, RFC 6591), from the mail on. */
export default fuzzTarget({
  seeds: () => fixtures('failures/mails', '.eml', 4096),
  tokens: MAIL_WORDS,
  async run(bytes) {
    const found: unknown[] = [];
    for await (const item of documents(['-'], { stdin: once(bytes) }))
      if (item.kind === 'feedback') found.push(readFailureReport(item satisfies FeedbackMail));
    return found;
  },
});

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  await Promise.resolve();
  yield bytes;
}
