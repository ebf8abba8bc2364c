import { defineWords } from '../words.ts';

/** Japanese. */
export default defineWords({
  undelivered: [
    /配信不可/, // delivery impossible
    /宛先不明/, // address unknown
    /送達不能/, // delivery impossible
    /返送されました/, // was sent back
    /配信(?:でき|不能|エラー|失敗)/, // delivery not possible, failed
    /送信(?:でき|エラー)/, // cannot be sent
  ],
  titles: [
    /エラーメール/, // error mail
  ],
  yours: [
    /メール/, // mail
    /メッセージ/, // message
  ],
  failed: [
    /見つかりません/, // not found
    /見つから/, // found, or not
    /受信でき/, // receive, or not
    /配信され(?:ませ|な)/, // was not delivered
    /ありません/, // there is none
    /存在し/, // exist, or not
    /不明/, // unknown
    /届け/, // to be delivered, or not
    /できません/, // cannot
    /一杯/, // full
    /容量/, // room
    /拒否/, // refused
    /超えて/, // exceeding
    /停止/, // stopped
    /無効/, // invalid
    /大きすぎ/, // too large
    /超過|超え|上限/, // exceeded
    /廃止|解約|制限|休止/, // closed, limited
    /迷惑メール/, // spam
    /応答|ブラックリスト/, // response, block list
  ],
  reasonLabels: [
    /理由/, // reason
    /原因/, // cause
    /エラー/, // error
  ],
  triesOn: [
    /遅れ/, // delayed
    /遅延/, // delay
    /延期/, // postponed
  ],
  delayed: [
    /遅延/, // delay
  ],
  autoReplyTitles: [
    /自動(?:応答|返信)/, // automatic answer
    /不在/, // absence
  ],
  autoReplies: [
    /自動(?:回覆|回答)/, // automatic answer; Chinese, too
  ],
  gaveUp: [
    /\d+ ?(?:日|時間)(?:間|以上)?(?:再送|経過|試)/, // tried for 3 days
  ],
  arrivalTitles: [
    /^配信済み/, // delivered
  ],
  arrivals: [
    /配信されました/, // was delivered
  ],
  sentOn: [
    /元のメッセージ/, // original message
    /転送(?:された)?メッセージ/, // forwarded message
  ],
});
