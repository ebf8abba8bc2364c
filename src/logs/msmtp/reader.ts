import type { EventSink, LineReader } from '../format.ts';
import { mailLog } from '../mta/mail-log.ts';
import { whomItIsAbout } from '../mta/refused-one.ts';
import { addRecipient, addReply, peerCalled } from '../mta/said.ts';
import { msmtpLine, type MsmtpLine } from './line.ts';

/** Every mail is one line: there is no queue, and nothing to join. */
export function msmtpReader(sink: EventSink): LineReader {
  const { line, newEvent, reader } = mailLog('msmtp', /^msmtp$/, sink);

  return reader(() => {
    const mail = msmtpLine(line.text);
    if (mail === undefined) return line.program === 'msmtp' ? 'known' : 'unknown';
    told(mail);
    return 'event';
  });

  /**
   * A refusal is final. What failed otherwise – a reply of 4yz, no server that answers, no TLS – may be tried again by
   * whoever called msmtp, which itself has no queue.
   */
  function told(mail: MsmtpLine): void {
    const isSent = mail.exitCode === 'EX_OK';
    const isRefused = mail.reply.startsWith('5');
    const said = mail.reply === '' ? mail.error : mail.reply;
    const concerned = whomItIsAbout(said, mail.recipients);
    for (const recipient of mail.recipients) {
      const isConcerned = concerned.has(recipient);
      // Where one is refused the mail goes to nobody: the others were not refused, and it was not sent to them.
      const failure = !isRefused ? 'deferred' : isConcerned ? 'bounced' : 'dropped';
      const event = newEvent(isSent ? 'delivered' : failure);
      event.ids = line.host === undefined ? {} : { host: line.host };
      addRecipient(event, recipient);
      event.envelopeFrom = mail.from;
      if (mail.size !== undefined) event.size = mail.size;
      event.relay = peerCalled(mail.host);
      event.hop = 'relay';
      // Whether TLS was spoken is the setting: without an answer nobody was spoken to.
      if (isSent || mail.reply !== '') event.tls = mail.isEncrypted ? {} : false;
      if (isConcerned) addReply(event, said);
      if (mail.user !== undefined) event.tags = { sasl: mail.user };
      sink.event(event);
    }
  }
}
