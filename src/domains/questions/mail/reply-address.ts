import type { Secrets } from '#platform/secrets.ts'

/** What stands before the plus sign. */
export const replyBox = 'svar'

/** Which question a mail answers, and who may write it. */
export interface ReplyTo {
  questionId: number
  personId: number
}

/**
 * The address that an answer to a question is mailed to by one person: `svar+{question}-{person}-{stamp}@…`, numbers
 * in base 36, the stamp an HMAC of both. With the largest numbers there are it is 48 characters before the @; 64 are
 * allowed.
 */
export function replyAddress(secrets: Secrets, { questionId, personId }: ReplyTo, domain: string): string {
  const ids = `${questionId.toString(36)}-${personId.toString(36)}`
  return `${replyBox}+${ids}-${secrets.stamp(replyBox, ids)}@${domain}`
}

/** What the part after the plus sign says; undefined when we never wrote it. */
export function readReplyTag(secrets: Secrets, tag: string): ReplyTo | undefined {
  const [, question, person, stamp] =
    /^([0-9a-z]{1,11})-([0-9a-z]{1,11})-([a-z2-7]+)$/.exec(tag.toLowerCase()) ?? []
  if (!question || !person || !stamp) return undefined
  if (!secrets.isStamp(replyBox, `${question}-${person}`, stamp)) return undefined
  return { questionId: Number.parseInt(question, 36), personId: Number.parseInt(person, 36) }
}
