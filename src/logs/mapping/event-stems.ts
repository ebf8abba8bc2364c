import { plainName } from './columns.ts';
import type { Outcome } from './mapping.ts';

type Meaning = Outcome | 'sent';

/**
 * Beginnings of words for events, after which only an ending may come: languages that decline and conjugate have too many
 * forms of each to be named one by one. Without accents, as names are compared.
 */
const STEMS: readonly (readonly [outcome: Meaning, stems: string])[] = [
  [
    'bounced',
    'visszapatt visszakuld palaut ruckl retorn respins nelivrat kezbesithetetlen undeliver unzustell unerreich nichtzustell nichterreich gebounc rebond rebot rebat rimbalz respint devuelt devolvid devoluc devolvi retourn refus rifiut rechaz rejeic rejeit rejet rejett abgelehn abgewies zuruckgewies fehlgeschlag gescheiter echou fallid fallit geweiger mislukt onbestelbaar onbezorg odbic odbit odbij zwrot zwroc odrzuc niedostarcz niedorecz nieudan nedoruc odraz odmit vracen studs misslyck avvisa fejlet feilet retur недостав отклон возвра отказ ошибк',
  ],
  [
    'deferred',
    'viivast kesleltet aman intarzi verzoger aufgeschob zuruckgestell hinausgezog differ retard ritard rinviat aplaz posterg retras demor uitgestel vertraag rimandat posticipat adiad atrasad odrocz odłoz opozn fordroj forsen uppskjut forsink udskud utsatt utsett ertelen gecik отлож задерж',
  ],
  [
    'dropped',
    'estett letilt suprimat blocat supprim unterdruck verworf ubersprung ausgeschlos blockier gesperr bloqu bloqe bloccat sopress soppress scartat descartad suprimid omitid omess ignor exclu esclus verhinder onderdruk geblokkeer overgeslag uitgesloten zablokow pominiet pominie wyklucz sparra undertryck blocker uteslut hoppade engellen заблок подавл пропущ исключ',
  ],
  [
    'complained',
    'roskaposti panaszt plang spammeld spamanmal spamklag spamrapport spambeschw spamreport spamklacht spamclaim beschwerd plaint reclam segnala quej denunc klacht skarg klagom sikayet жалоб stiznost',
  ],
  [
    'opened',
    'avattu avaus megnyit megtekint deschi zobraz geoffn offnung ouvert ouvertur apert abiert abert geopend otwart otwarc otwier otevr oppna oppning abnet apnet открыт acild gelesen gelezen bekeken przeczyt wyswietl прочит прочт откры просмотр visualiz visualis leido leida lidas lasts okund',
  ],
  [
    'clicked',
    'aufgeruf kattint napsaut accesat click klick clic cliqu cliccat clicad pulsad geklik aangeklik angeklick klik tıkla tikla кликн нажат переход переше',
  ],
  [
    'unsubscribed',
    'leiratkoz peruut tilauksenperu dezabon odjav unsub wypis abgemeld abmeld ausgetrag austrag abbestell desabon desinscri disiscri cancellaz desuscri dessubscr desinscr descadastr afgemeld afmeld uitgeschrev uitschrij wypisa wyrejestr rezygn odhlas avregistr avprenumer avanmal avanmel avmeld отпис',
  ],
  [
    'delivered',
    'toimitet kezbesit livrat angekomm ankomm zustand deliver zugestell ausgeliefer livre livraison delivre remis distribue consegnat recapitat entreg afgelever bezorg gelever dostarcz dorecz dorucen leverer leverat доставл',
  ],
  [
    'sent',
    'lahete elkuld kikuld trimi gesend gesand versend versand verschick abgeschick abgesend envoy envoi envio invio enviad inviat spedit expedi verzond verstuur wysłan wysył wysyl odesl skick utskick odoslan отправл gonder',
  ],
  ['accepted', 'angenomm eingereih encol aceptad accettat geaccept przyjet prijat aceit mottag принят'],
];
/** Letters that an ending has at the most. */
const LONGEST_ENDING = 6;

/** Words without blanks and endings, as East Asian languages write them: what stands in them anywhere, the surest first. */
const PARTS: readonly (readonly [outcome: Meaning, parts: string])[] = [
  ['complained', '迷惑|スパム|苦情|垃圾邮件|投诉'],
  ['unsubscribed', '配信停止|購読解除|解除|退会|退订|オプトアウト'],
  ['dropped', '除外|対象外|スキップ|ブロック|拦截'],
  ['deferred', '一時|遅延|再送|保留|延迟|推迟'],
  ['hard-bounced', '恒久|ハードバウンス|ハードエラー|硬退'],
  ['soft-bounced', '容量超過|容量不足|満杯|ソフト|软退'],
  ['bounced', 'エラー|不明|存在しない|存在しません|不存在|拒否|不達|未達|失敗|バウンス|戻り|退回|退信|失败|被拒'],
  ['clicked', 'クリック|点击'],
  ['opened', '開封|既読|打开|已读'],
  ['delivered', '到達|到着|成功|送达|送達'],
  ['sent', '送信|配信|发送'],
];
// Made when a word is first asked for, as the stems below.
let parts: readonly (readonly [outcome: Meaning, part: RegExp])[] | undefined;
const partsOf = (): NonNullable<typeof parts> =>
  (parts ??= PARTS.map(([outcome, words]) => [
    outcome,
    new RegExp(
      words
        .split('|')
        .map((word) => plainName(word))
        .join('|'),
      'u',
    ),
  ]));
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
/** A sentence is no word. */
const LONGEST_EAST_ASIAN = 14;

/** The longest first. */
let stems: readonly (readonly [stem: string, outcome: Meaning])[] | undefined;
const stemsOf = (): NonNullable<typeof stems> =>
  (stems ??= STEMS.flatMap(([outcome, words]) =>
    words.split(' ').map((word) => [plainName(word), outcome] as const),
  ).toSorted(([a], [b]) => b.length - a.length));

/** What a word means by its beginning, `sent` too; undefined where none is known. Of several the longest tells. */
export function outcomeByStem(plain: string): Meaning | undefined {
  if (EAST_ASIAN.test(plain))
    return plain.length > LONGEST_EAST_ASIAN ? undefined : partsOf().find(([, part]) => part.test(plain))?.[0];
  return stemsOf().find(([stem]) => plain.startsWith(stem) && plain.length <= stem.length + LONGEST_ENDING)?.[1];
}
