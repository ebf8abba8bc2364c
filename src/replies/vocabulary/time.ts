import { stems } from './stems.ts';

/** For how long. */
export const DAYS = stems({
  several: /<duration>/iu,
  czech: /<number> (?:dn[íiů]|hodin)/iu,
  dutch: /<number> (?:dagen|uur)/iu,
  finnish: /<number> (?:p[äa]iv[äa]|tunt)/iu,
  french: /<number> (?:jours|heures)|plusieurs jours/iu,
  german: /<number> (?:stunden|tagen?)|(?:mehrere|einige) tage/iu,
  hungarian: /<number> (?:nap(?:ja|ig|on)?|[óo]r[áa])/iu,
  italian: /<number> (?:giorni|ore)|(?:diversi|alcuni) giorni/iu,
  nordic: /<number> (?:dagar|timmar|dage|timer|d[øo]gn)/iu,
  polish: /<number> (?:dni|godzin)/iu,
  portuguese: /<number> (?:d[ií]as|horas)/iu,
  romanian: /<number> (?:zile|ore)/iu,
  russian: /<number> (?:дн|час|суток)/iu,
  spanish: /<number> (?:d[ií]as|horas)|varios d[ií]as/iu,
  turkish: /<number> (?:g[üu]n|saat)/iu,
  chinese: /天内|小时|小時/iu,
  japanese: /日間|時間(?:以上|経過|を?超)/iu,
  korean: /일간|시간 동안/iu,
});

/** A short while, after which somebody shall come again. */
export const MINUTES = stems({
  several: /minut|<duration>/iu,
  hungarian: /perc(?!\p{L})/iu,
  russian: /минут/iu,
  turkish: /dakika/iu,
  ukrainian: /хвилин/iu,
  chinese: /分钟|分鐘/iu,
  japanese: /分後/iu,
  korean: /분 ?(?:후|뒤)/iu,
});

/** How long messages wait. */
export const QUEUE = stems({
  czech: /p[řr][íi]li[šs] dlouho/iu,
  dutch: /te lang(?!\p{L})/iu,
  french: /trop longtemps|trop de temps|dans (?:le |les )?d[ée]lais?/iu,
  german: [
    /(?:zu lange|l(?:ä|ae)nger als) (?:\p{L}+ ){0,4}warteschlange/iu,
    /innerhalb (?:\p{L}+ ){0,2}(?:frist|zeit)/iu,
  ],
  italian: /troppo (?:a lungo|tempo)|entro (?:il |i )?(?:tempo|termin|\p{L}* ?limit)/iu,
  nordic: /f[öo]r l[äa]nge/iu,
  polish: /zbyt d[łl]ugo/iu,
  portuguese: /muito tempo/iu,
  russian: /слишком долго/iu,
  spanish: /demasiado tiempo/iu,
  chinese: /超过期限|逾期/iu,
  japanese: /配送期限|有効期限|期限(?:切れ|を過ぎ)/iu,
  korean: /기한/iu,
});
