import { stems, type Words } from './stems.ts';

/** The server, the system, the disk. */
const HOUSE: Words = {
  several: /server/iu,
  romance: /sistema/iu,
  polish: /serwer/iu,
  russian: /сервер|систем|диск/iu,
  chinese: /系统|系統/iu,
  japanese: /システム/iu,
  korean: /시스템/iu,
};

/** A server, and what is in it. */
export const MACHINE = stems(HOUSE, {
  several: /mail-?server|system|disk|service/iu,
  romance: /interno|interna|locale?|disco/iu,
  iberian: /servi[dz]or/iu,
  slavic: /lokaln/iu,
  french: /interne|syst[eè]me|serveur/iu,
  german: /intern(?:er|es)?(?!\p{L})/iu,
  hungarian: /rendszer|kiszolg|lemez/iu,
  italian: /servizio/iu,
  polish: /dysk|usług/iu,
  portuguese: /serviço/iu,
  russian: /внутр|локальн|служб|сервис/iu,
  spanish: /servicio/iu,
  turkish: /sunucu|hizmet/iu,
  chinese: /本地|服务器|伺服器/iu,
  japanese: /サーバ/iu,
  korean: /서버/iu,
});

/** The server's, not the mailbox's. */
export const SYSTEM = stems(HOUSE, {
  several: /syst[eè]m/iu,
  romance: /disco(?!\p{L})/iu,
  czech: /poskytovatel/iu,
  dutch: /systeem/iu,
  french: /disque(?!\p{L})/iu,
  german: /festplatte/iu,
  polish: /dysku?(?!\p{L})/iu,
});

/** What a server has that cannot serve. */
export const OUT_OF_ORDER = stems({
  several: /error/iu,
  iberian: /sobrecarg/iu,
  czech: /p[řr]et[íi][žz]|chyb|nedostupn/iu,
  dutch: /overbelast|fout|wachtrij/iu,
  finnish: /virhe/iu,
  french: /surcharg|erreur|manque|file d.attente/iu,
  german: /überlast|ueberlast|fehler|nicht (?:verfügbar|erreichbar)|warteschlange/iu,
  greek: /σφάλμα/iu,
  hungarian: /hiba/iu,
  indonesian: /kesalahan/iu,
  italian: /sovraccaric|non (?:[eè] )?disponibil/iu,
  nordic: /fel(?!\p{L})|fejl|feil/iu,
  polish: /przeci[ąa][żz]|b[łl][ąa]d|brak(?!\p{L})|nie jest dost|niedost[ęe]p|kolejk/iu,
  portuguese: /erro(?!\p{L})|n[aã]o (?:est[aá] )?dispon/iu,
  romanian: /eroare/iu,
  russian: /перегруж|ошибк|недоступ|очеред/iu,
  spanish: /no (?:est[aá] )?disponible/iu,
  turkish: /hata/iu,
  ukrainian: /помилк/iu,
  vietnamese: /lỗi/iu,
  chinese: /错误|錯誤|异常|忙/iu,
  japanese: /エラー/iu,
  korean: /오류/iu,
});

/** What does not run any more. */
export const STOPPED = stems({
  czech: /zastaven/iu,
  dutch: /gestopt/iu,
  french: /arr[eê]t/iu,
  german: /gestoppt|angehalten/iu,
  italian: /bloccat/iu,
  polish: /zatrzyman/iu,
  russian: /остановлен/iu,
  spanish: /deten|parad[oa]/iu,
});

/** What somebody else has hold of. */
export const BUSY = stems({
  iberian: /ocupad/iu,
  czech: /zanepr[áa]zdn/iu,
  dutch: /bezet(?!\p{L})/iu,
  finnish: /varattu/iu,
  french: /occup[ée]/iu,
  german: /besch[äa]ftigt/iu,
  hungarian: /foglalt/iu,
  indonesian: /sibuk/iu,
  italian: /occupat/iu,
  nordic: /upptagen|optaget|opptatt/iu,
  polish: /w u[żz]yciu|zaj[ęe]t/iu,
  romanian: /ocupat/iu,
  russian: /занят/iu,
  turkish: /me[şs]gul/iu,
  ukrainian: /зайнят/iu,
});
