import { stems } from './stems.ts';

/** A domain, or a host. */
export const DOMAIN = stems({
  romance: /domini[oe]?/iu,
  iberian: /dom[íi]nio/iu,
  czech: /dom[ée]n[aynue]/iu,
  dutch: /domein/iu,
  english: /domain(?!e)/iu,
  finnish: /verkkotunnu/iu,
  french: /domaine/iu,
  german: /empf(?:ä|ae)ngerdom|zieldom/iu,
  greek: /τομέα/iu,
  hungarian: /tartom[áa]ny/iu,
  nordic: /domän|domæne/iu,
  polish: /domen[aąęy]?/iu,
  russian: /домен/iu,
  turkish: /alan ad/iu,
  vietnamese: /tên miền/iu,
  chinese: /域名|主机|主機|网域|網域/iu,
  japanese: /ドメイン|ホスト/iu,
  korean: /도메인|호스트/iu,
});

/** What DNS has nothing of. */
export const UNRESOLVED = stems({
  dutch: /geen mailserver/iu,
  french: /ne se r[ée]sou|(?:non|pas) r[ée]solu|aucun serveur/iu,
  german: [
    /nicht (?:\p{L}+ ){0,2}aufl(?:ö|oe)s|nicht aufgel(?:ö|oe)st/iu,
    /kein(?:en)? (?:\p{L}+ )?(?:mail-?server|mx)(?!\p{L})/iu,
  ],
  italian: /non (?:[èe] |si )?(?:\p{L}+ ){0,2}risol|nessun (?:mail )?server/iu,
  portuguese: /nenhum servidor/iu,
  russian: /не (?:удал|определ|разреш).{0,12}/iu,
  spanish: /no (?:se )?(?:pud|pued).{0,12}resolver|ning[uú]n servidor/iu,
  chinese: /无法.{0,4}解析|無法.{0,4}解析|解析(?:失败|失敗|錯誤|错误)/iu,
  japanese: /解決でき/iu,
});

/** A domain that somebody else has to take mail for. */
export const NOT_OURS = stems({
  czech: /nen[íi] (?:hostov|spravov)/iu,
  dutch: /niet (?:gehost|beheerd)/iu,
  french: /pas (?:h[ée]berg|g[ée]r[ée])/iu,
  german: /nicht (?:zust(?:ä|ae)ndig|verwaltet|gehostet|bedient)/iu,
  italian: /non (?:[èe] )?(?:ospitat|gestit)/iu,
  nordic: /hanterar inte|h[åa]ndterer ikke/iu,
  polish: /nie (?:jest )?obs[łl]ugiwan/iu,
  portuguese: /n[ãa]o (?:[ée] |est[áa] )?(?:hospedad|gerenciad|atendid)/iu,
  russian: /не обслуж/iu,
  spanish: /no (?:est[áa] )?(?:alojad|gestionad|administrad)/iu,
});

/** To hand mail on. */
export const RELAYING = stems({
  several: /relay/iu,
  iberian: /retransmi/iu,
  czech: /p[řr]eposl/iu,
  dutch: /doorstu/iu,
  french: /relai/iu,
  german: /weiterleit/iu,
  italian: /inoltr/iu,
  polish: /przekaz/iu,
  portuguese: /reencaminh/iu,
  russian: /пересыл|ретрансл/iu,
  spanish: /reenv/iu,
  turkish: /röle/iu,
  chinese: /中继|轉發|转发/iu,
  japanese: /中継/iu,
  korean: /릴레이|중계/iu,
});

/** Mail that comes back to where it was. */
export const LOOP = stems({
  romance: /ciclo (?:de|di)/iu,
  czech: /smy[čc]k/iu,
  dutch: /lus(?!\p{L})/iu,
  english: /loop/iu,
  finnish: /silmukka/iu,
  french: /en rond|boucle/iu,
  german: /im kreis|mailschlaufe|schleife|mailschleife/iu,
  greek: /βρόχ/iu,
  hungarian: /hurok/iu,
  italian: /in circolo/iu,
  nordic: /slinga|sl[øo]yfe|løkke/iu,
  polish: /p[ęe]tl/iu,
  romanian: /bucl[ăa]/iu,
  russian: /зациклив|петл|цикл(?!\p{L})/iu,
  spanish: /bucle/iu,
  turkish: /döngü/iu,
  vietnamese: /vòng lặp/iu,
  chinese: /循环|迴圈|回环/iu,
  japanese: /(?<!グ)ループ/iu,
  korean: /루프/iu,
});
