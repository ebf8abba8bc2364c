import { defineWords } from '../words.ts';

/** Korean. */
export default defineWords({
  undelivered: [
    /배달(?:하지| ?못|할 수 없)/, // not delivered
    /(?:발송|전송|전달) ?(?:실패|불가)/, // sending failed, not possible
    /수신 ?거부/, // receipt refused
    /전송 ?실패/, // sending failed
    /전송되지/, // was not sent
    /배달 ?(?:실패|불가|되지)/, // delivery failed, not possible
  ],
  titles: [
    /반송/, // sent back
  ],
  yours: [
    /메일/, // mail
    /메시지/, // message
  ],
  failed: [
    /실패/, // failure
    /존재하지/, // exist, or not
    /없습니다/, // there is none
    /못했/, // could not
    /거부/, // refused
    /초과/, // exceeded
    /알 수 없/, // unknown
    /없/, // none
    /중지/, // stopped
    /너무/, // too
    /정지|휴면|차단|폐쇄|삭제/, // stopped, dormant, blocked, closed, deleted
    /가득|부족/, // full, not enough
    /스팸/, // spam
    /응답|블랙리스트/, // response, block list
  ],
  reasonLabels: [
    /원인/, // cause
    /이유/, // reason
    /사유/, // reason
  ],
  triesOn: [
    /지연/, // delay
  ],
  delayed: [
    /지연/, // delay
  ],
  autoReplies: [
    /자동 ?(?:회신|응답)/, // automatic answer
  ],
});
