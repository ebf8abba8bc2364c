const LINE = /\b(?:sendmail|sm-[\w.-]{1,32})\[\d{1,10}\]: (.*)$/;
const ATTEMPT = /^[A-Za-z0-9]{7,24}: to=/;
const ARRIVAL = /^[A-Za-z0-9]{7,24}: from=/;
const INDENTED = /^[ \t]{2,}\S/;

/** Whether a line without a stamp is the rest of one of sendmail's, whose fields stand in an order. */
export function sendmailGoesOn(line: string, next: string): boolean {
  const text = LINE.exec(line)?.[1];
  if (text === undefined) return false;
  if (/, *$/.test(text) || INDENTED.test(next)) return true;
  if (ATTEMPT.test(text)) return !/, ?stat=\S/.test(text);
  return ARRIVAL.test(text) && !/, ?relay=\S/.test(text);
}
