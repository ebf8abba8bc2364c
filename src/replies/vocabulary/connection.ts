import { stems } from './stems.ts';

/** A connection, or to make one. */
export const CONNECTION = stems({
  iberian: /conect/iu,
  czech: /p[řr]ipoj|spojen/iu,
  dutch: /verbinding/iu,
  finnish: /yhtey/iu,
  french: /contacter|connexion|connecter|session smtp/iu,
  german: /verbindung|verbinden/iu,
  greek: /σύνδεσ/iu,
  hungarian: /kapcsol[oó]d/iu,
  indonesian: /koneksi|sambungan/iu,
  italian: /colleg(?:ar|at)|contattar|conness|connett/iu,
  nordic: /anslutning|forbindelse|tilkobling/iu,
  polish: /po[łl][ąa]cze[ńn]/iu,
  portuguese: /conex[aã]o|liga[cç][aã]o/iu,
  romanian: /conexiun/iu,
  russian: /соедин|подключ/iu,
  spanish: /conexi[oó]n/iu,
  turkish: /ba[ğg]lant/iu,
  ukrainian: /з.?єднан|підключ/iu,
  vietnamese: /kết nối/iu,
  chinese: /连接|連線|連接/iu,
  japanese: /接続|通信/iu,
  korean: /연결/iu,
});

/** What broke off, or did not come about. */
export const FAILED = stems({
  several: /error|timeout|time-out/iu,
  romance: /fall[oóaiu]|interr|imposs|incapa/iu,
  iberian: /perdid/iu,
  eastSlavic: /не (?:удал|может|вдал|уст)/iu,
  czech: /nezda[řr]|selhal|nelze|nepoda/iu,
  dutch: /geen verbinding|gesloten|kon niet|mislukt|verbroken/iu,
  french: /aucune connexion|ferm[ée]|erreur|perdu|échou/iu,
  german: [
    /konnte (?:nicht|kein)|keine verbindung|beendet|geschlossen|abgebaut|fehlgeschlagen|unterbroch/iu,
    /abgebroch|getrennt|nicht m(?:ö|oe)glich/iu,
  ],
  hungarian: /sikertelen|megszak|nem siker/iu,
  indonesian: /gagal/iu,
  italian: /nessuna connessione|chius|perdut|scadut|non (?:[eè] )?(?:può|riuscit|stat)/iu,
  nordic: /st[äa]ng|misslyck|mislyk/iu,
  polish: /zamkn|nieud|nie (?:mo[żz]|powiod|uda)|przerwan|zerwan/iu,
  portuguese: /nenhuma conex|encerr|falh|n[aã]o (?:foi|p[oô]de)/iu,
  romanian: /eșuat/iu,
  russian: /закрыл|закрыт|разорван|прерван|ошибк|сбой|тайм|невозмож/iu,
  spanish: /ninguna conexi|cerr[óo]|agota|caduc|imposib|no (?:se )?(?:pud|pued)/iu,
  turkish: /kapat|kurulam|kesil|hata|başarısız/iu,
  vietnamese: /thất bại/iu,
  inside: /problem|fehler/iu,
  chinese: /失败|失敗|超时|超時|断开|异常/iu,
  japanese: /タイムアウト|できま|切断|切れ/iu,
  korean: /실패|끊|시간/iu,
});

/** Who does not answer. */
export const UNREACHABLE = stems({
  czech: /bez odpov|neodpov[íi]d/iu,
  dutch: /geen (?:antwoord|reactie)|onbereikbaar|niet bereikbaar|antwoordt niet/iu,
  finnish: /ei vastaa|tavoitettav/iu,
  french: [
    /pas de r[ée]ponse|aucune r[ée]ponse|pas joignable|ne r[ée]pond(?!\p{L})|injoignable/iu,
    /inaccessible|ne r[ée]pond pas/iu,
  ],
  german: [
    /keine (?:antwort|reaktion)|(?:ist|war) (?:derzeit |momentan )?nicht zu erreichen/iu,
    /nicht (?:\p{L}+ )?(?:erreichbar|erreicht)|antwortet nicht/iu,
  ],
  hungarian: /nem (?:\p{L}+ )?(?:el[ée]rhet|v[áa]laszol)/iu,
  indonesian: /tidak (?:merespons|dapat dijangkau)/iu,
  italian: /nessuna risposta|non ha risposto|non (?:\p{L}+ ){0,4}(?:raggiungibil|risponde)|irraggiungibil/iu,
  nordic: /inget svar|intet svar|ingen svar|inte (?:\p{L}+ )?n[åa]s|svarar inte|svarer ikke/iu,
  polish: /brak odpowiedzi|nieosi[ąa]galn|nie odpowiada/iu,
  portuguese: [
    /sem resposta|n[ãa]o respond|inacess[íi]vel/iu,
    /n[ãa]o (?:\p{L}+ )?(?:responde|acess[íi]vel|alcan[çc])/iu,
  ],
  romanian: /nu r[ăa]spunde/iu,
  russian: /нет ответа|не отвечает/iu,
  spanish: [
    /sin respuesta|no respondi|no (?:\p{L}+ )?(?:accesible|alcanzable|responde|contest)/iu,
    /inalcanzable|inaccesible/iu,
  ],
  turkish: /ula[şs][ıi]lam|yan[ıi]t verm/iu,
  ukrainian: /не відповідає/iu,
  vietnamese: /không phản hồi/iu,
  chinese: /無法連[接線]|无法连接/iu,
  japanese: /应答がない|応答しま|応答があ|返事が/iu,
  korean: /응답이 없/iu,
});

/** Waited for, and not come. */
export const WAITED = stems({
  several: /time-?out/iu,
  romance: /tempo (?:di attesa|limite|de espera)/iu,
  dutch: /wachttijd/iu,
  french: /d[ée]lai/iu,
  german: /zeit(?:ü|ue)berschreitung/iu,
  nordic: /tidsgr[äa]ns/iu,
  polish: /limit czasu|przekrocz\p{L}* czas/iu,
  russian: /врем\p{L}+ ожидания|таймаут/iu,
  spanish: /tiempo de espera/iu,
  turkish: /zaman a[şs][ıi]m/iu,
  chinese: /超时|逾時/iu,
  japanese: /タイムアウト/iu,
  korean: /시간 ?초과/iu,
});
