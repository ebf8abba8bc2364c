import { stems } from './stems.ts';

/** Of a connection. */
export const ENCRYPTION = stems({
  several: /TLS(?!\p{L})|STARTTLS|SSL(?!\p{L})/iu,
  iberian: /cifrad/iu,
  czech: /[šs]ifrov/iu,
  dutch: /versleutel/iu,
  finnish: /salau/iu,
  french: /s[ée]curis[ée]|ciphr|chiffr/iu,
  german: /\p{L}*verschl(?:ü|ue)ssel|sicher[^h]{0,3} verbindung|verschl(?:ü|ue)ssel/iu,
  hungarian: /titkos/iu,
  italian: /cifrat|criptat|crittograf/iu,
  nordic: /krypter/iu,
  polish: /szyfrow/iu,
  portuguese: /criptograf/iu,
  russian: /шифр/iu,
  southSlavic: /криптир/iu,
  spanish: /encript/iu,
  turkish: /[şs]ifrele/iu,
  chinese: /加密/iu,
  japanese: /暗号/iu,
  korean: /암호화/iu,
});

/** In clear. */
export const UNENCRYPTED = stems({
  romance: [
    /(?:non|pas|not?) (?:chiffr|cifrat|crypt|cript|s[ée]curis)/iu,
    /(?:sin|senza|sans|sem) (?:cifra|chiffr|cript|crypt|TLS|SSL)/iu,
  ],
  czech: /ne[šs]ifrov/iu,
  dutch: /onversleutel/iu,
  german: /unverschl(?:ü|ue)ssel/iu,
  hungarian: /titkos[íi]tatlan/iu,
  nordic: /okrypter|ukrypter/iu,
  polish: /nieszyfrowan/iu,
  portuguese: /n[ãa]o (?:cript|cifr)/iu,
  russian: /незашифр/iu,
  turkish: /[şs]ifresiz/iu,
  chinese: /未加密/iu,
  japanese: /暗号化されてい(?:ない|ません)/iu,
});
