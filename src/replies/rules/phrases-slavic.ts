import { ENGLISH } from '../english.ts';
import { inTurn, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Russian, Ukrainian, Polish and Czech. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [/skrzynka.{0,40}(?:w użyciu|zajęt|okupowan)|(?:ящик|скриньк).{0,20}(?:занят|зайнят)/i, 'system-error'],
    [/przekroczon\w+ czas|czas\w* .{0,12}przekroczon/i, 'connection'],
    [/сер(?:ые|ый|ого|ых) спис|szar(?:a|ej|ą) list|šed(?:ý|á|ého) seznam|graylistin/i, 'greylisted'],
    [
      oneOf(
        inTurn(
          /(?:отправител|відправник|nadawc|odesílatel).{0,40}/i,
          oneOf(
            /не (?:существует|найден|провер|разреш)|неизвестен|отклон|заблок/i, // Russian
            /nieznan|nieprawidłow|niewłaściw|odrzucon|zablokowan/i, // Polish
            /neexistuje|neznám|odmítnut|zamítnut/i, // Czech
          ),
        ),
        /(?:nieznany|nieprawidłowy|niewłaściwy) (?:adres )?nadawc/i,
      ),
      'sender-rejected',
    ],
    [
      oneOf(
        /limit(?:u)? (?:miejsca|pojemności)/i, // Polish
        /(?:мест[оа]|пам[яʼ]т).{0,20}(?:закончил|недостаточно|не хватает)|недостаточно места/i, // Russian
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        /(?:przekroczono|превышен|překročen|перевищено).{0,20}(?:limit|лимит|ліміт).{0,20}/i,
        oneOf(
          /wysył|wiadomo/i, // Polish
          /отправ|сообщ|писем/i, // Russian
          /zpráv/i, // Czech
          /відправ/i, // Ukrainian
        ),
      ),
      'rate-limited',
    ],
    [/limit(?:u)? czasu|(?:срок|время) (?:доставки|ожидания).{0,20}(?:ист[её]к|превышен)|vypršel/i, 'expired'],
    [/(?:zbyt wielu|за много|слишком много|příliš mnoho) (?:odbiorców|получател|příjemc)/i, 'too-many-recipients'],
    [
      oneOf(
        inTurn(
          oneOf(
            /требуется|необходима|нужна/i, // Russian
            /потрібна/i, // Ukrainian
            /wymagan[ae]/i, // Polish
            /vyžadován[ao]/i, // Czech
          ),
          / .{0,20}/i,
          oneOf(
            /авториза|аутент|автент/i, // Russian, Ukrainian
            /autoryzacj|uwierzytelni/i, // Polish
            /autentiza|ověřen/i, // Czech
          ),
        ),
        /пересылк.{0,20}(?:запрещ|не разреш)|nelze přeposlat/i,
        /(?:przekazywanie|relay).{0,20}(?:zabronion|niedozwolon)/i,
      ),
      'relaying-denied',
    ],
    [
      /(?:домен|domen[ay]|doména).{0,30}(?:не (?:существует|найден)|nie istnieje|neexistuje)|nie ma takiej domeny/i,
      'domain-unknown',
    ],
    [/вирус|wirus/i, 'malware'],
    [
      inTurn(
        /(?:ящик|квота|скринька|скрытка|skrzynka|schránka|kvóta).{0,40}/i,
        oneOf(
          /переполнен|полон|заполнен|превышен/i, // Russian
          /перевищен|переповнен/i, // Ukrainian
          /pełna|przepełnion/i, // Polish
          /plná|překročen/i, // Czech
        ),
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        oneOf(
          /ящик|аккаунт|пользовател|учетная/i, // Russian
          /konto|skrzynka/i, // Polish
          /účet|schránka/i, // Czech
        ),
        /.{0,40}/i,
        oneOf(
          /заблокирован|отключ[её]н|удал[её]н|неактив|приостановлен/i, // Russian
          /zablokowan|nieaktywn|wyłączon/i, // Polish
          /zrušen|zablokován/i, // Czech
        ),
      ),
      'mailbox-disabled',
    ],
    [
      oneOf(
        inTurn(
          oneOf(
            /пользовател|получател|адрес|ящик/i, // Russian
            /користувач/i, // Ukrainian
            /użytkownik|odbiorca|adres|konto|skrzynka/i, // Polish
            /uživatel|příjemce|schránka/i, // Czech
          ),
          /.{0,40}/i,
          oneOf(
            /не (?:существует|найден)|неизвестен|недействителен/i, // Russian
            /не (?:знайден|існує)|невідомий/i, // Ukrainian
            /nie istnieje|nieznan|nieprawidłow/i, // Polish
            /neexistuje|neznám/i, // Czech
          ),
        ),
        /нет такого (?:пользователя|адреса|ящика)|nieznany (?:użytkownik|odbiorca)/i,
      ),
      'user-unknown',
    ],
    [
      oneOf(
        /слишком много (?:соединений|сообщений|писем|подключений)/i, // Russian
        /zbyt (?:wiele|dużo) (?:połączeń|wiadomości)/i, // Polish
        /příliš mnoho/i, // Czech
      ),
      'rate-limited',
    ],
    [
      /(?:сообщение|письмо|wiadomość|zpráva).{0,30}(?:слишком (?:большое|велик)|za duża|zbyt duża|příliš velk)/i,
      'message-too-large',
    ],
    [/(?:спам|нежелательн|niechcian|nevyžádan)/i, 'spam-content'],
    [/(?:IP|ip-адрес|сервер).{0,40}(?:заблокирован|ч[её]рн|czarnej|zablokowan)/i, 'ip-blocked'],
  ],
  sources: [{ url: 'https://yandex.ru/support/mail/bounces/yandex.html', checked: '2026-11' }],
});
