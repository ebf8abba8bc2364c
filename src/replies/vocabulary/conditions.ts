import { stems, type Words } from './stems.ts';

/** What must be. */
export const REQUIRED = stems({
  romance: /exig|deve(?!\p{L})|obligat|necess/iu,
  iberian: /requeri/iu,
  czech: /vy[žz]ad/iu,
  dutch: /verplicht|moet(?!\p{L})|vereist/iu,
  french: /doit(?!\p{L})|requis/iu,
  german: [
    /pflicht|zwingend|vorgeschrieben|(?:muss|m(?:ü|ue)ssen)(?!\p{L})|erforderlich|benötigt/iu,
    /bitte (?:\p{L}+ ){0,2}verwenden|nur (?:\p{L}+ ){0,2}(?:erlaubt|angenommen)/iu,
  ],
  italian: /obbligator|richiest/iu,
  nordic: /krävs|kræves/iu,
  polish: /wymagan/iu,
  russian: /требует/iu,
  spanish: /debe(?!\p{L})/iu,
  turkish: /gerekli/iu,
  ukrainian: /потрібн/iu,
  chinese: /需要/iu,
  japanese: /必要|必須/iu,
  korean: /필요/iu,
});

/** Only. */
const ALONE: Words = {
  romance: /solamente/iu,
  czech: /pouze/iu,
  finnish: /vain/iu,
  french: /seulement|uniquement/iu,
  greek: /μόνο/iu,
  hungarian: /csak/iu,
  italian: /soltanto/iu,
  nordic: /endast/iu,
  portuguese: /somente|apenas/iu,
  romanian: /doar|numai/iu,
};

/** This and nothing else. */
export const ONLY = stems(ALONE, {
  romance: /s[óo]lo/iu,
  czech: /jen/iu,
  dutch: /alleen/iu,
  french: /ne .{0,20} que/iu,
  german: /nur|lediglich/iu,
  indonesian: /hanya/iu,
  nordic: /bara|kun/iu,
  polish: /tylko/iu,
  russian: /только/iu,
  turkish: /yaln[ıi]zca|sadece/iu,
  ukrainian: /лише/iu,
  vietnamese: /chỉ/iu,
  arabic: /فقط/iu,
  chinese: /仅|僅|只/iu,
  hebrew: /רק/iu,
  japanese: /のみ|だけ/iu,
  korean: /만 /iu,
  thai: /เท่านั้น/iu,
});

/** Whom alone somebody takes mail from. */
export const ONLY_FROM = stems(ALONE, {
  romance: /s[óo]lo (?:\p{L}+ ){0,3}(?:de|da|remitent|mittent)/iu,
  dutch: /alleen (?:leden|medewerkers)|alleen (?:\p{L}+ ){0,2}(?:van|interne)|enkel/iu,
  french: /seule?s? les/iu,
  german: [
    /nur (?:mitglieder|angemeldete|registrierte|kunden|mitarbeiter)/iu,
    /nur (?:\p{L}+ ){0,3}(?:von|interne)|ausschlie(?:ß|ss)lich/iu,
  ],
  italian: /solo (?:gli|i|le) /iu,
  nordic: /bara (?:\p{L}+ ){0,2}fr[åa]n|kun (?:\p{L}+ ){0,2}fra/iu,
  polish: /tylko (?:cz[łl]onk|u[żz]ytkown)|tylko (?:\p{L}+ ){0,2}od|wy[łl][ąa]cznie/iu,
  russian: /только (?:\p{L}+ ){0,2}от/iu,
  spanish: /s[óo]lo (?:los|las|se admite)/iu,
  turkish: /yaln[ıi]z/iu,
  ukrainian: /лише від/iu,
  chinese: /仅接收|只接收/iu,
  japanese: /からのみ|のみ受|社外|外部から/iu,
  korean: /만 받/iu,
});

/** That something is not so. */
export const NEGATION = stems({
  czech: /ne(?!\p{L})/iu,
  dutch: /(?:geen|niet)(?!\p{L})/iu,
  french: /(?:ne|pas|non)(?!\p{L})/iu,
  german: /(?:nicht|keine?[nrs]?)(?!\p{L})/iu,
  hungarian: /(?:ne|nem)(?!\p{L})/iu,
  italian: /non(?!\p{L})/iu,
  nordic: /(?:inte|ikke)(?!\p{L})/iu,
  polish: /nie(?!\p{L})/iu,
  portuguese: /n[ãa]o(?!\p{L})/iu,
  romanian: /nu(?!\p{L})/iu,
  russian: /не(?!\p{L})/iu,
  spanish: /no(?!\p{L})/iu,
  chinese: /不能|不会/iu,
  japanese: /ません|ない/iu,
  korean: /않|없/iu,
});
