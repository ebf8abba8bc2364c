import { BARRED } from './mailbox.ts';
import { anywhere, stems } from './stems.ts';

/** What is not let in. */
export const REFUSED = stems(BARRED, {
  romance: /proib/iu,
  iberian: /negad[oa]/iu,
  baltic: /keeldu|noraid[īi]t|atmest/iu,
  czech: /zak[áa]z[áa]n|odm[íi]t|zam[íi]t|nen[íi] povolen/iu,
  dutch: /niet welkom|geweigerd|afgewezen|niet toegestaan/iu,
  finnish: /hylät/iu,
  french: /refus|rejet|(?:non|pas) autoris|interdit/iu,
  german: [
    /lehnen? (?:\p{L}+ ){0,3}ab(?!\p{L})|weisen? (?:\p{L}+ ){0,3}(?:ab|zur(?:ü|ue)ck)(?!\p{L})/iu,
    /verboten|nicht erw(?:ü|ue)nscht|verwehrt|untersagt|abgelehnt|abgewiesen|verweigert/iu,
    /nicht (?:erlaubt|gestattet|zugelassen|angenommen|akzeptiert|berechtigt)/iu,
  ],
  greek: /απορρίφ/iu,
  hungarian: /tilos|elutas[íi]t|visszautas|nem enged/iu,
  indonesian: /ditolak|diblokir/iu,
  italian: [
    /negat[oai](?!\p{L})|vietat|rifiut|respint/iu,
    /non (?:[eè] )?(?:autorizz|consentit|permess|accettat|ammess)/iu,
  ],
  nordic: /forbudt|f[öo]rbjud|avvis|nekad|afvist|inte till[åa]t|ikke till?ad/iu,
  polish: /odrzuc|niedozwolon|zabronion|nie akceptuje/iu,
  portuguese: /rejeita|recusa|n[aã]o (?:autoriza|permit|aceit)/iu,
  romanian: /respins|nu (?:este permis|accept)/iu,
  russian: /отклон|отказ|запрещ|не (?:разреш|принима|допуска)/iu,
  southSlavic: /отхвърл|odbijen|одбијен|zavrnjen/iu,
  spanish: /denegad|prohibid|rechaza|no (?:est[aá] |se )?(?:autoriza|permit|admit|acept)/iu,
  turkish: /yasak|reddedil|engellen|izin ver/iu,
  ukrainian: /відхил|відмов|заборон/iu,
  vietnamese: /từ chối|bị chặn/iu,
  arabic: /رفض|مرفوض|محظور|رد شد/iu,
  chinese: /封禁|封锁|封鎖|拒绝|拒絕|拒收|被拒|禁止|不允许|不允許/iu,
  hebrew: /נדחת|נדחה|חסומ/iu,
  hindi: /अस्वीकार|ब्लॉक/iu,
  japanese: /拒否|許可されて|受け付けて(?:い|お)|ブロックされ/iu,
  korean: /거부|거절|허용되지|차단/iu,
  thai: /ปฏิเสธ/iu,
});

/** Who takes nothing at all, or nothing of this kind. */
export const TAKES_NO_MAIL = anywhere({
  czech: /nepřijím/iu,
  dutch: /(?:accepteert|ontvangt) geen/iu,
  finnish: /ei (?:vastaanota|ota vastaan|hyväksy)/iu,
  french: /n.accept\p{L}+ (?:rien|pas|aucun)|n'accepte pas|n'accepte aucun/iu,
  german: /nehmen (?:\p{L}+ ){0,2}kein|nimmt (?:\p{L}+ ){0,2}keine|akzeptiert (?:\p{L}+ ){0,2}keine/iu,
  greek: /δεν δέχεται/iu,
  hungarian: /nem fogad/iu,
  italian: /non accettiamo|non (?:accetta|riceve)/iu,
  nordic: /(?:tar|accepterar) inte|(?:modtager|mottar|tar) ikke/iu,
  polish: /nie (?:przyjmuje|akceptuje)/iu,
  portuguese: /n[ãa]o (?:aceita|recebe)/iu,
  romanian: /nu accept/iu,
  russian: /не принимает/iu,
  spanish: /no (?:acepta|admite|recibe)/iu,
  turkish: /kabul etm/iu,
  ukrainian: /не приймає/iu,
  chinese: /不接受/iu,
  japanese: /受け付けて|受信していません/iu,
  korean: /받지 않/iu,
});

/** A recipient who has had enough. */
export const DOES_NOT_WANT = stems({
  eastSlavic: /не (?:желает|хочет|бажає)/iu,
  czech: /nep[řr]eje si/iu,
  dutch: /(?:wenst|wil) geen/iu,
  finnish: /ei halua/iu,
  french: /ne (?:souhaite|veut|d[ée]sire) (?:pas|plus)/iu,
  german: /m(?:ö|oe)chte (?:\p{L}+ ){0,3}(?:keine|nicht)|w(?:ü|ue)nscht (?:\p{L}+ ){0,3}keine/iu,
  hungarian: /nem k[ií]v[áa]n/iu,
  italian: /non desidera(?!t)/iu,
  nordic: /[öo]nskar inte|[øo]nsker ikke/iu,
  polish: /nie [żz]yczy/iu,
  portuguese: /n[ãa]o deseja/iu,
  romanian: /nu dore[șs]te/iu,
  spanish: /no desea(?!d)/iu,
  turkish: /istemiyor/iu,
  chinese: /拒收名单/iu,
  korean: /수신 ?거부/iu,
});

/** The house's own. */
export const RULES = stems({
  several: /politi[kq]/iu,
  romance: /pol[íi]tic/iu,
  czech: /pravid/iu,
  dutch: /beleid/iu,
  french: /r[èe]gle/iu,
  german: /regel(?:n|werk|s)?(?!\p{L})|\p{L}*regeln|richtlini|verst(?:o(?:ß|ss)|(?:ö|oe)(?:ß|ss)t)/iu,
  hungarian: /szab[áa]ly/iu,
  italian: /regola/iu,
  polish: /polityk|zasad/iu,
  portuguese: /regras?(?!\p{L})/iu,
  russian: /политик|правил/iu,
  spanish: /reglas?(?!\p{L})/iu,
  turkish: /kural/iu,
  chinese: /规则|規則|策略/iu,
  japanese: /ポリシー/iu,
  korean: /정책|규정|규칙/iu,
});

/** Who may not. */
export const NOT_PERMITTED = stems({
  czech: /nem[áa]te (?:\p{L}+ )?opr[áa]vn/iu,
  dutch: /niet (?:\p{L}+ ){0,2}(?:gemachtigd|bevoegd|gerechtigd)/iu,
  french: /pas (?:\p{L}+ )?(?:autoris|habilit|le droit|la permission)/iu,
  german: /(?:nicht|keine) (?:\p{L}+ ){0,2}(?:berechtig|befugt|autorisiert|rechte|erlaubnis|zugriffsrecht)/iu,
  hungarian: /nincs (?:\p{L}+ )?jogosults/iu,
  italian: /non (?:\p{L}+ ){0,2}(?:autorizzat|abilitat|permess|il permesso)/iu,
  nordic: /inte (?:\p{L}+ )?beh[öo]rig|ikke (?:\p{L}+ )?(?:tilladelse|rett|adgang)/iu,
  polish: /nie (?:\p{L}+ ){0,2}(?:uprawni|upowa[żz]ni)/iu,
  portuguese: /n[ãa]o (?:\p{L}+ ){0,2}(?:autorizad|permiss[ãa]o|habilitad)/iu,
  russian: /не (?:\p{L}+ ){0,2}(?:прав|уполномоч|имеете)/iu,
  spanish: /no (?:\p{L}+ ){0,2}(?:autorizad|permiso|habilitad)/iu,
  turkish: /yetki(?:niz|li)/iu,
  chinese: /无权|沒有權限|没有权限/iu,
  japanese: /権限が|許可され/iu,
  korean: /권한이 없/iu,
});
