import { late, type Pattern } from './pattern.ts';

/**
 * Words of the languages that mail servers answer in, by what they mean, in whatever inflection. Stems begin a word; scripts
 * without spaces need no beginning. Most are never asked, and to make them all took longer than to read a short log.
 */
export const stems = (words: readonly string[], unspaced?: string): Pattern =>
  late(`(?<!\\p{L})(?:${words.join('|')})${unspaced === undefined ? '' : `|${unspaced}`}`, 'iu');

export const BOX = stems(
  [
    'θυρίδ|schr[áa]nka',
    'po[šs]tni predal|predal(?!\\p{L})',
    'sandu[čc]i[ćc]|nabiralnik|сандуч|поштенск|пощенск|postkast|pastkast|d[ėe]žut[ėe]|peti mel',
    'buz[oó]n|casilla|bandeja|caixa|casella|bo[iî]te|messagerie|postfach|posteingang|postvak|postbus|mailbox|brevl[åa]da',
    'postkass|innkurv|innboks|inkorg|indbakke|skrzynk|schr[áa]n[kc]|ящик|скриньк|кути[яй]|postafi[óo]k|c[ăa]su[țt]|cutia|posta kutu',
    'gelen kutu|γραμματοκιβ|postilaati|hộp thư|kotak',
  ],
  '邮箱|信箱|收件箱|郵箱|メールボックス|受信箱|메일함|편지함|사서함|صندوق|תיבת|תיבה|मेलबॉक्स|इनबॉक्स|ตู้จดหมาย|البريد الخاص',
);
export const USER = stems(
  [
    'pou[žz][íi]vate|naslovnik|prejemnik',
    'kasutaj|saaja|lietot[āa]j|sa[ņn][ēe]m[ēe]j|adres[āa]t|vartotoj|naudotoj|gav[ėe]j|prima(?:lac|oc)|корисник|примател|примал',
    'namens?(?!\\p{L})|nom(?!\\p{L})|nome(?!\\p{L})|nombre(?! (?:de|max|total))|naam(?!\\p{L})|imieni|потребител|korisnik|uporabnik|primatelj',
    'nutzer|anwender|abonn[ée]|correspondant|usager|utenz|abbonat|intestatari|abonad|assinant|abonn(?:ee|ent)|klient',
    'usu[aá]ri|destinat[aáà](?:i?r|l)|utente|utilisateur|benutzer|empf(?:ä|ae)nger|teilnehmer|gebruiker|ontvanger|geadresseerd',
    'mottag|modtag|mottak|användar|bruger|bruker|u[żz]ytkownik|odbiorc|adresat|u[žz]ivatel|p[řr][íi]jemc|пользовател',
    'получател|адресат|користувач|одержувач|отримувач|felhaszn[áa]l|c[íi]mzett|utilizator|kullan[ıi]c|al[ıi]c[ıi]|χρήστ',
    'παραλήπτ|käyttäj|vastaanottaj|người (?:dùng|nhận)|pengguna|penerima',
  ],
  'ผู้(?:รับ|ใช้)|บัญชี|กล่องจดหมาย|用户|用戶|收件人|收信人|受信者|宛先|ユーザ|사용자|수신자|수신인|받는 사람|المستخدم|المستلم|کاربر|گیرنده|משתמש|נמען|送信先|利用者|会員|お客様|加入者|メンバー|مستخدم|مستلم|مشترك|उपयोगकर्ता|प्राप्तकर्ता',
);
export const ADDRESS = stems(
  [
    'акаунт|nalog(?!\\p{L})|[úu][čc]et(?!\\p{L})|fi[óo]k',
    'paskyr|korisni[čc]ki ra[čc]un|налог(?!\\p{L})',
    'уч[её]тн|e-?mailkonto|kennung',
    's[äa]hk[öo]postiosoit|osoit(?=e)|e-?mail-?c[íi]m|c[íi]m(?:e|et|nek)?(?!\\p{L})|ziel-?adress|empf(?:ä|ae)nger-?adress|mot?tagar?e?-?adress|mod?tag(?:er)?-?adress|mottaker-?adress|e-?mail-?adres|mail-?adres|e-?post-?adress|e-?postadresse|direcci[oó]n|endere[cç]o|indirizz|adresse?|adr[eé]s[aău]?|cuenta|conta(?!\\p{L})|account|compte|konto|contul|hesap|учетн',
    'аккаунт|адрес|διεύθυνσ|λογαριασμ|osoite|tili(?!\\p{L})|địa chỉ|tài khoản|alamat|akun',
  ],
  '地址|邮箱名|帐号|帐户|账号|账户|帳號|帳戶|アドレス|アカウント|주소|계정|حساب|عنوان البريد|חשבון|כתובת (?:ה)?(?:מייל|דוא|אימייל)|खाता|ईमेल पता|ที่อยู่อีเมล',
);
export const NOT_THERE = stems(
  [
    'u n[áa]s nie je|ni znan|не посто|gre[șş]it|nu (?:a fost|poate fi) g[ăa]sit',
    'nen[íi] platn|f(?:ü|ue)hren wir (?:\\p{L}+ )?nicht|f(?:ü|ue)hrt (?:\\p{L}+ )?nicht|не е валид|е невалид|nevaljan|neveljav|nederīg|netinkam',
    'няма|не (?:беше |е |је )?(?:намерен|открит|пронађен|најден|познат)|не постој|ni(?:je|so)? (?:bi[lo] )?(?:prona[đd]en|na[đdj]en|najden|poznat)|nema (?:takv|tog)|nėra(?!\\p{L})|nerast|neegzist|ne[žz]inom|neeksist|nav (?:atrast|zin[āa]m|t[āa]d)|nepast[āa]v|ei leitud|ei eksisteeri|tundmatu|tidak wujud',
    'нет (?:почтового |электронного )?(?:ящик|адрес)|nem[áa] (?:u n[áa]s )?schr[áa]nk|ne porte ce|(?:finns|finnes|findes) ing|ing(?:en|et) (?:s[åa]dan|slik)|kender (?:vi )?ikke|kjenner (?:vi )?ikke|k[äa]nner (?:vi )?inte|niekto|nikdo',
    'falsch|verkehrt|vertippt|mal (?:orthographi|[ée]crit)|sbagliat|equivocad|non conosc|ne conna[iî]ss|no conoc|n[ãa]o conhec|kennen (?:wir )?(?:\\p{L}+ )?nicht|kennt (?:\\p{L}+ )?nicht|kent (?:\\p{L}+ )?niet|nie znamy|не знаем',
    'ne postoji|ne obstaja|не същест|nu s-a g[ăa]sit',
    "nicht (?:\\p{L}+[ -]){1,4}(?:gelistet|gef(?:ü|ue)hrt|aufgef(?:ü|ue)hrt|verzeichnet|eingetragen)|nicht (?:gelistet|gef(?:ü|ue)hrt|belegt|aufgef(?:ü|ue)hrt|zuzuordnen)|ne (?:correspond|figure)|n'appartient|aucune? (?:\\p{L}+ )?(?:abonn|correspond)|erron[ée]|non (?:appartien|present|[èe] attiv)|errat|niemand|personne (?:de|[àa]) ce|nessuno|nadie|ningu[ée]m",
    "nicht (?:mehr )?(?:registriert|angelegt|hinterlegt|zugeordnet|vergeben|eingerichtet|existent)|kein(?:en)? (?:\\p{L}+ )?(?:postfach|benutzer|empf(?:ä|ae)nger|konto)|n'est pas (?:r[ée]pertori|enregistr|attribu|connu)|aucune? (?:\\p{L}+ )?(?:bo[iî]te|compte|utilisateur|destinataire|adresse)",
    'non (?:risulta|corrisponde|figura|[èe] (?:presente|registrat))|nessun\\p{L}* (?:casella|utente|destinatari|account|indirizzo)|no (?:corresponde|pertenece|figura|consta|est[áa] (?:dad[oa] de alta|registrad))|ning[uú]n (?:usuario|buz[oó]n|destinatari)|n[ãa]o (?:pertence|corresponde|consta|(?:[ée] |est[áa] )?(?:cadastrad|registrad))|nenhum (?:usu[áa]rio|destinat)',
    'geen (?:postvak|mailbox|gebruiker|ontvanger)|niet geregistreerd|inte registrerad|saknas|ikke registrert|ikke registreret|nie (?:należy|figuruje|jest zarejestr)|brak (?:takiego |tej )?(?:konta|użytkownika|odbiorcy|adresu|skrzynki)|nen[íi] (?:registrov|evidov)|несуществующ|не (?:принадлеж|значится|зареєстр)|нет (?:такого|такой|в списк)|немає|nincs (?:ilyen|regisztr)|kayıtlı (?:de[ğg]il|olmayan)|tanımlı de[ğg]il|puuttuu|nu (?:exist|figureaz)|không có',
    'no (?:existe|(?:es )?v[aá]lid|(?:se )?(?:ha |ha podido |pudo |puede )?(?:sido )?encontr|(?:est[aá] )?disponible|reconocid|localiz)|imposible encontrar|n[aã]o (?:existe|(?:foi |p[oô]de ser |foi poss[íi]vel )?encontr|(?:[eé] )?v[aá]lid|(?:est[aá] )?dispon[ií]vel|(?:foi )?localizad)',
    'impossibile trovare|non (?:esiste|(?:[eè] )?(?:stato )?possibile trovare|(?:[eè] )?(?:stat[oa] )?trovat|(?:[eè] )?valid|(?:[eè] )?disponibil|(?:[eè] )?riconosciut)|inexistent|inesistent|desconocid|desconhecid|sconosciut|inv[aá]lid[oa]s?(?!\\p{L})',
    "impossible de trouver|n'existe|n'(?:a|est) pas (?:[eé]t[eé] )?(?:trouv|valide|reconnu|disponible)|inconnu|introuvable|invalide|non (?:trouv|valide|disponible)",
    'kenn(?:t|en) (?:\\p{L}+ ){0,2}nicht|existiert (?:\\p{L}+ ){0,3}nicht|gibt es (?:\\p{L}+ ){0,3}nicht|nicht (?:mehr )?(?:bekannt|gefunden|vorhanden|g(?:ü|ue)ltig|verf(?:ü|ue)gbar|zustellbar|ermittelt)|unbekannt|ung(?:ü|ue)ltig',
    'bestaat niet|niet (?:worden )?(?:gevonden|bekend|beschikbaar|geldig)|onbekend|ongeldig|(?:finns|hittades|hittas|existerar) (?:inte|ej)|inte hittas|(?:findes|finnes|eksisterer) ikke|ikke (?:fundet|funnet|findes|finnes)|ok[äa]nd|ukendt|ukjent|ogiltig|ugyldig',
    'nie (?:istnieje|mo[żz]na (?:\\p{L}+ )?(?:znale[źz]|odnale[źz])|znaleziono|ma(?!\\p{L})|jest (?:dost[ęe]pn|dopuszczaln|poprawn)|(?:zosta[łl][aoy]? )?(?:odnalezion|znalezion))|nieznan|nieprawid[łl]ow|niew[łl]a[śs]ciw|niepoprawn|b[łl][ęe]dn|neexistuj|nenalezen|nebyl[ao]? nalezen|nelze (?:\\p{L}+ )?naj[íi]t|nezn[áa]m|neplatn|nespr[áa]vn|nie je platn',
    'не (?:существует|найден|уда(?:лось|[её]тся) (?:\\p{L}+ )?найти|зарегистрир|знайден|існує|определ|допуст|доступ)|неизвест|невідом|недействит|недоступ|неверн|неправильн|нет так|отсутств|niedost[ęe]pn|indisponib|indispon[ií]ve|nedostupn',
    'nem (?:l[ée]tez|tal[áa]l|[ée]rv[ée]nyes)|ismeretlen|[ée]rv[ée]nytelen|nu (?:exist|a fost g[ăa]sit|este valid)|necunoscut|bulunamad|mevcut de[ğg]il|bilinm|ge[çc]ersiz|yok(?!\\p{L})|m[üu]sait de[ğg]il|δεν (?:υπάρχει|βρέθηκε)|άγνωστ',
    'ei (?:ole|l(?:ö|o)y[dt]|tunneta|voitu löytää)|ongeldig|tuntemat|virheelli|không (?:tồn tại|tìm thấy|hợp lệ)|tidak (?:ditemukan|dikenal|ada|valid|tersedia)',
  ],
  'ไม่(?:พบ|มี|รู้จัก)|אינו קיים|אינה קיימת|לא (?:קיימת|מוכר|רשום|נמצאה)|未登録|登録されて(?:い|お)|未注册|利用でき(?:な|ま)|が?無い|がない|غير موجود|غير معروف|یافت نشد|وجود ندارد|לא קיים|לא נמצא|不存在|无效|無效|错误|錯誤|有误|找不到|未找到|未开通|不可用|不正确|見つかり|存在し|不明|無効|誤り|間違|없|존재하지|찾을 수|잘못|おりません|いません|ございません|該当.{0,10}(?:なし|な[いく])|見当た|不正|誤って|無此|无此|查无|査無|등록되지 않|미등록|لا يوجد|ليس موجود|لم يتم العثور|मौजूद नहीं|नहीं मिला|अमान्य|אינם קיימים|אין משתמש|אין נמען|غير صحيح|غير صالح|خاطئ|נמען שגוי|שגויה|ไม่ถูกต้อง',
);
export const CLOSED = stems(
  [
    'letilt|(?:le )?(?:van )?tiltva',
    'zru[šs]en[ýáéo]|deaktivir|деактивир',
    '[îi]nchis|stengt|zlikwidowan|zaprt|zatvor|затвор|suletud|sulge|sl[ēe]gt|u[žz]daryt|i[šs]jungt|tutup|ditutup|digantung|nonaktif|ukinut|угасен|izbrisan|изтрит|избрисан',
    'aufgegeben|abandonn|abbandonat|abandonad',
    'bannat|bannis?(?!\\p{L})|gebannt|verbannt|banead|banid[oa]|забанен|zbanowan',
    'ausgesperrt|ausgeschlossen|blockiert|geblockt',
    'aufgel(?:ö|oe)st|erloschen|eingestellt|entfernt|aufgehoben|abgemeldet|cl[ôo]tur|dismess|rimoss|eliminat|cancellat|dad[oa] de baixa|ausgeschieden',
    'gek(?:ü|ue)ndigt|opgezegd|beëindigd|au(?:ß|ss)er betrieb|desactivad|dad[oa] de baja|deshabilitad|suspendid|bloquead|cerrad|eliminad|inactiv[oa]|desativad|suspens[oa]|inativ|encerrad|cancelad|exclu[íi]d|disattivat|disabilitat|sospes|bloccat|chius|cessat|inattiv',
    'désactiv|suspendu|bloqu[ée]|ferm[ée]|inacti[fv]|supprim|résili|gesperrt|deaktiviert|inaktiv|gelöscht|geschlossen|stillgelegt|abgeschaltet|geblokkeerd|vergrendel|uzamč|opgeheven|gedeactiveerd|verwijderd|gesloten|avstäng|spärr|sperret|lukket|slettet',
    'zablokowan|nieaktywn|wy[łl][ąa]czon|zawieszon|usuni[ęe]t|skasowan|zru[šs]en|deaktivov|zablokov|neaktivn|smazán|заблокир|отключ|удал[её]н|заблоков|видален|призупин|неактив|приостан|деактив|закрыт|вимкнен',
    'letilt|megszűnt|felfüggeszt|törölt|dezactivat|suspendat|blocat|devre dışı|askıya|kapat|silin|απενεργ|suljettu|poistettu|bị khóa|vô hiệu|dinonaktif|ditangguhkan',
  ],
  '停用|禁用|冻结|凍結|注销|休眠|过期|停止|削除|解約|未登录|未登入|휴면|정지|비활성|삭제|해지|退会|解除|廃止|閉鎖|使用されていな|使われていな|נסגר|סגור|מושעה|مغلق|إغلاق|معطل|موقوف|تعليق|बंद|निलंबित|ระงับ|ปิดใช้งาน|إيقاف|مسدود|غیرفعال|חסומה|ถูกปิด',
);
export const FULL = stems(
  [
    'пълн|препъл|пун[ао]?(?!\\p{L})|pun[ao]?(?!\\p{L})|poln[ao]?(?!\\p{L})|zaplněn|piln[as]?(?!\\p{L})|pilnas|perpild|t[äa]is(?!\\p{L})',
    'd[ée]bord|trabocc|desbord|quillt|platzt|fyldt',
    'llen[oa]|lotad|chei[oa](?!\\p{L})|pien[oa](?!\\p{L})|pleine?(?!\\p{L})|satur|voll(?!\\p{L})|überf|vol(?!\\p{L})|ful[ld]?[at]?(?!\\p{L})|pe[łl]n|przepe[łl]n|pln[áaýéě]|přepln|перепол|полон|полна|заполн|переповн|megtelt',
    'plin[ăa]?(?!\\p{L})|dol(?:u|mu)|γεμάτ|täynnä|đầy|penuh',
  ],
  '满|滿|いっぱい|一杯|가득|数量限制|초과|ممتلئ|مملوء|پر شده|پر است|מלאה|امتل|भरा|भरी|भर गया',
);
export const ROOM = stems(
  [
    'hely(?!\\p{L})|място|mjest|mest[oa](?!\\p{L})|viet[ao]s(?!\\p{L})|ruumi(?!\\p{L})|tilaa|plads(?!\\p{L})|plass(?!\\p{L})|yer(?!\\p{L})',
    'platz(?!\\p{L})|kapazit(?:ä|ae)t|place(?!\\p{L})|capacit|capien|espacio|vrije ruimte',
    'quota|cuota|cota|espacio|espaço|spazio|espace|speicher|almacenamiento|armazenamento|archiviazione|stockage|ruimte|utrymme|lagring|miejsc|przestrze|úložišt|opslag|systeemopslag|przechowywan|pojemno|prostor|kapacit|мест[оа]?|памят|пам.?ят|квот|tárhely|kvóta|spați|alan[ıi]|kota',
  ],
  '空间|空間|容量|配额|配額|저장|용량|할당|مساحة|נפח|מקום פנוי|जगह|พื้นที่|מקום בתיב',
);
export const EXCEEDED = stems(
  [
    'nincs (?:t[öo]bb |el[ée]g )?(?:szabad )?hely|slut p[åa]|няма (?:повече |достатъчно |свободно )?място|nėra viet|nav viet|pole ruumi|kalmad',
    '[ée]puis',
    "aufgebraucht|verbraucht|nicht gen(?:ü|ue)gend|kein(?:en)? (?:\\p{L}+ )?(?:platz|speicher|raum)|(?:plus|pas) (?:de place|d'espace|assez)|manque|terminat|finit[oa](?!\\p{L})|non c'è|geen (?:\\p{L}+ )?(?:ruimte|plaats)|nema",
    'atingi|alcan[çz]|attein|bereikt|osi[ąa]gn|dos[áa]h|достиг|n[åa]dd|n[åa]tt|el[ée]rte|exced|super[aó]|agot|esgot|esauri|raggiunt|insuf|unzureich|onvoldoende|nicht (?:über )?ausreich|nemá dostate|nedostate|(?:no hay|sin|sem|n[aã]o h[aá]) (?:\\p{L}+ ){0,2}(?:espa|suficiente)|dépass|insuffisan|überschritt|erschöpft|erreicht|overschreden|överskrid|overskred|przekrocz|brak(?!\\p{L})|niewystarcz|překroč|превыш|перевищ|недостат|не хватает|закончил|túllép|depăș|aşıld|aşt',
  ],
  '不足|超|부족|초과|オーバー|足りま|نفد|تجاوز|חריג|חרג|เกิน|אין (?:יותר )?מקום|لا توجد مساحة|فضای کافی|พื้นที่ไม่พอ',
);
export const SENDER = stems(
  [
    'изпращач|подател|po[šs]iljat|пошиљ|saatja|s[ūu]t[īi]t[āa]j|siunt[ėe]j',
    'remitent|remetent|mittent|exp[ée]diteur|[ée]metteur|absender|afzender|avsändar|afsender|avsender|nadawc|odes[íi]latel|odosielate|отправител|відправник|felad[óo]|expeditor|g[öo]nderen|g[öo]nderici|αποστολέ|lähettäj|người gửi|pengirim',
  ],
  '发件人|發件人|发信人|寄件人|送信者|差出人|발신자|보낸 사람|송신자|المرسل(?! ?إليه)|השולח|प्रेषक|ผู้ส่ง',
);
export const REFUSED = stems(
  [
    'отхвърл|odbijen|одбијен|zavrnjen|keeldu|noraid[īi]t|atmest',
    'lehnen? (?:\\p{L}+ ){0,3}ab(?!\\p{L})|weisen? (?:\\p{L}+ ){0,3}(?:ab|zur(?:ü|ue)ck)(?!\\p{L})',
    'verboten|bannat|bannis?(?!\\p{L})|gebannt|verbannt|banead|banid[oa]|забанен|zbanowan|niet welkom|nicht erw(?:ü|ue)nscht',
    'negat[oai](?!\\p{L})|negad[oa]|denegad|verwehrt|untersagt|prohibid|proib|vietat|forbudt|f[öo]rbjud|zak[áa]z[áa]n|tilos|yasak',
    'ausgesperrt|ausgeschlossen|blockiert|geblockt',
    'rechaza|rejeita|recusa|rifiut|respint|refus|rejet|abgelehnt|abgewiesen|verweigert|geweigerd|afgewezen|avvis|nekad|afvist|odrzuc|odm[íi]t|zam[íi]t|отклон|отказ|відхил|відмов|elutas[íi]t|visszautas|respins|reddedil|engellen|απορρίφ|hylät|từ chối|bị chặn|ditolak|diblokir',
    'no (?:est[aá] |se )?(?:autoriza|permit|admit|acept)|n[aã]o (?:autoriza|permit|aceit)|non (?:[eè] )?(?:autorizz|consentit|permess|accettat|ammess)|(?:non|pas) autoris|interdit|nicht (?:erlaubt|gestattet|zugelassen|angenommen|akzeptiert|berechtigt)|niet toegestaan|inte till[åa]t|ikke till?ad|niedozwolon|zabronion|nie akceptuje|nen[íi] povolen|запрещ|не (?:разреш|принима|допуска)|заборон|nem enged|nu (?:este permis|accept)|izin ver',
    'bloquead|bloccat|bloqu[ée]|gesperrt|geblokkeerd|zablokowan|zablokov|заблокир|заблоков|letilt|blocat',
  ],
  '封禁|封锁|封鎖|拒绝|拒絕|拒收|被拒|拒否|禁止|不允许|不允許|許可されて|거부|거절|허용되지|차단|受け付けて(?:い|お)|ブロックされ|رفض|مرفوض|נדחת|נדחה|अस्वीकार|ปฏิเสธ|ब्लॉक|محظور|חסומ|رد شد',
);
export const CONNECTION = stems(
  [
    'colleg(?:ar|at)|contattar|contacter',
    'conexi[oó]n|conect|conex[aã]o|liga[cç][aã]o|conness|connett|connexion|connecter|session smtp|verbindung|verbinden|verbinding|anslutning|forbindelse|tilkobling|po[łl][ąa]cze[ńn]|p[řr]ipoj|spojen|соедин|подключ|з.?єднан|підключ|kapcsol[oó]d|conexiun|ba[ğg]lant|σύνδεσ|yhtey|kết nối|koneksi|sambungan',
  ],
  '连接|連線|連接|接続|연결|通信',
);
export const FAILED = stems(
  [
    'konnte (?:nicht|kein)|keine verbindung|aucune connexion|nessuna connessione|ninguna conexi|nenhuma conex|geen verbinding',
    'encerr|cerr[óo]|chius|ferm[ée]|beendet|geschlossen|abgebaut|zamkn|закрыл|закрыт|gesloten|st[äa]ng|kapat|fall[oóaiu]|falh|error|errore?|erreur|fehler|perdid|perdut|perdu|interr|agota|caduc|scadut|timeout|time-out|problem|imposs|imposib|no (?:se )?(?:pud|pued)|non (?:[eè] )?(?:può|riuscit|stat)|n[aã]o (?:foi|p[oô]de)|échou|incapa|fehlgeschlagen|unterbroch|abgebroch|getrennt|nicht m(?:ö|oe)glich|konnte nicht|kon niet|mislukt|verbroken|misslyck|mislyk',
    'nezda[řr]|nieud|nie (?:mo[żz]|powiod|uda)|przerwan|zerwan|selhal|nelze|nepoda|не (?:удал|может|вдал|уст)|разорван|прерван|ошибк|сбой|тайм|невозмож|sikertelen|megszak|nem siker|eșuat|kurulam|kesil|hata|başarısız|gagal|thất bại',
  ],
  'problem|fehler|タイムアウト|失败|失敗|超时|超時|断开|できま|切断|异常|실패|끊|시간|切れ',
);
export const MESSAGE = stems(
  [
    'lev[ée]l(?!\\p{L})|писмо',
    'съобщен|порук|poruk|sporo[čc]il|v[ēe]stul|lai[šs]k',
    'mensaj|correo|mensage|messagg|message|courri|nachricht|anhang|bericht|meddeland|besked|melding|wiadomo[śs]|przesy[łl]k|za[łl][ąa]cznik|zpr[áa]v|p[řr][íi]loh|сообщен|письм|вложен|повідомлен|üzenet|melléklet|mesaj|ileti(?!m)|μήνυμα|viesti|thư|pesan|adjunt|anexo|allegat|pièce jointe|bijlage',
    'tama[ñn]o|tamanho|dimension|taille|gr[öo](?:ß|ss)e|grootte|storlek|størrelse|rozmiar|velikost|размер|розмір|méret|boyut|μέγεθος|kích thước|ukuran',
  ],
  '邮件|郵件|信件|附件|大小|メール|メッセージ|サイズ|메일|메시지|편지|크기|رسالة|הודעה|संदेश|ข้อความ',
);
export const TOO_LARGE = stems(
  [
    'prevelik|превелик|твърде (?:голям|дълг)|liiga suur|p[āa]r[āa]k liel|per didel',
    'demasiado pesad|troppo pesant|muito pesad|zu schwer|te zwaar',
    'demasiado (?:grande|larg|extens)|muito (?:grande|long)|troppo (?:grande|lung)|trop (?:gros|grand|volumin|long|lourd)|zu (?:gro|lang)|te (?:groot|lang)|f[öo]r (?:stor|lång|lang)|za (?:du|d[łl]ug)|zbyt (?:du[żz][aey]|d[łl]ug)|p[řr][íi]li[šs] (?:velk|dlouh)|слишком (?:больш|велик|длин)|завелик|надто вели|túl (?:nagy|hosszú)|prea (?:mare|lung)|çok (?:büyük|uzun)|πολύ μεγάλ|liian (?:suur|pitk|iso)|quá (?:lớn|dài)|terlalu (?:besar|panjang)',
  ],
  '过大|过长|過大|過長|太大|太长|太長|大きすぎ|長すぎ|너무 (?:크|큽|큰)|كبيرة? جد|גדולה? מדי|बहुत बड़|ใหญ่เกิน',
);
export const TOO_MANY = stems(
  [
    't[uú]l sok',
    'previ[šs]e|превише|твърде много|liiga palju|p[āa]r[āa]k daudz|per daug|terlalu banyak',
    'drossel|verlangsam|rallent|demasiado deprisa|muito depressa|te vlug',
    'langsamer|(?:plus )?lentement|m[áa]s (?:despacio|lento)|pi[ùu] lentamente|mais devagar|langzamer|wolniej|pomaleji|медленнее|l[åa]ngsammare|zu schnell|trop (?:vite|rapide)|troppo (?:veloce|rapid)|demasiado r[áa]pid|muito r[áa]pid|te snel|zbyt szybko|слишком быстро|çok h[ıi]zl[ıi]|stundenlimit|tageslimit|(?:limit|h[öo]chstzahl|maximale (?:an)?zahl)\\p{L}* (?:\\p{L}+ ){0,5}(?:erreicht|(?:ü|ue)berschritten)|pro stunde|par heure|por hora|all.ora|per uur|na godzin[ęe]|(?:в|за) час(?!\\p{L})|za hodinu|per timme|saatlik|d[ée]bit|ralenti|cad[êe]n[cz]e?|n[uú]mero m[áa]ximo|numero massimo|nombre maxim|maximum aantal|maksymaln\\p{L}+ liczb|максимальн\\p{L}+ (?:числ|колич)|maxim[áa]ln[íi] počet|pocet|geschwindigkeit|velocidad|velocit[àa]|vitesse|скорост|prędkoś|höchst(?:grenze|beschr|zahl)|demasiad[oa]s|muit[ao]s|excesso|exceso|tropp[ei]|trop (?:de|d.)|zu viele|zu h(?:ä|ae)ufig|te veel|f[öo]r m[åa]nga|for mange|zbyt (?:wiele|wielu|du[żz]o|cz[ęe]st)|za du[żz]o|p[řr][íi]li[šs] mnoho|слишком (?:много|част)|забагато|занадто|túl sok|prea mult|çok (?:fazla|sık)|πάρα πολλ|liian monta|quá nhiều|terlalu banyak',
  ],
  '太快|速すぎ|너무 빨|同時接続|接続数|동시 접속|同时连接|太多|过多|過多|频繁|頻繁|频率|頻率|发信量|最大.{0,4}量|多すぎ|너무 많|יותר מדי|كثير جد|बहुत अधिक|มากเกิน',
);
export const DOMAIN = stems(
  [
    'empf(?:ä|ae)ngerdom|zieldom|domain(?!e)|domini[oe]?|dom[íi]nio|domaine|domein|domän|domæne|domen[aąęy]?|dom[ée]n[aynue]|домен|tartom[áa]ny|alan ad|τομέα|verkkotunnu|tên miền',
  ],
  '域名|主机|主機|网域|網域|ドメイン|ホスト|도메인|호스트',
);
export const UNRESOLVED = stems(
  [
    'no (?:se )?(?:pud|pued).{0,12}resolver|non (?:[èe] |si )?(?:\\p{L}+ ){0,2}risol|не (?:удал|определ|разреш).{0,12}|nicht (?:\\p{L}+ ){0,2}aufl(?:ö|oe)s|nicht aufgel(?:ö|oe)st|ne se r[ée]sou|(?:non|pas) r[ée]solu|kein(?:en)? (?:\\p{L}+ )?(?:mail-?server|mx)(?!\\p{L})|aucun serveur|nessun (?:mail )?server|ning[uú]n servidor|nenhum servidor|geen mailserver',
  ],
  '无法.{0,4}解析|無法.{0,4}解析|解析(?:失败|失敗|錯誤|错误)|解決でき',
);
export const BUSY = stems([
  'ocupad|occupat|occup[ée]|besch[äa]ftigt|bezet(?!\\p{L})|upptagen|optaget|opptatt|w u[żz]yciu|zaj[ęe]t|zanepr[áa]zdn|занят|зайнят|foglalt|ocupat|me[şs]gul|varattu|sibuk',
]);
export const BLACKLIST = stems(
  [
    'estolista|mustalista',
    'чер\\p{L}* спис|crn\\p{L}* list|црн\\p{L}* лист|must\\p{L}* nimekir|meln\\p{L}* sarakst|juod\\p{L}* s[ąa]ra[šs]',
    'blacklist|blocklist|auf (?:einer|der) (?:liste|sperrliste)',
    'wei(?:ß|ss)\\p{L}* liste|lista (?:blanca|bianca|branca)|liste blanche|бел\\p{L}* спис|bia[łl]\\p{L}* list|list[ae]s? (?:negras?|ner[ae]|neagr|de bloqu|di blocco|de blocage)|blocklist|blockliste|blokkeerlijst|svart-?list|sortlist|svartelist|liste noire|schwarze[nr]? liste|sperrliste|zwarte lijst|svart(?:a)? list|czarn\\p{L}* li[śs]|[čc]ern\\p{L}* (?:listin|seznam)|ч[её]рн\\p{L}* спис|чорн\\p{L}* спис|feketelist|kara liste|μαύρη λίστα|musta(?:lla)? lista|danh sách đen|daftar hitam',
  ],
  '黑名单|黑名單|白名单|ホワイトリスト|ブラックリスト|블랙리스트|ブロックリスト|拒否リスト|القائمة السوداء|רשימה שחורה|काली सूची|บัญชีดำ',
);
export const SPAM = stems(
  [
    'm[ēe]stul|[šs]lam[šs]t|sampah|нежелан|ne[žz]eljen|непожелан|r[äa]mpspost',
    'werbe|werbem|müll(?!er)|muell(?!er)|massensend|suspect|sospett|sospech|suspeit|verd(?:ä|ae)cht',
    'basura|lixo|spazzatura|poubelle|rommel|[śs]mieci|no desead|non desiderat|indesiderat|werbung|reklame|reclame|publicit|publicidad|pubblicit|propaganda|reklam|реклам|s[øo]ppelpost|hirdet|massenmail|indesead|indesej|ind[ée]sirabl|pourriel|unerwünscht|ongewenst|skräppost|uønsket|niechcian|niepo[żz][ąa]dan|nevy[žz][áa]dan|нежелат|спам|небажан|kéretlen|nedorit|istenmeyen|ανεπιθύμητ|roskaposti|thư rác|spam',
  ],
  '垃圾|迷惑|スパム|스팸|广告|廣告|광고|不審|広告|זבל|ספאם|عشوائي|مزعج|स्पैम|สแปม|ขยะ|هرزنامه',
);
export const SYNTAX = stems(
  [
    'sint[aá]xis|sintaxe|sintassi|syntaxe|składni|syntakt|синтакс|comando|commande|befehl|commando|kommando|polece[ńn]|p[řr][íi]kaz|команд|utasítás|parancs|comenz|komut|εντολ|komento|lệnh|perintah|parametr|параметр',
  ],
  '文法|语法|語法|구문|命令|指令|コマンド|명령',
);
export const AUTHENTICATION = stems(
  [
    'autenticaci|autentica[çz]|authentifi|uwierzytel|autoryz|ov[ěe][řr]en|authenticatie|autentiz|аутентиф|авториз|автентиф|hitelesít|kimlik do',
  ],
  '認証|认证|認證|인증',
);
export const MACHINE = stems(
  [
    'mail-?server',
    'interno|interna|interne|intern(?:er|es)?(?!\\p{L})|locale?|lokaln|sistema|servi[dz]or|syst[eè]me|serveur|system|serwer|server|сервер|внутр|локальн|систем|rendszer|kiszolg|sunucu|disco|dysk|disk|диск|lemez|servicio|serviço|servizio|service|usług|служб|сервис|hizmet',
  ],
  '系统|系統|本地|服务器|伺服器|サーバ|システム|시스템|서버',
);
export const OUT_OF_ORDER = stems(
  [
    'überlast|ueberlast|sobrecarg|sovraccaric|surcharg|overbelast|przeci[ąa][żz]|p[řr]et[íi][žz]|перегруж|error|erro(?!\\p{L})|errore|erreur|fehler|fout|fel(?!\\p{L})|fejl|feil|b[łl][ąa]d|chyb|ошибк|помилк|hiba|eroare|hata|σφάλμα|virhe|lỗi|kesalahan|manque|brak(?!\\p{L})|no (?:est[aá] )?disponible|n[aã]o (?:est[aá] )?dispon|non (?:[eè] )?disponibil|nicht (?:verfügbar|erreichbar)|nie jest dost|niedost[ęe]p|nedostupn|недоступ|file d.attente|warteschlange|wachtrij|kolejk|очеред',
  ],
  '错误|錯誤|异常|エラー|오류|繁忙|忙',
);

export const TEMPORARILY = stems(
  [
    'vor(?:ü|ue)bergehend|tempor(?:ä|ae)r|zeitweilig|momentan|derzeit|zurzeit|temporairement|momentan[ée]ment|moment[âa]n|temporal|temporane|temporari|tijdelijk|tillf[äa]llig|midlertidig|tymczasow|czasow|do[čc]asn|временн|тимчасов|[áa]tmeneti|temporar|ge[çc]ici|tilap[äa]i',
  ],
  '一時的|暂时|暫時|일시적',
);
export const RELAYING = stems(
  [
    'relai',
    'relay|retransmi|reenv|reencaminh|inoltr|relais|relayage|weiterleit|doorstu|przekaz|p[řr]eposl|пересыл|ретрансл|röle',
  ],
  '中継|中继|轉發|转发|릴레이|중계',
);
export const REQUIRED = stems(
  [
    'pflicht|zwingend|vorgeschrieben|(?:muss|m(?:ü|ue)ssen)(?!\\p{L})|exig|obbligator|deve(?!\\p{L})|doit(?!\\p{L})|debe(?!\\p{L})|verplicht|moet(?!\\p{L})',
    'obligat|obligator|erforderlich|benötigt|bitte (?:\\p{L}+ ){0,2}verwenden|nur (?:\\p{L}+ ){0,2}(?:erlaubt|angenommen)|requis|requeri|richiest|exigid|necess|vereist|wymagan|vy[žz]ad|требует|потрібн|krävs|kræves|gerekli',
  ],
  '必要|需要|필요|必須',
);
export const TAKES_NO_MAIL =
  /nepřijím|nie (?:przyjmuje|akceptuje)|nehmen (?:\p{L}+ ){0,2}kein|n.accept\p{L}+ (?:rien|pas|aucun)|non accettiamo|no aceptamos|n[ãa]o aceitamos|не принимает|не приймає|no (?:acepta|admite|recibe)|non (?:accetta|riceve)|n[ãa]o (?:aceita|recebe)|n'accepte pas|n'accepte aucun|nimmt (?:\p{L}+ ){0,2}keine|akzeptiert (?:\p{L}+ ){0,2}keine|(?:accepteert|ontvangt) geen|(?:tar|accepterar) inte|(?:modtager|mottar|tar) ikke|nem fogad|nu accept|kabul etm|ei (?:vastaanota|ota vastaan|hyväksy)|δεν δέχεται|受け付けて|受信していません|不接受|받지 않/iu;

/** The server's, not the mailbox's. */
export const SYSTEM = stems(
  [
    'sistema|server|serwer|сервер|poskytovatel|dysku?(?!\\p{L})|disco(?!\\p{L})|disque(?!\\p{L})|festplatte|диск|syst[eè]m|systeem|systemspeicher|system(?!\\p{L})|систем',
  ],
  '系统|系統|システム|시스템',
);
export const STOPPED = stems([
  'deten|bloccat|parad[oa]|arr[eê]t|gestoppt|angehalten|gestopt|zatrzyman|zastaven|остановлен',
]);
export const SERVICE = stems(
  ['servici|servi[zç]|service|hizmet|dienst|tjänst|tjenest|us[łl]ug|služb|служб|сервис|slu[žz]b'],
  '服务|服務|サービス|서비스',
);
export const NO_SERVICE = stems([
  '(?:no hay|ning[uú]n|nessun|nenhum|aucun|kein|geen|inget|ingen|brak|nie ma|нет) (?:\\p{L}+ ){0,2}(?:servici|servi[zç]|service|dienst|tjänst|tjenest|us[łl]ug|служб|сервис)',
]);

export const GREYLISTED = stems(
  [
    '(?:noch|bisher) nicht bekannt|(?:encore|pas encore) (?:in)?connu|non ancora conosc|a[úu]n no (?:\\p{L}+ )?conoc',
    'erstkontakt|zum ersten mal|premi[èe]re fois|prima volta|primera vez|primeira vez|eerste keer|pierwszy raz|в первый раз',
    '(?:primo|primer|premier|primeiro|erster|eerste|pierwszy|f[öo]rsta|f[øo]rste) (?:kontakt|contatto|contact[eo]?|contato)|перв(?:ый контакт|ое соедин)|list[ae]s? (?:gris|cinza|cinzenta|grig)|grau(?:e[nrs]?)? ?list|grijze lijst|gr[åa]list|gr[åa] list|szar(?:a|e|ej|ą|ych) list|[šs]ed(?:ý|á|é|ého|ém) (?:seznam|list)|сер(?:ые|ый|ого|ых|ому) спис|сір(?:ий|ого|і) спис|szürkelist|list[ăa] gri|gri liste|γκρίζα λίστα|harma[al]{1,3} list|graylist|greylist|danh sách xám|daftar abu',
  ],
  'グレ[イー]リスト|初めての(?:送信|接続)|灰名单|灰名單|灰色列表|그레이리스트|初回',
);
export const REVERSE_NAME = stems(
  [
    'DNS (?:reverso|inverso|inverse|invers)|(?:reverse?|inverse)[- ]DNS|resoluci[oó]n inversa|r[ée]solution inverse|risoluzione inversa|enregistrement PTR|R(?:ü|ue)ckw(?:ä|ae)rtsaufl|PTR(?:-Eintrag)?(?!\\p{L})|omgekeerde DNS|odwrotn\\p{L}+ (?:DNS|rekord|stref)|reverzn[íi]|обратн\\p{L}+ (?:DNS|зон|запис|PTR|имен)|зворотн\\p{L}+ (?:DNS|зон|запис)|fordított DNS|ters DNS',
  ],
  '逆引き|反向(?:解析|域名|DNS)|역방향|リバースDNS',
);
export const REPUTATION = stems(
  [
    '(?:schlechte[rn]? |guten? )?ruf(?!\\p{L})|vertrauensw',
    'reputa[çcz]|r[ée]putation|reputatie|rykte|omdømme|renom|репутац|pov[ěe]st|hírn[ée]v|itibar|φήμη|maine(?!\\p{L})|uy tín|reputasi',
  ],
  '信誉|信譽|レピュテーション|評判|평판|評価|信頼性',
);
export const MALWARE = stems(
  [
    'infi[cz]|infect|infett|verseucht|trojan|sch(?:ä|ae)dling',
    'malicios|maligno|b(?:ö|oe)sartig|malveillant|kwaadaardig|z[łl]o[śs]liw|virus|v[íi]rus|wirus|вирус|вірус|zararl[ıi]|malware|schadsoftware|schadcode|schadprogramm|maliciel|вредонос|szkodliw|[šs]kodliv|skadlig|skadelig|haittaohjel|kártev',
  ],
  '病毒|ウイルス|ウィルス|바이러스|恶意|惡意|악성',
);
export const ATTACHMENT = stems(
  [
    'zip-?(?:archiv|datei|file)?(?!\\p{L})|archive?n?(?!\\p{L})|archivio|archivos?(?!\\p{L})|eseguibil|ex[ée]cutable|ejecutable|execut[áa]ve|ausf(?:ü|ue)hrbar|uitvoerbar|wykonywaln|spustiteln|исполняем',
    'fichiers? joints?|datei(?:en)?(?!\\p{L})|fichiers?(?!\\p{L})|file allegat|archivo adjunt|arquivo',
    'makros?(?!\\p{L})|macros?(?!\\p{L})|макрос|adjunt|anexo|allegat|pi[èe]ces? jointe|bijlage|anh[äa]ng|dateianh|dateityp|bilag|vedlegg|bifogad|za[łl][ąa]cznik|p[řr][íi]loh|вложен|вкладен|mellékl|ata[șs]ament|liitteen|liite|συνημμέν|tệp đính|lampiran|ek dosya|eklenti',
  ],
  '附件|添付|첨부',
);
export const LINK = stems(
  [
    'URL|links?(?!\\p{L})|enlace|hiperv[íi]ncul|lien(?!\\p{L})|liens(?!\\p{L})|collegament|ссылк|посилан|odkaz|odno[śs]nik|hivatkoz|ba[ğg]lant[ıi] adres|koppeling|l[äa]nk|linkki|legătur',
  ],
  'リンク|链接|鏈接|連結|링크',
);
export const RECIPIENTS = stems(
  [
    'destinat[aá]rios|destinatarios|destinatari(?!\\p{L})|destinataires|empf(?:ä|ae)nger|ontvangers|geadresseerden|odbiorc[óo]w|adresat[óo]w|получател|адресатов|одержувач|p[řr][íi]jemc|mottagare|modtagere|mottakere|c[íi]mzett|al[ıi]c[ıi]|vastaanottaj|παραλήπτ|người nhận|penerima',
  ],
  '收件人|收信人|受信者|宛先|수신자|받는 사람',
);
export const LOOP = stems(
  [
    'im kreis|en rond|in circolo|mailschlaufe',
    'bucle|boucle|ciclo (?:de|di)|loop|schleife|mailschleife|lus(?!\\p{L})|p[ęe]tl|smy[čc]k|зациклив|петл|цикл(?!\\p{L})|hurok|döngü|bucl[ăa]|slinga|sl[øo]yfe|løkke|silmukka|vòng lặp|βρόχ',
  ],
  '(?<!グ)ループ|循环|迴圈|回环|루프',
);
/** Somebody who was there. */
export const GONE = stems(
  [
    "nicht (?:mehr|l(?:ä|ae)nger) (?:\\p{L}+ ){0,2}(?:betreut|bedient|gepflegt|(?:ü|ue)berwacht|geleert|bearbeitet|unterst(?:ü|ue)tzt)|n'est plus (?:\\p{L}+ )?(?:suivi|relev|surveill|trait|aliment)",
    'nicht mehr (?:\\p{L}+ ){0,3}(?:t(?:ä|ae)tig|besch(?:ä|ae)ftigt|verwendet|genutzt|benutzt|aktiv|g(?:ü|ue)ltig|in Betrieb|abgerufen|gelesen|bei uns|im Unternehmen)|arbeitet (?:\\p{L}+ ){0,3}nicht mehr|ausgeschieden|unternehmen verlassen',
    "n[e'] ?(?:\\p{L}+ )?plus (?:\\p{L}+ ){0,2}(?:utilis|acti[fv]|valide|en service|employ|partie|consult)|ne travaille plus|a quitt[ée]",
    'ya no (?:\\p{L}+ ){0,2}(?:trabaja|labora|forma parte|se utiliza|uso|es v[áa]lid|activ)|non (?:\\p{L}+ )?(?:è|e|lavora|viene) pi[ùu]|n[ãa]o (?:\\p{L}+ )?mais (?:\\p{L}+ ){0,2}(?:trabalha|faz|utiliz|em uso|ativ|v[áa]lid)|n[ãa]o (?:trabalha|faz|est[áa]|[ée]) mais|deixou a empresa',
    'niet (?:meer|langer) (?:\\p{L}+ ){0,2}(?:werkzaam|in dienst|in gebruik|actief|geldig|gebruikt)|(?:ju[żz] nie|nie) (?:\\p{L}+ )?(?:ju[żz] )?(?:pracuje|u[żz]ywan|aktywn)|ji[žz] (?:nen[íi]|nepracuje|nepou[žz])|(?:inte|ej) l[äa]ngre|slutat|ikke l[æe]n[gk]e(?:re|r)|sluttet|ei ole en[äa][äa]|m[áa]r nem|nu mai|art[ıi]k (?:\\p{L}+ )?(?:yok|çal[ıi]ş|kullan)|больше не (?:работ|использ|действ|актив|обслуж)|уволен|більше не',
  ],
  '退職|退社|離職|离职|不再使用|已停止使用|使用されておりません|使われておりません|現在使われて|퇴사|퇴직|더 이상',
);
/** How large something is; with what is too much, of a message. */
export const SIZE = stems(
  [
    'poids|peso(?!\\p{L})|gewicht',
    'tama[ñn]o|tamanho|dimension[ei]|taille|gr[öo](?:ß|ss)e|groesse|grootte|omvang|storlek|st[øo]rrelse|rozmiar|wielko[śs][ćc]|velikost|размер|розмір|объ?ем письм|m[ée]ret|dimensiune|boyut|μέγεθος|kích thước|ukuran|koko(?!\\p{L})',
  ],
  '大小|サイズ|크기|حجم|גודל|ขนาด|आकार',
);
/** More than is allowed, whatever it is of. */
export const BEYOND = stems(
  [
    'nagyobb|voi[ćc]e|ve[ćc][ai] od|v[äa]rom|suurempi|suurem|didesn|liel[āa]k',
    'exc[èé]d|liegt (?:ü|ue)ber|plus (?:gros|grande?) que|maggior',
    'exced|super[aói]|sobrepas|ultrapass|eccede|oltre|d[ée]pass|sup[ée]rieur|(?:ü|ue)berschr|(?:ü|ue)bersteigt|gr(?:ö|oe)(?:ß|ss)er als|overschr|groter dan|[öo]verskrid|overskrid|overstiger|st[öo]rre [äa]n|przekr|wi[ęe]ksz|p[řr]ekra|v[ěe]t[šs][íi] ne[žz]|превы|перевищ|больше|túll[ée]p|meghalad|dep[ăa][șs]|a[şs][ıi]?[yl]or|a[şs]t[ıi]|a[şs]an|ylitt|υπερβαίν|vượt|melebihi|melampaui',
  ],
  '超过|超過|超出|超え|超えて|초과|超過し|أكبر من|يتجاوز|גדול מ|เกิน',
);
export const UNREACHABLE = stems(
  [
    'pas de r[ée]ponse|aucune r[ée]ponse|keine (?:antwort|reaktion)|nessuna risposta|sin respuesta|sem resposta|geen (?:antwoord|reactie)|brak odpowiedzi|bez odpov|нет ответа|inget svar|intet svar|ingen svar',
    '(?:ist|war) (?:derzeit |momentan )?nicht zu erreichen|pas joignable|ne r[ée]pond(?!\\p{L})|non ha risposto|n[ãa]o respond|no respondi',
    'no (?:\\p{L}+ )?(?:accesible|alcanzable|responde|contest)|inalcanzable|inaccesible|inacess[íi]vel|n[ãa]o (?:\\p{L}+ )?(?:responde|acess[íi]vel|alcan[çc])|non (?:\\p{L}+ ){0,4}(?:raggiungibil|risponde)|irraggiungibil|injoignable|inaccessible|ne r[ée]pond pas|nicht (?:\\p{L}+ )?(?:erreichbar|erreicht)|antwortet nicht|onbereikbaar|niet bereikbaar|antwoordt niet|inte (?:\\p{L}+ )?n[åa]s|svarar inte|svarer ikke|nieosi[ąa]galn|nie odpowiada|neodpov[íi]d|не отвечает|не відповідає|nem (?:\\p{L}+ )?(?:el[ée]rhet|v[áa]laszol)|nu r[ăa]spunde|ula[şs][ıi]lam|yan[ıi]t verm|ei vastaa|tavoitettav|không phản hồi|tidak (?:merespons|dapat dijangkau)',
  ],
  '無法連[接線]|无法连接|应答がない|応答がありません|응답이 없|応答しま|応答があ|返事が',
);

/** Who writes from outside. */
export const YOUR_HOST = stems(
  [
    'votre h[ée]bergeur|ihr hoster',
    'einliefernd\\p{L}* (?:rechner|server|host|system|IP)|absende(?:nde)?[rn]?-?(?:server|host|rechner)|ihr(?:e[mnrs]?)? (?:rechner|host|system|provider|netz|domain)|votre (?:machine|h[ôo]te|fournisseur|domaine)|serveur (?:[ée]metteur|exp[ée]diteur|d.envoi)|(?:tuo|suo|vostro) (?:host|provider|sistema)|server (?:mittente|di invio)|servidor (?:remitente|remetente|de env[ií]o|de envio)|verzendende (?:server|host)',
    'IPs?(?!\\p{L})|IP-adress|ihrem? netz|votre r[ée]seau|(?:su|tu) red|(?:vostra|tua) rete|sua rede|uw netwerk|вашей сети|ihre?[mn]? (?:mail)?server|votre (?:serveur|adresse IP)|su (?:servidor|direcci[oó]n IP)|seu (?:servidor|endere[çc]o IP)|(?:tuo|suo|vostro) (?:server|indirizzo IP)|uw (?:mail)?server|tw[óo]j\\p{L}* serwer|ваш\\p{L}* (?:почтов\\p{L}+ )?сервер|va[šs]e?\\p{L}* server|din (?:mail|e-?post)?server|sunucunuz',
  ],
  'IP(?=[\u3000-\u9fff\uac00-\ud7af])|あなたのサーバ|送信元(?:サーバ|ホスト|IP)|您的服务器|您的伺服器|ご利用のサーバ|送信サーバ|接続元',
);
/** A recipient who has had enough. */
export const DOES_NOT_WANT = stems(
  [
    'no desea(?!d)|non desidera(?!t)|ne (?:souhaite|veut|d[ée]sire) (?:pas|plus)|m(?:ö|oe)chte (?:\\p{L}+ ){0,3}(?:keine|nicht)|w(?:ü|ue)nscht (?:\\p{L}+ ){0,3}keine|n[ãa]o deseja|(?:wenst|wil) geen|nie [żz]yczy|nep[řr]eje si|не (?:желает|хочет|бажає)|[öo]nskar inte|[øo]nsker ikke|istemiyor|nem k[ií]v[áa]n|nu dore[șs]te|ei halua',
  ],
  '拒收名单|수신 ?거부',
);
/** A domain that somebody else has to take mail for. */
export const NOT_OURS = stems([
  'nicht (?:zust(?:ä|ae)ndig|verwaltet|gehostet|bedient)|pas (?:h[ée]berg|g[ée]r[ée])|no (?:est[áa] )?(?:alojad|gestionad|administrad)|non (?:[èe] )?(?:ospitat|gestit)|n[ãa]o (?:[ée] |est[áa] )?(?:hospedad|gerenciad|atendid)|niet (?:gehost|beheerd)|nie (?:jest )?obs[łl]ugiwan|не обслуж|nen[íi] (?:hostov|spravov)|hanterar inte|h[åa]ndterer ikke',
]);
export const PERSON = stems(
  [
    'mitarbeiter|kolleg|person|empleado|colaborador|funcion[áa]rio|dipendent|collaborat|employ[ée]|medewerker|pracowni|osoba|сотрудник|співробітник|zam[ěe]stnan|anst[äa]lld|medarbe[jt]|ansatt|ty[öo]ntekij|dolgoz|angajat|[çc]al[ıi][şs]an',
  ],
  '社員|職員|担当者|员工|員工|职员|직원',
);

export const ENCRYPTION = stems(
  [
    '\\p{L}*verschl(?:ü|ue)ssel|cifrat|criptat|s[ée]curis[ée]|sicher[^h]{0,3} verbindung|ciphr',
    'TLS(?!\\p{L})|STARTTLS|SSL(?!\\p{L})|verschl(?:ü|ue)ssel|chiffr|cifrad|crittograf|criptograf|encript|versleutel|szyfrow|[šs]ifrov|шифр|krypter|salau|titkos|[şs]ifrele|криптир',
  ],
  '暗号|加密|암호화',
);

/** Waited for, and not come. */
export const WAITED = stems(
  [
    'tiempo de espera|tempo (?:di attesa|limite|de espera)|d[ée]lai|zeit(?:ü|ue)berschreitung|wachttijd|limit czasu|przekrocz\\p{L}* czas|врем\\p{L}+ ожидания|таймаут|time-?out|tidsgr[äa]ns|zaman a[şs][ıi]m',
  ],
  '超时|逾時|タイムアウト|시간 ?초과',
);
/** The house's own. */
export const RULES = stems(
  [
    'r[èe]gle|regola|reglas?(?!\\p{L})|regras?(?!\\p{L})|regel(?:n|werk|s)?(?!\\p{L})|\\p{L}*regeln|richtlini|pol[íi]tic|politi[kq]|политик|polityk|правил|beleid|zasad|pravid|szab[áa]ly|kural|verst(?:o(?:ß|ss)|(?:ö|oe)(?:ß|ss)t)',
  ],
  'ポリシー|规则|規則|策略|정책|규정|규칙',
);

/** Whom alone somebody takes mail from. */
export const ONLY = stems(
  [
    'nur|lediglich|seulement|uniquement|ne .{0,20} que|s[óo]lo|solo|soltanto|solamente|somente|apenas|alleen|tylko|только|лише|pouze|jen|endast|bara|kun|csak|doar|numai|yaln[ıi]zca|sadece|μόνο|vain|hanya|chỉ',
  ],
  'のみ|だけ|仅|僅|只|만 |فقط|רק|เท่านั้น',
);
export const ONLY_FROM = stems(
  [
    'seule?s? les|solo (?:gli|i|le) |s[óo]lo (?:los|las|se admite)|nur (?:mitglieder|angemeldete|registrierte|kunden|mitarbeiter)|apenas (?:os|as)|alleen (?:leden|medewerkers)|tylko (?:cz[łl]onk|u[żz]ytkown)',
    'nur (?:\\p{L}+ ){0,3}(?:von|interne)|ausschlie(?:ß|ss)lich|seulement|uniquement|s[óo]lo (?:\\p{L}+ ){0,3}(?:de|da|remitent|mittent)|solamente|soltanto|apenas|somente|alleen (?:\\p{L}+ ){0,2}(?:van|interne)|enkel|tylko (?:\\p{L}+ ){0,2}od|wy[łl][ąa]cznie|pouze|только (?:\\p{L}+ ){0,2}от|лише від|endast|bara (?:\\p{L}+ ){0,2}fr[åa]n|kun (?:\\p{L}+ ){0,2}fra|vain|csak|doar|numai|yaln[ıi]z|μόνο',
  ],
  'からのみ|のみ受|仅接收|只接收|만 받|社外|外部から',
);

/** How many of something, where it says that there are too many. */
export const COUNT = stems(
  [
    'max(?:imum|imal|\\.)? <number>|h(?:ö|oe)chstens|au plus|al massimo|como m[áa]ximo|no m[áa]ximo|maximaal|najwy[żz]ej',
    'anzahl|h(?:ö|oe)chstzahl|zahl(?!\\p{L})|nombre (?:maximum |maximal |total )?d(?:e|.)(?= |\\p{L})(?! usuario)|numero|n[uú]mero|aantal|antal|antall|liczb|po[čc]et|количеств|число|числа|кількіст|szám|szam|num[ăa]r|say[ıi]|määr|số lượ|jumlah|mehr als|plus de|più di|piu di|más de|mas de|mais de|meer dan|wi[ęe]cej ni[żz]|более|больше|fler [äa]n|flere end|flere enn',
  ],
  'の数|数が|数量|數量|人数|件数|개수|以上|を超え',
);
/** Of a message that was tried again and again. */
export const ATTEMPTS = stems(
  [
    'zustellversuch|versuche(?!n)|tentative|tentativi|intentos|tentativas|pogingen|prób|prob(?!\\p{L})|pokus|попыт|спроб|försök|forsok|fors[øo]g|kísérlet|[îi]ncerc[ăa]ri|deneme|yritys',
  ],
  '再送|再配信|再試行|重试|重試|재시도',
);
/** That nothing more will be tried. */
export const GIVEN_UP = stems(
  [
    'keine weiteren|aufgegeben|eingestellt|gescheitert|erfolglos|abandon|infructueu|[ée]chou|abbandon|fallit|infruttuos|agotad|sin [ée]xito|fallid|esgotad|sem sucesso|abandonad|opgegeven|mislukt|bez powodzenia|nieudan|ne[úu]sp[ěe][šs]|безуспешн|прекращ|неудачн|misslyck|mislykk|sikertelen|e[șs]uat|ba[şs]ar[ıi]s[ıi]z',
  ],
  '中止|断念|諦め|放弃|放棄|중단|포기',
);
/** For how long. */
export const DAYS = stems(
  [
    '<duration>|<number> (?:stunden|tagen?|jours|heures|giorni|ore|d[ií]as|horas|dagen|uur|dni|godzin|dn[íiů]|hodin|дн|час|суток|dagar|timmar|dage|timer|d[øo]gn|nap(?:ja|ig|on)?|[óo]r[áa]|zile|ore|g[üu]n|saat|p[äa]iv[äa]|tunt)|(?:mehrere|einige|plusieurs|diversi|alcuni|varios) (?:tage|jours|giorni|d[ií]as)',
  ],
  '日間|時間(?:以上|経過|を?超)|天内|小时|小時|일간|시간 동안',
);
/** What did not come to pass. */
export const NOT_DELIVERED = stems(
  [
    "nicht (?:\\p{L}+ ){0,2}(?:zugestellt|zustellen|ausgeliefert|übermittelt)|n'a (?:pas )?pu (?:[êe]tre )?(?:remis|d[ée]livr|distribu|achemin|livr)|non (?:[èe] |ha |si )?(?:\\p{L}+ ){0,3}(?:consegnat|recapitat|consegnar|recapitar)|no (?:se |ha |fue )?(?:\\p{L}+ ){0,3}(?:entreg|envia)|n[ãa]o (?:foi |p[ôo]de )?(?:\\p{L}+ ){0,2}entreg|niet (?:\\p{L}+ ){0,2}(?:bezorgd|afgeleverd|bezorgen)|nie (?:\\p{L}+ ){0,3}dostarcz|nebyl\\p{L}* (?:\\p{L}+ )?doru[čc]|не (?:\\p{L}+ ){0,2}доставл|inte (?:\\p{L}+ ){0,2}leverer|ikke (?:\\p{L}+ ){0,2}lever|nem (?:\\p{L}+ ){0,2}k[ée]zbes[íi]t|teslim edil[ei]m",
  ],
  '配送でき|配信でき|届け(?:られ|でき)|届きません|无法投递|投递失败|無法投遞|배달하지 못|전송하지 못',
);
/** Where messages wait. */
export const QUEUE = stems(
  [
    '(?:zu lange|l(?:ä|ae)nger als) (?:\\p{L}+ ){0,4}warteschlange|trop longtemps|trop de temps|troppo (?:a lungo|tempo)|demasiado tiempo|muito tempo|te lang(?!\\p{L})|zbyt d[łl]ugo|p[řr][íi]li[šs] dlouho|слишком долго|f[öo]r l[äa]nge|innerhalb (?:\\p{L}+ ){0,2}(?:frist|zeit)|entro (?:il |i )?(?:tempo|termin|\\p{L}* ?limit)|dans (?:le |les )?d[ée]lais?',
  ],
  '配送期限|有効期限|期限(?:切れ|を過ぎ)|超过期限|逾期|기한',
);
/** A name and a password that a server did not like, or misses. */
export const LOGIN = stems(
  [
    'kimlik do[ğg]rula|oturum a[çc]|prijavite|prijavi se|войдите|логин',
    'anmelde?(?!\\p{L})|melden sie sich|einlogg|zugangsdaten|pass?wort|kennwort|identifiants?(?!\\p{L})|mot de passe|connectez-vous|credenzial|contrase[ñn]a|credencial|inicie sesi[óo]n|senha(?!\\p{L})|wachtwoord|inlogg|has[łl]o|zalog|heslo|p[řr]ihla[šs]|парол|логин|войдите|l[öo]senord|logga in|adgangskode|passord|jelsz|parol[ăa]|[şs]ifre(?!l)|salasana',
  ],
  'パスワード|ログイン|密码|密碼|(?<!未)登录|(?<!未)登錄|비밀번호|로그인|تسجيل الدخول|التحقق من الهوية|הזדהות|התחבר',
);
/** Who may not. */
export const NOT_PERMITTED = stems(
  [
    '(?:nicht|keine) (?:\\p{L}+ ){0,2}(?:berechtig|befugt|autorisiert|rechte|erlaubnis|zugriffsrecht)|pas (?:\\p{L}+ )?(?:autoris|habilit|le droit|la permission)|non (?:\\p{L}+ ){0,2}(?:autorizzat|abilitat|permess|il permesso)|no (?:\\p{L}+ ){0,2}(?:autorizad|permiso|habilitad)|n[ãa]o (?:\\p{L}+ ){0,2}(?:autorizad|permiss[ãa]o|habilitad)|niet (?:\\p{L}+ ){0,2}(?:gemachtigd|bevoegd|gerechtigd)|nie (?:\\p{L}+ ){0,2}(?:uprawni|upowa[żz]ni)|nem[áa]te (?:\\p{L}+ )?opr[áa]vn|не (?:\\p{L}+ ){0,2}(?:прав|уполномоч|имеете)|inte (?:\\p{L}+ )?beh[öo]rig|ikke (?:\\p{L}+ )?(?:tilladelse|rett|adgang)|nincs (?:\\p{L}+ )?jogosults|yetki(?:niz|li)',
  ],
  '権限が|許可され|无权|沒有權限|没有权限|권한이 없',
);
/** Many who share one address. */
export const GROUP = stems(
  [
    'verteiler|gruppe|mailing-?list|liste? de (?:diffusion|distribution)|groupe|gruppo|grupo|lista (?:di|de) (?:distribu|correo|discu)|distributielijst|groep|grup|skupin|рассыл|групп|lista dystryb|lista mailing|distributionsl|levelez[őo]list',
  ],
  'メーリングリスト|グループ|群组|群組|邮件列表|그룹',
);
/** What a server does to itself now and then. */
export const MAINTENANCE = stems(
  [
    'wartung|en maintenance|maintenance en|de maintenance|maintenance(?!\\p{L})|manutenzion|mantenimient|manuten[çc]|onderhoud|konserwacj|údržb|udrzb|техническ\\p{L}+ (?:обслуж|работ)|underh[åa]ll|vedligehold|vedlikehold|karbantart|mentenan|bak[ıi]m|huolto',
  ],
  'メンテナンス|维护|維護|점검',
);
/** A header line. */
export const HEADER = stems(
  [
    'kopfzeile|header|en-?tête|en-?tete|intestazion|encabezad|cabe[çc]alh|nag[łl][óo]w|hlavi[čc]k|заголов|rubrik(?!\\p{L})|briefhoofd|fejl[ée]c|antet|başlık|baslik',
  ],
  'ヘッダ|标头|標頭|信头|헤더',
);
/** What cannot be told to be true. */
export const UNVERIFIED = stems(
  [
    'nicht (?:\\p{L}+ ){0,2}(?:(?:ü|ue)berpr(?:ü|ue)f|verifizier|best(?:ä|ae)tig)|(?:pas|non|impossible de) (?:\\p{L}+ ){0,3}v[ée]rifi|(?:non|impossibile) (?:\\p{L}+ ){0,3}verific|no (?:\\p{L}+ ){0,3}verific|n[ãa]o (?:\\p{L}+ ){0,3}verific|niet (?:\\p{L}+ ){0,2}(?:geverifieer|gecontroleer)|nie (?:\\p{L}+ ){0,3}zweryfik|не (?:\\p{L}+ ){0,2}провер',
  ],
  '検証でき|確認でき|无法验证|無法驗證|확인할 수 없',
);

/** That something is not so. */
export const NEGATION = stems(
  ['(?:pas|nicht|keine?[nrs]?|non|no|n[ãa]o|geen|niet|nie|не|inte|ikke|nem|ne|nu)(?!\\p{L})'],
  'ません|ない|不能|不会|않|없',
);
/** In clear. */
export const UNENCRYPTED = stems([
  'unverschl(?:ü|ue)ssel|(?:non|pas|not?) (?:chiffr|cifrat|crypt|cript|s[ée]curis)|(?:sin|senza|sans|sem) (?:cifra|chiffr|cript|crypt|TLS|SSL)|n[ãa]o (?:cript|cifr)|onversleutel|nieszyfrowan|незашифр|ne[šs]ifrov|okrypter|ukrypter|titkos[íi]tatlan|[şs]ifresiz|暗号化されてい(?:ない|ません)|未加密',
]);

/** A short while, after which somebody shall come again. */
export const MINUTES = stems(['minut|минут|хвилин|<duration>|perc(?!\\p{L})|dakika'], '分後|分钟|分鐘|분 ?(?:후|뒤)');
/** Once more. */
export const AGAIN = stems(
  [
    'erneut|wieder(?!\\p{L})|noch ?mal|noch einmal|revenez|r[ée]-?essay|renouvel|r[ée]p[ée]te|riprov|ripet|ritent|reintent|vuelva|intente|tente(?!\\p{L})|opnieuw|pon[óo]w|spr[óo]b|zkuste|повтор|попроб|спроб|f[öo]rs[öo]k igen|pr[øo]v igen|[úu]jra|re[îi]ncerc|tekrar|uudelleen',
  ],
  '再送|再試行|もう一度|再度|重试|重試|再试|다시',
);
/** How much somebody may send in an hour or a day. */
export const HOURLY = stems(
  [
    'horaire|st(?:ü|ue)ndlich|t(?:ä|ae)glich|tages|stunden|orari[oa](?!\\p{L})|giornalier|quotidien|journali|diari[oa]s?(?!\\p{L})|por hora|all.ora|uurlimiet|daglimiet|per uur|godzinow|dzienn|hodinov|denn[íi]|часов|суточн|envoi|invio|env[íi]os?(?!\\p{L})|versand|verzend|wysy[łl]k|отправк',
  ],
  '送信|時間あたり|每小时|每日|发送|시간당|발송',
);

/** The address that somebody writes from. */
export const YOUR_ADDRESS = stems([
  '(?:ihre|votre|su|tu|seu|sua|vostro|tuo|suo|uw|din|tw[óo]j|ваш) (?:e-?mail-?|absender-?|mail-?)?(?:adress|indirizz|direcci[óo]n(?! IP)|endere[çc]o(?! IP)|adres|адрес)(?!\\p{L}* IP)',
]);
/** Whose something is. */
export const BELONGS = stems([
  'geh(?:ö|oe)r|appartien|apparten|pertenec|pertence|behoort|nale[żz]y|pat[řr][íi]|принадлеж|tillh[öo]r|tilh[øo]r',
]);
