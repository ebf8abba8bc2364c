import { stems } from './stems.ts';

/** To show who one is. */
export const AUTHENTICATION = stems({
  romance: /autentica[çz]/iu,
  czech: /ov[ěe][řr]en|autentiz/iu,
  dutch: /authenticatie/iu,
  french: /authentifi/iu,
  hungarian: /hitelesít/iu,
  polish: /uwierzytel|autoryz/iu,
  russian: /аутентиф|авториз/iu,
  spanish: /autenticaci/iu,
  turkish: /kimlik do/iu,
  ukrainian: /автентиф/iu,
  chinese: /认证|認證/iu,
  japanese: /認証/iu,
  korean: /인증/iu,
});

/** A name and a password that a server did not like, or misses. */
export const LOGIN = stems({
  iberian: /credencial/iu,
  czech: /heslo|p[řr]ihla[šs]/iu,
  dutch: /wachtwoord|inlogg/iu,
  finnish: /salasana/iu,
  french: /identifiants?(?!\p{L})|mot de passe|connectez-vous/iu,
  german: /anmelde?(?!\p{L})|melden sie sich|einlogg|zugangsdaten|pass?wort|kennwort/iu,
  hungarian: /jelsz/iu,
  italian: /credenzial/iu,
  nordic: /l[öo]senord|logga in|adgangskode|passord/iu,
  polish: /has[łl]o|zalog/iu,
  portuguese: /senha(?!\p{L})/iu,
  romanian: /parol[ăa]/iu,
  russian: /войдите|логин|парол/iu,
  southSlavic: /prijavite|prijavi se/iu,
  spanish: /contrase[ñn]a|inicie sesi[óo]n/iu,
  turkish: /kimlik do[ğg]rula|oturum a[çc]|[şs]ifre(?!l)/iu,
  arabic: /تسجيل الدخول|التحقق من الهوية/iu,
  chinese: /密码|密碼|(?<!未)登录|(?<!未)登錄/iu,
  hebrew: /הזדהות|התחבר/iu,
  japanese: /パスワード|ログイン/iu,
  korean: /비밀번호|로그인/iu,
});
