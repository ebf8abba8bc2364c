import { defineWords } from '../words.ts';

/** Chinese. */
export default defineWords({
  undelivered: [
    /(?:无法|無法)(?:传递|投递|投遞|送达|送達|发送|傳送)/, // cannot be delivered, posted, sent
    /(?:邮件|郵件|信件)(?:发送|發送|投递|投遞|递送)?(?:失败|失敗|退回|被退)/, // mail failed, returned
    /退[件回信](?:通知|信)/, // notice of a returned letter
    /未送达/, // not delivered
    /無法傳送/, // cannot be sent
    /投递失败/, // posting failed
    /無法傳遞/, // cannot be passed on
    /无法送达/, // cannot be delivered
    /未能送达/, // failed to be delivered
    /没有送达/, // was not delivered
    /未傳遞/, // not passed on
    /未传递/, // not passed on
  ],
  titles: [
    /退信/, // returned letter
    /系统退信/, // system returned letter
  ],
  yours: [
    /邮件/, // mail
    /郵件/, // mail
    /信件/, // letter
  ],
  failed: [
    /不存在/, // does not exist
    /已满/, // full
    /拒绝/, // refused
    /拒收/, // receipt refused
    /退信/, // returned letter
    /失败/, // failed
    /无法/, // cannot
    /未能/, // failed to
    /无效/, // invalid
    /無效/, // invalid
    /找不到/, // not found
    /过大/, // too large
    /已停用/, // switched off
    /禁用/, // forbidden
    /無法/, // cannot
    /停用|冻结|凍結|注销|註銷|屏蔽|封锁/, // switched off, frozen, closed, blocked
    /超(?:过|過|出|限)|不足/, // exceeded, not enough
    /有误|有誤|错误|錯誤|不正确/, // wrong
    /垃圾邮件|垃圾郵件/, // spam
    /黑名单|黑名單|无响应|無回應/, // block list, no response
  ],
  reasonLabels: [
    /原因/, // cause
  ],
  triesOn: [
    /延迟/, // delayed
    /延遲/, // delayed
    /继续尝试/, // goes on trying
  ],
  delayed: [
    /延迟/, // delayed
    /延遲/, // delayed
  ],
  autoReplyTitles: [
    /自动回复/, // automatic answer
    /自動回覆/, // automatic answer
  ],
  autoReplies: [
    /自动(?:答复|回复)/, // automatic answer
  ],
  gaveUp: [
    /(?:多次|\d+ ?次)(?:尝试|嘗試|重试|重試|投递)|(?:尝试|重试)(?:了)?(?:多次|\d+)/, // after several attempts
  ],
  arrivalTitles: [
    /^已送达/, // delivered
  ],
  arrivals: [
    /已送达/, // delivered
  ],
  sentOn: [
    /原始邮件/, // original message
    /转发邮件/, // forwarded message
  ],
});
