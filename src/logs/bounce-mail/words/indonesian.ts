import { defineWords } from '../words.ts';

/** Indonesian and Malay. */
export default defineWords({
  undelivered: [
    /gagal (?:dikirim|terkirim|mengirim)/, // failed to be sent
    /tidak (?:dapat )?(?:ter)?kirim/, // not sent
    /gagal (?:ter)?kirim/, // failed to be sent
  ],
  yours: [
    /pesan /, // message
  ],
  failed: [
    /tidak (?:dapat|ditemukan|terkirim|ada)/, // cannot, not found, not sent, is not
    /gagal/, // failed
    /penuh/, // full
    /ditolak|diblokir|dinonaktifkan|tidak aktif/, // refused, blocked, switched off
    /melebihi/, // exceeds
  ],
  reasonLabels: [
    /alasan/, // reason
  ],
  autoReplies: [
    /balasan otomatis/, // automatic answer
  ],
});
