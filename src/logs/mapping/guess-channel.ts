import { plainName } from './columns.ts';
import { type GuessInput, sampled } from './guess-input.ts';
import { isFlag, isYes, type SampledColumn } from './guess-sample.ts';
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

/** Which way a mail went: what came in is nobody's delivery. */
const DIRECTION =
  /^(?:e?mail|message|msg|traffic|route|flow)?(?:direction|richtung|sens|direzione|direccion|direcao|richting|kierunek|riktning|направление|方向)(?:type|name)?$/u;
const OUT =
  /^(?:out|outbound|outgoing|sent|send|egress|o|internal|intern|interne|interna|local|intraorg|originating|ausgehend|ausgang|sortant|sortante|emis|uscita|inuscita|salida|saliente|enviad[oa]|saida|uitgaand|wychodzac[aey]|utgaende|исходящ\p{L}*|送信|发送)$/u;
const IN =
  /^(?:in|inbound|incoming|received|receive|ingress|i|eingehend|eingang|entrant|entrante|recu|entrata|inentrata|entrada|recibid[oa]|inkomend|przychodzac[aey]|inkommande|входящ\p{L}*|受信|接收)$/u;
/** The same as yes or no. */
const INCOMING = /^(?:is)?(?:incoming|inbound|received)(?:flag)?$/;

/** Said of nothing but a direction, whatever the column is called. */
const WAY = /^(?:in|out)(?:bound|going)$|^incoming$/i;

interface Channels {
  readonly name: string;
  readonly mails: readonly string[];
  readonly others: readonly string[];
}

/** The column that says by which way each row went; undefined where all of them are mails, or nothing says so. */
function channelsIn(columns: readonly SampledColumn[]): Channels | undefined {
  for (const column of columns) {
    const [plain, values] = [plainName(column.called), [...column.counts.keys()]];
    if (values.length === 0 || values.length > MOST_CHANNELS) continue;
    const found = partedBy(column, plain);
    // What some rows do not say, they may not be.
    if (found === undefined || (found.mails.length === 0 && column.filled < 1)) continue;
    if (
      found.mails.length > 0 ||
      DIRECTION.test(plain) ||
      INCOMING.test(plain) ||
      found.others.every((one) => NO_MAIL.test(plainName(one)))
    )
      return found;
  }
  return undefined;
}

/** By the name of the column, or by values that are said of nothing else. */
function partedBy(column: SampledColumn, plain: string): Channels | undefined {
  const values = [...column.counts.keys()];
  if (DIRECTION.test(plain) || values.every((value) => WAY.test(value)))
    return parted(
      column,
      (value) => OUT.test(value),
      (value) => IN.test(value),
    );
  if (INCOMING.test(plain)) return parted(column, (value) => isFlag(value) && !isYes(value), isYes);
  if (!CHANNEL.test(plain) && !values.every((value) => SURELY_CHANNEL.test(plainName(value)))) return undefined;
  return parted(
    column,
    (value) => BY_MAIL.test(value),
    (value) => OTHERWISE.test(value),
  );
}
const SURELY_CHANNEL =
  /^(?:e?mail|sms|slack|whatsapp|telegram|push|webhook|fax|voice|letter|msteams|teams|discord|pagerduty|opsgenie)$/;

/** Undefined where some values are neither, or none are of others. */
function parted(
  { name, counts }: SampledColumn,
  isMail: (plain: string) => boolean,
  isOther: (plain: string) => boolean,
): Channels | undefined {
  const values = [...counts.keys()];
  const mails = values.filter((value) => isMail(plainName(value)));
  const others = values.filter((value) => isOther(plainName(value)));
  return others.length === 0 || mails.length + others.length < values.length ? undefined : { name, mails, others };
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
  if (mails.length === 0)
    return { input, columns, none: `\`${name}\` is ${named} in every row: these are no mails that were sent` };
  told('only', `\`${name}\` tells mails from ${named}, which are passed over`);
  const wanted = new Set(['', ...mails]);
  const at = input.columns.indexOf(name);
  const rest = {
    ...input,
    rows: input.rows.filter((row) => wanted.has((row[at] ?? '').trim())),
    records: input.records.filter((record) => wanted.has(textAt(record, name).trim())),
  };
  return { only: { column: name, values: mails }, input: rest, columns: sampled(rest) };
}
