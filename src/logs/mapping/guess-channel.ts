import { plainName } from './columns.ts';
import { type GuessInput, sampled } from './guess-input.ts';
import type { SampledColumn } from './guess-sample.ts';
import { type Notes, shown } from './guessing.ts';
import type { RowsField } from './mapping.ts';
import { textAt } from './record-path.ts';

/** By which way a notification went, where a table has those of several. */
const CHANNEL =
  /^(?:(?:notification|notify|message|delivery|send|sending|dispatch|alert|contact|comm|communication|campaign)?(?:channel|method|medium|media|transport|via|type|mode)(?:type|name|code)?|kanal|versandkanal|versandart|versandweg|medium|canal(?:de|d)?(?:envio|lenvoi|envoi)?|canale(?:invio)?|mode(?:de|d)?envoi|medio(?:deenvio)?|moyen|kanaal|verzendwijze|meio|kanał|kanał?wysyłki|способ|канал|チャネル|配信方法|渠道|kanali|gonderimkanali)$/u;
const BY_MAIL =
  /^(?:e?mails?|emailmessage|htmlemail|smtp|mailmessage|courriel|courrielelectronique|correo|correoelectronico|correoe|epost|eposta|sahkoposti|почта|электроннаяпочта|メール|电子邮件|邮件|邮箱|email通知)$/u;
const OTHERWISE =
  /^(?:sms|mms|smsmessage|text|textmessage|txt|whatsapp|wa|viber|telegram|line|wechat|signal|messenger|rcs|push|pushnotification|webpush|mobilepush|apns|fcm|inapp|inappmessage|app|browser|desktop|bell|popup|voice|voicecall|call|phone|phonecall|telephone|telefon|telephonique|anruf|telefono|ivr|fax|letter|brief|lettre|carta|courrier|papier|postal|postalmail|slack|msteams|teams|discord|webhook|pager|pagerduty|opsgenie|growl|jabber|xmpp|snmp|script|database|broadcast|web|portal|портал|смс|短信|ショートメッセージ)$/u;
/** Said of nothing else, so that no mail need stand beside them. */
const NO_MAIL =
  /^(?:sms|mms|textmessage|whatsapp|viber|telegram|wechat|pushnotification|push|webpush|voicecall|phonecall|fax|смс|短信)$/u;
/** Channels there are in one table. */
const MOST_CHANNELS = 12;

interface Channels {
  readonly name: string;
  readonly mails: readonly string[];
  readonly others: readonly string[];
}

/** The column that says by which way each row went; undefined where all of them are mails, or nothing says so. */
function channelsIn(columns: readonly SampledColumn[]): Channels | undefined {
  for (const { name, called, counts } of columns) {
    const values = [...counts.keys()];
    if (values.length === 0 || values.length > MOST_CHANNELS || !CHANNEL.test(plainName(called))) continue;
    const mails = values.filter((value) => BY_MAIL.test(plainName(value)));
    const others = values.filter((value) => OTHERWISE.test(plainName(value)));
    const isKnown = others.length > 0 && mails.length + others.length === values.length;
    if (isKnown && (mails.length > 0 || others.every((value) => NO_MAIL.test(plainName(value)))))
      return { name, mails, others };
  }
  return undefined;
}

/** A table as far as it is of mails. */
export interface Mails {
  readonly input: GuessInput;
  readonly columns: readonly SampledColumn[];
  readonly only?: RowsField;
  /** Why none of it is. */
  readonly none?: string;
}

/** Without the rows that went another way, where a column tells these from mails. */
export function mailsIn(input: GuessInput, { told }: Pick<Notes, 'told'>): Mails {
  const columns = sampled(input);
  const isOwn = ({ name }: SampledColumn): boolean => input.records.length > 0 || input.columns.includes(name);
  const channels = channelsIn(columns.filter((column) => isOwn(column)));
  if (channels === undefined) return { input, columns };
  const { name, mails, others } = channels;
  const named = others.map((other) => `\`${shown(other)}\``).join(', ');
  if (mails.length === 0) return { input, columns, none: `\`${name}\` is ${named} in every row, and never mail` };
  told('only', `\`${name}\` tells mails from ${named}, which are passed over`);
  const wanted = new Set(mails);
  const at = input.columns.indexOf(name);
  const rest = {
    ...input,
    rows: input.rows.filter((row) => wanted.has((row[at] ?? '').trim())),
    records: input.records.filter((record) => wanted.has(textAt(record, name).trim())),
  };
  return { only: { column: name, values: mails }, input: rest, columns: sampled(rest) };
}
