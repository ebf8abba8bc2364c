import { ADDRESS, defineFamilies } from '../family.ts';

const ADMINISTRATORS =
  /(?:Diagnostic information for administrators|Diagnoseinformationen für Administratoren|Informations de diagnostic pour les administrateurs|Informazioni di diagnostica per gli amministratori|Información de diagnóstico para (?:los )?administradores|Diagnostische gegevens voor beheerders|Informações de diagnóstico para administradores|Диагностические сведения для администраторов|Informacje diagnostyczne dla administratorów|Diagnostické informace pro (?:správce|administrátory)|Diagnostikinformation för administratörer|Diagnos(?:e|tik)oplysninger (?:til|for) administratorer|Diagnostikkinformasjon for administratorer|Järjestelmänvalvojan diagnostiikkatiedot|Yöneticiler için tanılama bilgileri|Diagnosztikai információk? a rendszergazdák számára|Informații de diagnosticare pentru administratori|管理者向けの診断情報|供管理员使用的诊断信息|管理员的诊断信息|給系統管理員的診斷資訊)\s?[:：]/i;

const RECIPIENT_LABEL =
  /(?:Recipient Address|Empfängeradresse|Adresse du destinataire|Indirizzo (?:del )?destinatario|Dirección del destinatario|Endereço do destinatário|Adres van (?:de )?geadresseerde|E-mailadres (?:van )?(?:de )?geadresseerde|Adres adresata|Адрес получателя|受信者(?:の)?アドレス|收件人地址|Mottagaradress|Modtageradresse|Mottakeradresse|Alıcı Adresi|Adresa příjemce)\s?[:：]/i;
const CODED = String.raw`\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}`;

/** Exchange of all ages, Exchange Online, and the SMTP service of IIS. */
export default defineFamilies([
  {
    server: 'Exchange 2007 and later, Exchange Online',
    says: ADMINISTRATORS,
    from: ADMINISTRATORS,
    entry: new RegExp(
      String.raw`^[ \t]{0,4}<?${ADDRESS}>?(?:<mailto:[^>\n]{1,300}>)?[ \t]*\n(?=(?:[ \t]*\n){0,2}.{0,80}(?:#|\d{3} |Remote Server|SMTP))`,
      'gm',
    ),
    reason: 'below',
    until:
      /^(?:Original message headers|Ursprüngliche Nachrichtenkopfzeilen|En-têtes de message d'origine|Intestazioni del messaggio originale|Encabezados de mensajes? original|元のメッセージ)/im,
  },
  {
    server: 'Exchange 5.5, 2000, 2003; hMailServer and MailEnable use its words',
    says: /did not reach (?:some or all of the intended|the following) recipient|following recipient\(?s?\)? (?:could not|cannot) be reached|Empfänger \S{1,20} nicht erreicht werden|destinataires suivants n'ont pas pu|Impossible de joindre le ou les destinataires|No se puede llegar a los siguientes destinatarios|Impossibile raggiungere i seguenti destinatari|De volgende geadresseerden? \S{1,20} niet worden bereikt|次の受信者に(?:は)?(?:到達|配信)/i,
    from: /(?:could not|cannot) be reached:|reach the following recipient\(?s?\)?:|erreicht werden:|pu être (?:joints|atteints) ?:|destinataires? suivants? ?:|siguientes destinatarios:|seguenti destinatari:|worden bereikt:/i,
    entry: new RegExp(
      String.raw`^[ \t]{0,12}(?:Recipient:[ \t]*|[^\n@<>]{1,80}[ \t](?=<))?["'<[]{0,2}(?:SMTP:|[^\n@]{0,200}[;:/]SMTP[=:])?${ADDRESS}["'>\]]{0,2}[;/]?(?:[ \t]+(?:on|am|le|el|il|op|em) [^\n]{6,60}(?:\n\d\d:\d\d:\d\d[^\n]{0,12})?)?[ \t]*$`,
      'gm',
    ),
    reason: 'below',
  },
  {
    server: 'Exchange Online in any language: who sent, who should have got it, and the error',
    says: RECIPIENT_LABEL,
    entry: new RegExp(String.raw`(?:${RECIPIENT_LABEL.source})\s*<?${ADDRESS}>?`, 'gi'),
    // The code stands in a line of its own first, and again in front of the words.
    reason: new RegExp(String.raw`(?<reason>${CODED} [^\n]{6,900})|(?<told>${CODED})(?![^]{0,20000}?${CODED} \S)`),
  },
  {
    server: 'Exchange Online, in the words it has for people',
    says: /Your message to \S+ couldn['’]t be delivered|Your message wasn['’]t delivered|Delivery has failed to these recipients|Fehler bei der Nachrichtenzustellung an folgende Empfänger|Ihre Nachricht (?:an \S+ )?konnte nicht zugestellt werden|Échec de la remise (?:à ces|de votre message)/i,
    entry: new RegExp(
      String.raw`(?:^[ \t]{0,4}|message to |Nachricht an |\()<?${ADDRESS}>?(?:<mailto:[^>\n]{1,300}>)?\)?(?:[ \t]*$| couldn['’]t be delivered\.?| konnte nicht zugestellt werden\.?)`,
      'gm',
    ),
    reason: /(?:Remote Server returned|Reported error:|Gemeldeter Fehler:|Status code:)\s*(?<reason>[^\n]{3,600})/i,
  },
  {
    server: 'Microsoft SMTP Service',
    says: /This is an automatically generated Delivery Status Notification/i,
    from: /(?:recipients? (?:failed|has been delayed|have been delayed)|Delivery to the following recipient[\w ]*(?:failed|delayed)[\w ]*)[.:]/i,
    entry: new RegExp(String.raw`^[ \t]{1,12}<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: /Technical details of (?:permanent|temporary) failure:\s*(?<reason>(?:[^\n]+\n?){1,12})/i,
  },
]);
