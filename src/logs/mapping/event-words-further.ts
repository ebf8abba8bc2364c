import type { Outcome } from './mapping.ts';

/**
 * Words for events in languages of which only the common ones are known: Korean, Chinese of Taiwan, Ukrainian, Bulgarian,
 * Slovak, Croatian and Serbian, Slovene, Greek, Indonesian, Vietnamese, Hebrew and Arabic.
 */
export const FURTHER_WORDS: Readonly<Partial<Record<Outcome, string>>> = {
  accepted: '접수 접수됨 прийнято прието diterima',
  delivered:
    '성공 발송성공 전송성공 전달됨 수신완료 배달완료 已送達 送達 傳送成功 доставлено доставлений доставено doručené isporučeno isporuceno dostavljeno παραδόθηκε παραδοθηκε επιτυχία berhasil tersampaikan đãgiao thànhcông đãnhận נמסר נמסרה הצליח تمالتسليم ناجح',
  deferred:
    '지연 재시도 대기 대기중 延遲 重試中 відкладено отложено odložené odgođeno ανεστάλη tertunda ditunda tạmhoãn נדחה مؤجل',
  bounced:
    '실패 발송실패 전송실패 반송 반송됨 오류 에러 已退信 退件 失敗 傳送失敗 відхилено недоставлено невдача отхвърлено върнато nedoručené vrátené odbijeno neuspjelo neuspešno zavrnjeno vrnjeno απέτυχε αποτυχία επεστράφη gagal terpental thấtbại bịtrảlại נכשל חזר فشل مرتد',
  'soft-bounced': '소프트바운스 軟退信',
  'hard-bounced': '하드바운스 硬退信',
  dropped: '제외 차단 封鎖 已封鎖 略過 заблоковано блокирано zablokované blokirano diblokir bịchặn נחסם محظور',
  complained: '스팸신고 檢舉 垃圾郵件檢舉 скарга оплакване sťažnosť prigovor παράπονο keluhan khiếunại תלונה شكوى',
  opened:
    '오픈 열람 읽음 수신확인 已開啟 開啟 已開信 відкрито прочитано відкриття отворено otvorené otvoreno odprto ανοίχτηκε άνοιγμα dibuka terbuka đãmở נפתח נפתחה فتح تمالفتح',
  clicked:
    '클릭 已點擊 點擊 клікнуто натиснуто кликнато kliknuté kliknuto kliknjeno κλικ diklik đãnhấp נלחץ הוקלק نقر تمالنقر',
  unsubscribed:
    '수신거부 구독취소 取消訂閱 退訂 відписався відписка отписан odhlásené odjavljen odjavljeno διαγραφή berhentiberlangganan hủyđăngký הוסר הסרה إلغاءالاشتراك',
};

/** What these call a mail that has been sent. */
export const FURTHER_SENT =
  '발송 발송완료 전송 전송완료 발송됨 已寄出 已傳送 寄出 надіслано відправлено изпратено odoslané poslano poslato απεστάλη εστάλη terkirim dikirim đãgửi נשלח נשלחה تمالإرسال أرسل';
