import type { Assumptions, EventSink } from '../format.ts';
import { addressIn } from './address.ts';
import { headerOf, type MailContents } from './contents.ts';
import { mailEvent, timeOf } from './mail-event.ts';
import { bounceSigns } from './signals.ts';
import { toldText } from './told-text.ts';

const SUBJECT =
  /^(?:re: ?)?(?:\W{0,3})(?:out of (?:the )?office|auto(?:matic|mated)?[- ]?(?:reply|response|antwort)|auto ?: |on vacation|vacation|away from|i am away|abwesen|außer haus|automatische antwort|urlaub|réponse automatique|absence|absent|risposta automatica|fuori sede|respuesta automática|fuera de (?:la )?oficina|resposta automática|ausência|automatisch antwoord|afwezig|autosvar|frånvaro|fravær|poissa|automaattinen|automatická odpověď|automatyczna odpowied|автоответ|自動(?:応答|返信)|不在|自动回复|自動回覆)/iu;
/** What mail programs call their note, each in its language. */
const ANYWHERE =
  /\bout of (?:the )?office\b|\bautomatic reply\b|\bauto-?reply\b|\bautoresponder\b|abwesenheitsnotiz|automatisk(?:t)? svar|automatický? odpove[dď]|automatick[áa] odpov[eě][dď]|odpowied[zź] automatyczna|automatikus v[áa]lasz|r[aă]spuns automat|otomatik yan[iı]t|автоматическ(?:ий ответ|ое уведомление)|автоматична відповідь|автоматичен отговор|аутоматски одговор|αυτ[όο]ματη απ[άα]ντηση|תשובה אוטומטית|رد تلقائي|自动(?:答复|回复)|自動(?:回覆|回答)|자동 ?(?:회신|응답)|ตอบกลับอัตโนมัติ|trả lời tự động|balasan otomatis|samodejni odgovor|automatski odgovor|automatinis atsakymas|automaatvastus|autom[āa]tisk[āa] atbilde|resposta autom[àa]tica|sjálfvirkt svar|\bist (?:derzeit |momentan |zurzeit )?(?:außer haus|nicht im (?:büro|haus))|\best (?:actuellement )?absente?\b|\bfuori (?:ufficio|sede)\b|\bfuera de (?:la )?oficina\b|\bis (?:momenteel )?afwezig\b/iu;

/** What programs without a field or a subject of their own begin with. */
const OPENING =
  /^\s*(?:auto-?reply message from|this is an auto(?:matic|mated|matically generated)?[- ]?(?:e-?mail )?(?:reply|response|answer)\b|(?:dies|dies?e e-?mail) ist eine automatische antwort|ceci est une réponse automatique|questa è una risposta automatica)/iu;

/** 0 to 1: how much a mail looks like a note that answers by itself: vacation, out of office, «we have got your mail». */
export function replySigns(mail: MailContents): number {
  const says = (name: string, what: RegExp): boolean => what.test(headerOf(mail, name) ?? '');
  const subject = (headerOf(mail, 'subject') ?? '').slice(0, SUBJECT_LENGTH);
  let signs = 0;
  if (says('auto-submitted', /^auto-(?:replied|responded)/i)) signs += 0.6;
  if (says('x-autoreply', /./) || says('x-autorespond', /./) || says('x-autoresponder', /./)) signs += 0.5;
  if (says('precedence', /auto.?reply/i)) signs += 0.5;
  else if (says('x-auto-response-suppress', /./) || says('precedence', /bulk/i)) signs += 0.2;
  if (says('x-mailer', /vacation|autorespond/i) || says('delivered-to', /^autoresponder$/i)) signs += 0.4;
  if (SUBJECT.test(subject)) signs += 0.6;
  else if (ANYWHERE.test(subject)) signs += 0.4;
  else if (/^thank you for (?:your|contacting|writing)|^we (?:have )?received your/i.test(subject)) signs += 0.3;
  if (OPENING.test(toldText(mail).slice(0, SUBJECT_LENGTH))) signs += 0.5;
  // Bounces say auto-replied, too.
  return Math.max(0, Math.min(signs, 1) - (bounceSigns(mail) >= 0.6 ? 0.6 : bounceSigns(mail) >= 0.4 ? 0.2 : 0));
}

/** The note as an event: who it is from is who was written to. */
export function readAutoReply(mail: MailContents, sink: EventSink, assumptions: Assumptions): 'event' | 'unknown' {
  if (replySigns(mail) < LIKELY) return 'unknown';
  const event = mailEvent(
    'auto-reply',
    'auto-reply',
    addressIn(headerOf(mail, 'from') ?? ''),
    timeOf(mail, assumptions),
  );
  const answered = headerOf(mail, 'in-reply-to') ?? headerOf(mail, 'references')?.split(/\s+/).at(-1);
  const id = /<([^<>\s]{1,900})>/.exec(answered ?? '')?.[1];
  if (id !== undefined) event.ids = { message: id };
  const subject = headerOf(mail, 'subject');
  if (subject !== undefined) event.diagnostic = subject.slice(0, SUBJECT_LENGTH);
  // The word classifies it, whatever the subject says.
  event.espClass = 'auto-replied';
  sink.event(event);
  return 'event';
}

const SUBJECT_LENGTH = 300;
/** Signs are sums of tenths: 0.6 - 0.2 is a little less than 0.4. */
const LIKELY = 0.39;
