import { anyOf } from './said.ts';

const COLON = { ahead: String.raw`\s?[:：]` };

/** What Exchange writes above what only those who run it need. */
export const ADMINISTRATORS = anyOf(
  [
    /Diagnostic information for administrators/, // English
    /Diagnoseinformationen für Administratoren/, // German
    /Informations de diagnostic pour les administrateurs/, // French
    /Informazioni di diagnostica per gli amministratori/, // Italian
    /Información de diagnóstico para (?:los )?administradores/, // Spanish
    /Diagnostische gegevens voor beheerders/, // Dutch
    /Informações de diagnóstico para administradores/, // Portuguese
    /Диагностические сведения для администраторов/, // Russian
    /Informacje diagnostyczne dla administratorów/, // Polish
    /Diagnostické informace pro (?:správce|administrátory)/, // Czech
    /Diagnostikinformation för administratörer/, // Swedish
    /Diagnos(?:e|tik)oplysninger (?:til|for) administratorer/, // Danish
    /Diagnostikkinformasjon for administratorer/, // Norwegian
    /Järjestelmänvalvojan diagnostiikkatiedot/, // Finnish
    /Yöneticiler için tanılama bilgileri/, // Turkish
    /Diagnosztikai információk? a rendszergazdák számára/, // Hungarian
    /Informații de diagnosticare pentru administratori/, // Romanian
    /管理者向けの診断情報/, // Japanese
    /供管理员使用的诊断信息|管理员的诊断信息|給系統管理員的診斷資訊/, // Chinese
  ],
  COLON,
);

/** What Exchange Online writes in front of the address that a message did not get to. */
export const RECIPIENT_LABEL = anyOf(
  [
    /Recipient Address/, // English
    /Empfängeradresse/, // German
    /Adresse du destinataire/, // French
    /Indirizzo (?:del )?destinatario/, // Italian
    /Dirección del destinatario/, // Spanish
    /Endereço do destinatário/, // Portuguese
    /Adres van (?:de )?geadresseerde|E-mailadres (?:van )?(?:de )?geadresseerde/, // Dutch
    /Adres adresata/, // Polish
    /Адрес получателя/, // Russian
    /受信者(?:の)?アドレス/, // Japanese
    /收件人地址/, // Chinese
    /Mottagaradress/, // Swedish
    /Modtageradresse/, // Danish
    /Mottakeradresse/, // Norwegian
    /Alıcı Adresi/, // Turkish
    /Adresa příjemce/, // Czech
  ],
  COLON,
);

/** Exchange until 2003: that somebody could not be reached. */
export const NOT_REACHED = anyOf([
  /did not reach (?:some or all of the intended|the following) recipient/, // English
  /following recipient\(?s?\)? (?:could not|cannot) be reached/,
  /Empfänger \S{1,20} nicht erreicht werden/, // German
  /destinataires suivants n'ont pas pu/, // French
  /Impossible de joindre le ou les destinataires/,
  /No se puede llegar a los siguientes destinatarios/, // Spanish
  /Impossibile raggiungere i seguenti destinatari/, // Italian
  /De volgende geadresseerden? \S{1,20} niet worden bereikt/, // Dutch
  /次の受信者に(?:は)?(?:到達|配信)/, // Japanese
]);

/** … and what the recipients stand below. */
export const NOT_REACHED_BEGINS = anyOf([
  /(?:could not|cannot) be reached:/, // English
  /reach the following recipient\(?s?\)?:/,
  /erreicht werden:/, // German
  /pu être (?:joints|atteints) ?:/, // French
  /destinataires? suivants? ?:/,
  /siguientes destinatarios:/, // Spanish
  /seguenti destinatari:/, // Italian
  /worden bereikt:/, // Dutch
]);

/** What the header of the message stands below. */
export const ORIGINAL_HEADERS = anyOf(
  [
    /Original message headers/, // English
    /Ursprüngliche Nachrichtenkopfzeilen/, // German
    /En-têtes de message d'origine/, // French
    /Intestazioni del messaggio originale/, // Italian
    /Encabezados de mensajes? original/, // Spanish
    /元のメッセージ/, // Japanese
  ],
  { behind: String.raw`(?<![^\n\r])` },
);

/** Exchange Online, to people. */
export const NOT_DELIVERED = anyOf([
  /Your message to \S+ couldn['’]t be delivered/, // English
  /Your message wasn['’]t delivered/,
  /Delivery has failed to these recipients/,
  /Fehler bei der Nachrichtenzustellung an folgende Empfänger/, // German
  /Ihre Nachricht (?:an \S+ )?konnte nicht zugestellt werden/,
  /Échec de la remise (?:à ces|de votre message)/, // French
]);
