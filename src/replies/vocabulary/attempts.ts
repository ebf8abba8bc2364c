import { stems } from './stems.ts';

/** Of a message that was tried again and again. */
export const ATTEMPTS = stems({
  czech: /pokus/iu,
  dutch: /pogingen/iu,
  finnish: /yritys/iu,
  french: /tentative/iu,
  german: /zustellversuch|versuche(?!n)/iu,
  hungarian: /kísérlet/iu,
  italian: /tentativi/iu,
  nordic: /försök|forsok|fors[øo]g/iu,
  polish: /prób|prob(?!\p{L})/iu,
  portuguese: /tentativas/iu,
  romanian: /[îi]ncerc[ăa]ri/iu,
  russian: /попыт/iu,
  spanish: /intentos/iu,
  turkish: /deneme/iu,
  ukrainian: /спроб/iu,
  chinese: /重试|重試/iu,
  japanese: /再送|再配信|再試行/iu,
  korean: /재시도/iu,
});

/** That nothing more will be tried. */
export const GIVEN_UP = stems({
  czech: /ne[úu]sp[ěe][šs]/iu,
  dutch: /opgegeven|mislukt/iu,
  french: /abandon|infructueu|[ée]chou/iu,
  german: /keine weiteren|aufgegeben|eingestellt|gescheitert|erfolglos/iu,
  hungarian: /sikertelen/iu,
  italian: /abbandon|fallit|infruttuos/iu,
  nordic: /misslyck|mislykk/iu,
  polish: /bez powodzenia|nieudan/iu,
  portuguese: /esgotad|sem sucesso|abandonad/iu,
  romanian: /e[șs]uat/iu,
  russian: /безуспешн|прекращ|неудачн/iu,
  spanish: /agotad|sin [ée]xito|fallid/iu,
  turkish: /ba[şs]ar[ıi]s[ıi]z/iu,
  chinese: /放弃|放棄/iu,
  japanese: /中止|断念|諦め/iu,
  korean: /중단|포기/iu,
});

/** What did not come to pass. */
export const NOT_DELIVERED = stems({
  czech: /nebyl\p{L}* (?:\p{L}+ )?doru[čc]/iu,
  dutch: /niet (?:\p{L}+ ){0,2}(?:bezorgd|afgeleverd|bezorgen)/iu,
  french: /n'a (?:pas )?pu (?:[êe]tre )?(?:remis|d[ée]livr|distribu|achemin|livr)/iu,
  german: /nicht (?:\p{L}+ ){0,2}(?:zugestellt|zustellen|ausgeliefert|übermittelt)/iu,
  hungarian: /nem (?:\p{L}+ ){0,2}k[ée]zbes[íi]t/iu,
  italian: /non (?:[èe] |ha |si )?(?:\p{L}+ ){0,3}(?:consegnat|recapitat|consegnar|recapitar)/iu,
  nordic: /inte (?:\p{L}+ ){0,2}leverer|ikke (?:\p{L}+ ){0,2}lever/iu,
  polish: /nie (?:\p{L}+ ){0,3}dostarcz/iu,
  portuguese: /n[ãa]o (?:foi |p[ôo]de )?(?:\p{L}+ ){0,2}entreg/iu,
  russian: /не (?:\p{L}+ ){0,2}доставл/iu,
  spanish: /no (?:se |ha |fue )?(?:\p{L}+ ){0,3}(?:entreg|envia)/iu,
  turkish: /teslim edil[ei]m/iu,
  chinese: /无法投递|投递失败|無法投遞/iu,
  japanese: /配送でき|配信でき|届け(?:られ|でき)|届きません/iu,
  korean: /배달하지 못|전송하지 못/iu,
});

/** Once more. */
export const AGAIN = stems({
  czech: /zkuste/iu,
  dutch: /opnieuw/iu,
  finnish: /uudelleen/iu,
  french: /revenez|r[ée]-?essay|renouvel|r[ée]p[ée]te/iu,
  german: /erneut|wieder(?!\p{L})|noch ?mal|noch einmal/iu,
  hungarian: /[úu]jra/iu,
  italian: /riprov|ripet|ritent/iu,
  nordic: /f[öo]rs[öo]k igen|pr[øo]v igen/iu,
  polish: /pon[óo]w|spr[óo]b/iu,
  portuguese: /tente(?!\p{L})/iu,
  romanian: /re[îi]ncerc/iu,
  russian: /повтор|попроб/iu,
  spanish: /reintent|vuelva|intente/iu,
  turkish: /tekrar/iu,
  ukrainian: /спроб/iu,
  chinese: /重试|重試|再试/iu,
  japanese: /再送|再試行|もう一度|再度/iu,
  korean: /다시/iu,
});
