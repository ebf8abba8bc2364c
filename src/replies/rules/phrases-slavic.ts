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
            /не (?:существует|найден|провер|разреш)|неизвестен|отклон|заблок|nieznan|nieprawidłow/i,
            /niewłaściw|odrzucon|zablokowan|neexistuje|neznám|odmítnut|zamítnut/i,
          ),
        ),
        /(?:nieznany|nieprawidłowy|niewłaściwy) (?:adres )?nadawc/i,
      ),
      'sender-rejected',
    ],
    [
      /limit(?:u)? (?:miejsca|pojemności)|(?:мест[оа]|пам[яʼ]т).{0,20}(?:закончил|недостаточно|не хватает)|недостаточно места/i,
      'mailbox-full',
    ],
    [
      /(?:przekroczono|превышен|překročen|перевищено).{0,20}(?:limit|лимит|ліміт).{0,20}(?:wysył|wiadomo|отправ|сообщ|писем|zpráv|відправ)/i,
      'rate-limited',
    ],
    [/limit(?:u)? czasu|(?:срок|время) (?:доставки|ожидания).{0,20}(?:ист[её]к|превышен)|vypršel/i, 'expired'],
    [/(?:zbyt wielu|за много|слишком много|příliš mnoho) (?:odbiorców|получател|příjemc)/i, 'too-many-recipients'],
    [
      oneOf(
        inTurn(
          /требуется|необходима|нужна|потрібна|wymagan[ae]|vyžadován[ao]/i,
          / .{0,20}/i,
          /авториза|аутент|автент|autoryzacj|uwierzytelni|autentiza|ověřen/i,
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
        /переполнен|полон|заполнен|превышен|перевищен|переповнен|pełna|przepełnion|plná|překročen/i,
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        /ящик|аккаунт|пользовател|учетная|konto|skrzynka|účet|schránka/i,
        /.{0,40}/i,
        oneOf(
          /заблокирован|отключ[её]н|удал[её]н|неактив|приостановлен|zablokowan|nieaktywn|wyłączon|zrušen/i,
          /zablokován/i,
        ),
      ),
      'mailbox-disabled',
    ],
    [
      oneOf(
        inTurn(
          oneOf(
            /пользовател|получател|адрес|ящик|користувач|użytkownik|odbiorca|adres|konto|skrzynka|uživatel/i,
            /příjemce|schránka/i,
          ),
          /.{0,40}/i,
          oneOf(
            /не (?:существует|найден|знайден|існує)|неизвестен|невідомий|недействителен|nie istnieje/i,
            /nieznan|nieprawidłow|neexistuje|neznám/i,
          ),
        ),
        /нет такого (?:пользователя|адреса|ящика)|nieznany (?:użytkownik|odbiorca)/i,
      ),
      'user-unknown',
    ],
    [
      /слишком много (?:соединений|сообщений|писем|подключений)|zbyt (?:wiele|dużo) (?:połączeń|wiadomości)|příliš mnoho/i,
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
