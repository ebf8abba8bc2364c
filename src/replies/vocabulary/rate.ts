import { stems } from './stems.ts';

/** Too many, too fast. */
export const TOO_MANY = stems({
  romance: /cad[êe]n[cz]e?/iu,
  iberian: /por hora|n[uú]mero m[áa]ximo/iu,
  baltic: /liiga palju|p[āa]r[āa]k daudz|per daug/iu,
  czech: /pomaleji|za hodinu|maxim[áa]ln[íi] počet|pocet|p[řr][íi]li[šs] mnoho/iu,
  dutch: /te vlug|langzamer|te snel|per uur|maximum aantal|te veel/iu,
  finnish: /liian monta/iu,
  french: [
    /(?:plus )?lentement|trop (?:vite|rapide)|par heure|d[ée]bit|ralenti|nombre maxim|vitesse/iu,
    /trop (?:de|d.)/iu,
  ],
  german: [
    /drossel|verlangsam|langsamer|zu schnell|stundenlimit|tageslimit/iu,
    /(?:limit|h[öo]chstzahl|maximale (?:an)?zahl)\p{L}* (?:\p{L}+ ){0,5}(?:erreicht|(?:ü|ue)berschritten)/iu,
    /pro stunde|geschwindigkeit|höchst(?:grenze|beschr|zahl)|zu viele|zu h(?:ä|ae)ufig/iu,
  ],
  greek: /πάρα πολλ/iu,
  hungarian: /t[uú]l sok/iu,
  indonesian: /terlalu banyak/iu,
  italian: /rallent|pi[ùu] lentamente|troppo (?:veloce|rapid)|all.ora|numero massimo|velocit[àa]|tropp[ei]/iu,
  nordic: /l[åa]ngsammare|per timme|f[öo]r m[åa]nga|for mange/iu,
  polish: [
    /wolniej|zbyt szybko|na godzin[ęe]|maksymaln\p{L}+ liczb|prędkoś/iu,
    /zbyt (?:wiele|wielu|du[żz]o|cz[ęe]st)|za du[żz]o/iu,
  ],
  portuguese: /muito depressa|mais devagar|muito r[áa]pid|muit[ao]s|excesso/iu,
  romanian: /prea mult/iu,
  russian: [
    /медленнее|слишком быстро|(?:в|за) час(?!\p{L})|максимальн\p{L}+ (?:числ|колич)|скорост/iu,
    /слишком (?:много|част)/iu,
  ],
  southSlavic: /previ[šs]e|превише|твърде много/iu,
  spanish: /demasiado deprisa|m[áa]s (?:despacio|lento)|demasiado r[áa]pid|velocidad|demasiad[oa]s|exceso/iu,
  turkish: /çok h[ıi]zl[ıi]|saatlik|çok (?:fazla|sık)/iu,
  ukrainian: /забагато|занадто/iu,
  vietnamese: /quá nhiều/iu,
  arabic: /كثير جد/iu,
  chinese: /太快|同时连接|太多|过多|過多|频繁|頻繁|频率|頻率|发信量|最大.{0,4}量/iu,
  hebrew: /יותר מדי/iu,
  hindi: /बहुत अधिक/iu,
  japanese: /速すぎ|同時接続|接続数|多すぎ/iu,
  korean: /너무 빨|동시 접속|너무 많/iu,
  thai: /มากเกิน/iu,
});

/** How many of something, where it says that there are too many. */
export const COUNT = stems({
  several: /max(?:imum|imal|\.)? <number>/iu,
  iberian: /n[uú]mero/iu,
  czech: /po[čc]et/iu,
  dutch: /maximaal|aantal|meer dan/iu,
  finnish: /määr/iu,
  french: /au plus|nombre (?:maximum |maximal |total )?d(?:e|.)(?= |\p{L})(?! usuario)|plus de/iu,
  german: /h(?:ö|oe)chstens|anzahl|h(?:ö|oe)chstzahl|zahl(?!\p{L})|mehr als/iu,
  hungarian: /szám|szam/iu,
  indonesian: /jumlah/iu,
  italian: /al massimo|più di|piu di/iu,
  nordic: /antal|fler [äa]n|flere end|flere enn/iu,
  polish: /najwy[żz]ej|liczb|wi[ęe]cej ni[żz]/iu,
  portuguese: /mais de/iu,
  romanian: /num[ăa]r/iu,
  russian: /количеств|число|числа|более|больше/iu,
  spanish: /como m[áa]ximo|no m[áa]ximo|más de|mas de/iu,
  turkish: /say[ıi]/iu,
  ukrainian: /кількіст/iu,
  vietnamese: /số lượ/iu,
  chinese: /数量|數量|人数/iu,
  japanese: /の数|数が|件数|以上|を超え/iu,
  korean: /개수/iu,
});

/** How much somebody may send in an hour or a day. */
export const HOURLY = stems({
  iberian: /por hora/iu,
  czech: /hodinov|denn[íi]/iu,
  dutch: /uurlimiet|daglimiet|per uur|verzend/iu,
  french: /horaire|quotidien|journali|envoi/iu,
  german: /st(?:ü|ue)ndlich|t(?:ä|ae)glich|tages|stunden|versand/iu,
  italian: /orari[oa](?!\p{L})|giornalier|all.ora|invio/iu,
  polish: /godzinow|dzienn|wysy[łl]k/iu,
  russian: /часов|суточн|отправк/iu,
  spanish: /diari[oa]s?(?!\p{L})|env[íi]os?(?!\p{L})/iu,
  chinese: /每小时|每日|发送/iu,
  japanese: /送信|時間あたり/iu,
  korean: /시간당|발송/iu,
});
