import { addressesIn, sameAddress } from './address.ts';
import type { Failure } from './family.ts';
import { RECIPIENTS } from './limits.ts';
import { oneLine, saysFailure } from './reply.ts';

const HEADLINE = /^[ \t>]*-{2,}[ \t]*(?<what>.{3,100}?)[ \t]*-{2,}[ \t]*$/;
const LISTS = /addresses? had|failed addresses|undeliverable addresses/i;
/** What the client said, and what the server answered; InterScan writes the arrows the other way round. */
const SENT = /^[ \t]*(?:>>>|Sent <<<|-->|C:)[ \t]*(?<said>.*)$/i;
const ANSWERED = /^[ \t]*(?:<<<|Received >>>|<--|S:)[ \t]*(?<said>.*)$/i;
/** Sendmail's own line for a recipient: `550 5.1.1 <a@b.example>... User unknown`. */
const JUDGED =
  /^[ \t]*(?<code>[245]\d\d[ -])?(?:[245]\.\d\.\d{1,3} )?<?(?<address>[^\s<>]{1,128}@[^\s<>]{1,255}?)>?\.\.\. ?(?<why>.*)$/;
const REASON = /\(reason: (?<reason>[^\n]{3,1500})\)[ \t]*$/;
const EXPANDED = /\(expanded from: <?[^>]{1,300}>?\)/;

/** What Sendmail makes of the number with which a program on the way ended (sysexits.h): what the program said tells more. */
const OF_PROGRAM =
  /service unavailable|protocol error|can(?:['’]t| ?not) (?:create output|open input)|unknown mailer error|(?:operating system|internal|configuration|input\/output|command line usage|data format) error|system file missing/i;

/**
 * Sendmail's two lists: which addresses failed, and what was said on the wire. What the other side answered counts for more
 * than what Sendmail made of it.
 */
export function readTranscript(text: string): Failure[] {
  const listed: { address: string; reason: string }[] = [];
  const judged: { address: string; reason: string }[] = [];
  const loose: string[] = [];
  let inList = false;
  let asked: string | undefined;
  let answer: string[] = [];

  const settle = (): void => {
    if (answer.length > 0 && asked !== undefined) judged.push({ address: asked, reason: oneLine(answer.join('\n')) });
    if (answer.length > 0) loose.push(oneLine(answer.join('\n')));
    answer = [];
  };
  for (const line of text.split('\n')) {
    const headline = HEADLINE.exec(line)?.groups?.['what'];
    if (headline !== undefined) {
      inList = LISTS.test(headline);
      continue;
    }
    const sent = SENT.exec(line)?.groups?.['said'];
    const answered = ANSWERED.exec(line)?.groups?.['said'];
    const known = answered === undefined ? JUDGED.exec(line)?.groups : undefined;
    if (inList && known === undefined && answered === undefined) {
      const last = listed.at(-1);
      const reason = REASON.exec(line)?.groups?.['reason'];
      if (reason !== undefined && last !== undefined) last.reason = oneLine(reason);
      else if (!EXPANDED.test(line)) {
        const [first] = addressesIn(line);
        const rest =
          first === undefined
            ? ''
            : line
                .slice(first.end)
                .replace(/^[>\])\s]+/, '')
                .replace(/<[^>]*>$/, '');
        if (first !== undefined && listed.length < RECIPIENTS)
          listed.push({
            address: first.address,
            reason: saysFailure(rest) && !/^\(?(?:un)?recoverable/.test(rest) ? oneLine(rest) : '',
          });
      }
    } else if (sent !== undefined) {
      settle();
      asked = /RCPT/i.test(sent) ? addressesIn(sent)[0]?.address : undefined;
    } else if (answered !== undefined) {
      if (/^[45]\d\d|^[^\d]/.test(answered) || answered.trim() === '421') answer.push(answered);
    } else if (known !== undefined) {
      const why = oneLine(`${known['code'] ?? ''}${known['why'] ?? ''}`);
      const before = OF_PROGRAM.test(why) ? loose.at(-1) : undefined;
      const said = answer.length > 0 ? oneLine(answer.join('\n')) : (before ?? why);
      answer = [];
      if (judged.length < RECIPIENTS)
        judged.push({ address: known['address'] ?? '', reason: said.length > 4 ? said : why });
    } else if (line.trim() !== '' && saysFailure(line)) loose.push(oneLine(line));
  }
  settle();
  return together(listed, judged, loose);
}

function together(listed: readonly Failure[], judged: readonly Failure[], loose: readonly string[]): Failure[] {
  const said = (address: string): string =>
    judged.find((one) => one.address !== undefined && sameAddress(one.address, address) && one.reason !== '')?.reason ??
    loose.find((line) => /[45]\d\d/.test(line)) ??
    loose[0] ??
    '';
  // `(reason: Can't create output)` is all that Sendmail knows of what a program said of its own accord.
  const byProgram = (reason: string): boolean => OF_PROGRAM.test(reason) && loose.length > 0;
  // `(reason: 550-5.7.1 …)` is the first line of a reply that stands whole in the transcript.
  const whole = (line: string): string =>
    /^[45]\d\d-/.test(line) ? (loose.find((one) => one.startsWith(line)) ?? line) : line;
  const failures = listed.map(({ address = '', reason }) => ({
    address,
    reason: reason === '' ? said(address) : byProgram(reason) ? (loose.at(0) ?? reason) : whole(reason),
  }));
  const seen = new Set(failures.map(({ address }) => address.toLowerCase()));
  for (const one of judged) {
    const address = one.address ?? '';
    if (listed.length > 0 || seen.has(address.toLowerCase())) continue;
    seen.add(address.toLowerCase());
    failures.push({ address, reason: one.reason });
  }
  if (failures.length > 0) return failures;
  const reason = loose.find((line) => /[45]\d\d/.test(line)) ?? loose[0];
  return reason === undefined ? [] : [{ reason }];
}
