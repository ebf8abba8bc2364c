import { inTurn, oneOf } from '../pattern.ts';
import { stems } from './stems.ts';

/** Who writes. */
export const SENDER = stems({
  baltic: /saatja|s[ūu]t[īi]t[āa]j|siunt[ėe]j/iu,
  czech: /odes[íi]latel|odosielate/iu,
  dutch: /afzender/iu,
  finnish: /lähettäj/iu,
  french: /exp[ée]diteur|[ée]metteur/iu,
  german: /absender/iu,
  greek: /αποστολέ/iu,
  hungarian: /felad[óo]/iu,
  indonesian: /pengirim/iu,
  italian: /mittent/iu,
  nordic: /avsändar|afsender|avsender/iu,
  polish: /nadawc/iu,
  portuguese: /remetent/iu,
  romanian: /expeditor/iu,
  russian: /отправител/iu,
  southSlavic: /изпращач|подател|po[šs]iljat|пошиљ/iu,
  spanish: /remitent/iu,
  turkish: /g[öo]nderen|g[öo]nderici/iu,
  ukrainian: /відправник/iu,
  vietnamese: /người gửi/iu,
  arabic: /المرسل(?! ?إليه)/iu,
  chinese: /发件人|發件人|发信人|寄件人/iu,
  hebrew: /השולח/iu,
  hindi: /प्रेषक/iu,
  japanese: /送信者|差出人/iu,
  korean: /발신자|보낸 사람|송신자/iu,
  thai: /ผู้ส่ง/iu,
});

/** The server, or the network, of who writes from outside. */
export const YOUR_HOST = stems({
  several: /IPs?(?!\p{L})|IP-adress/iu,
  iberian: /servidor (?:remitente|remetente|de env[ií]o|de envio)/iu,
  czech: /va[šs]e?\p{L}* server/iu,
  dutch: /verzendende (?:server|host)|uw netwerk|uw (?:mail)?server/iu,
  french: [
    /votre h[ée]bergeur|votre (?:machine|h[ôo]te|fournisseur|domaine)/iu,
    /serveur (?:[ée]metteur|exp[ée]diteur|d.envoi)|votre r[ée]seau|votre (?:serveur|adresse IP)/iu,
  ],
  german: [
    /einliefernd\p{L}* (?:rechner|server|host|system|IP)/iu,
    /absende(?:nde)?[rn]?-?(?:server|host|rechner)/iu,
    /ihr(?:e[mnrs]?)? (?:rechner|host|system|provider|netz|domain)|ihre?[mn]? (?:mail)?server/iu,
  ],
  italian: [
    /(?:tuo|suo|vostro) (?:host|provider|sistema)|server (?:mittente|di invio)|(?:vostra|tua) rete/iu,
    /(?:tuo|suo|vostro) (?:server|indirizzo IP)/iu,
  ],
  nordic: /din (?:mail|e-?post)?server/iu,
  polish: /tw[óo]j\p{L}* serwer/iu,
  portuguese: /sua rede|seu (?:servidor|endere[çc]o IP)/iu,
  russian: /вашей сети|ваш\p{L}* (?:почтов\p{L}+ )?сервер/iu,
  spanish: /(?:su|tu) red|su (?:servidor|direcci[oó]n IP)/iu,
  turkish: /sunucunuz/iu,
  inside: /IP(?=[　-鿿가-힯])/iu,
  chinese: /您的服务器|您的伺服器/iu,
  japanese: /あなたのサーバ|送信元(?:サーバ|ホスト|IP)|ご利用のサーバ|送信サーバ|接続元/iu,
});

/** Whose something is. */
export const BELONGS = stems({
  czech: /pat[řr][íi]/iu,
  dutch: /behoort/iu,
  french: /appartien/iu,
  german: /geh(?:ö|oe)r/iu,
  italian: /apparten/iu,
  nordic: /tillh[öo]r|tilh[øo]r/iu,
  polish: /nale[żz]y/iu,
  portuguese: /pertence/iu,
  russian: /принадлеж/iu,
  spanish: /pertenec/iu,
});

/** What is thought of who writes. */
export const REPUTATION = stems({
  romance: /reputa[çcz]/iu,
  czech: /pov[ěe]st/iu,
  dutch: /reputatie/iu,
  finnish: /maine(?!\p{L})/iu,
  french: /r[ée]putation/iu,
  german: /(?:schlechte[rn]? |guten? )?ruf(?!\p{L})|vertrauensw/iu,
  greek: /φήμη/iu,
  hungarian: /hírn[ée]v/iu,
  indonesian: /reputasi/iu,
  nordic: /rykte|omdømme/iu,
  polish: /renom/iu,
  russian: /репутац/iu,
  turkish: /itibar/iu,
  vietnamese: /uy tín/iu,
  chinese: /信誉|信譽/iu,
  japanese: /レピュテーション|評判|評価|信頼性/iu,
  korean: /평판/iu,
});

/** The name of an IP address. */
export const REVERSE_NAME = stems({
  several: /(?:reverse?|inverse)[- ]DNS|PTR(?:-Eintrag)?(?!\p{L})/iu,
  romance: /DNS (?:reverso|inverso|inverse|invers)/iu,
  czech: /reverzn[íi]/iu,
  dutch: /omgekeerde DNS/iu,
  french: /r[ée]solution inverse|enregistrement PTR/iu,
  german: /R(?:ü|ue)ckw(?:ä|ae)rtsaufl/iu,
  hungarian: /fordított DNS/iu,
  italian: /risoluzione inversa/iu,
  polish: /odwrotn\p{L}+ (?:DNS|rekord|stref)/iu,
  russian: /обратн\p{L}+ (?:DNS|зон|запис|PTR|имен)/iu,
  spanish: /resoluci[oó]n inversa/iu,
  turkish: /ters DNS/iu,
  ukrainian: /зворотн\p{L}+ (?:DNS|зон|запис)/iu,
  chinese: /反向(?:解析|域名|DNS)/iu,
  japanese: /逆引き|リバースDNS/iu,
  korean: /역방향/iu,
});

/** What cannot be told to be true. */
export const UNVERIFIED = stems({
  dutch: /niet (?:\p{L}+ ){0,2}(?:geverifieer|gecontroleer)/iu,
  french: /(?:pas|non|impossible de) (?:\p{L}+ ){0,3}v[ée]rifi/iu,
  german: /nicht (?:\p{L}+ ){0,2}(?:(?:ü|ue)berpr(?:ü|ue)f|verifizier|best(?:ä|ae)tig)/iu,
  italian: /(?:non|impossibile) (?:\p{L}+ ){0,3}verific/iu,
  polish: /nie (?:\p{L}+ ){0,3}zweryfik/iu,
  portuguese: /n[ãa]o (?:\p{L}+ ){0,3}verific/iu,
  russian: /не (?:\p{L}+ ){0,2}провер/iu,
  spanish: /no (?:\p{L}+ ){0,3}verific/iu,
  chinese: /无法验证|無法驗證/iu,
  japanese: /検証でき|確認でき/iu,
  korean: /확인할 수 없/iu,
});

/** The address that somebody writes from. */
export const YOUR_ADDRESS = inTurn(
  stems({
    dutch: /uw/iu,
    french: /votre/iu,
    german: /ihre/iu,
    iberian: /su|tu|seu|sua/iu,
    italian: /vostro|tuo|suo/iu,
    nordic: /din/iu,
    polish: /tw[óo]j/iu,
    russian: /ваш/iu,
  }),
  / (?:e-?mail-?|absender-?|mail-?)?/iu,
  oneOf(
    /adress|adres/iu, // Germanic languages, French, Polish
    /indirizz/iu, // Italian
    /direcci[óo]n(?! IP)/iu, // Spanish
    /endere[çc]o(?! IP)/iu, // Portuguese
    /адрес/iu, // Russian
  ),
  /(?!\p{L}* IP)/iu,
);
