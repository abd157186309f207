import { association } from '#platform/association.ts'
import { largestMail } from '#platform/mail/receive.ts'
import type { Texts } from './texts.ts'

/** Mail of questions, out and in, in English. */
export const en: Texts = {
  choice: {
    title: 'Mail about questions and answers',
    lead: 'Choose how often you want mail. Everything is always on the page Questions too.',
    asked: 'Questions that you are asked',
    askedHint: 'We ask only a few at a time, those who should know.',
    others: 'Everything else: answers to what you follow, thanks, and whether your answer still holds',
    rhythms: {
      'at-once': 'At once',
      daily: 'Every day, gathered in one mail',
      weekly: 'Every Monday, gathered in one mail',
      never: 'Never',
    },
    reply: 'You can answer the mails directly. Write from this address, and the answer shows on the page:',
    noReply: 'You answer on the page. The mails have a link to it.',
    noEmail: 'We have no mail address of yours, so we cannot write to you.',
    save: 'Save',
    saved: 'Your choice is saved.',
  },
  unsubscribe: {
    title: 'Mail about questions and answers',
    ask: 'Do you want no more mail about questions and answers? Everything stays on the page Questions.',
    button: 'Yes, send me no more',
    done: 'You will get no more mail about questions and answers. You can change your mind on My pages.',
    broken: 'The link is broken. Copy the whole address from the mail.',
  },
  mail: {
    greeting: (name) => `Hello ${name},`,
    mark: (mark) => `— ${mark} —`,
    someone: 'Somebody in the network',
    who: (name, organisation) => (organisation ? `${name}, ${organisation},` : name),
    answerSubject: (title) => `Re: ${title}`,
    asked: (who) => `${who} asks:`,
    why: (reasons) => `You are asked because ${reasons}.`,
    answered: (who) => `${who} has answered:`,
    accepted: 'Your answer is accepted: it helped the one who asked. Thank you!',
    thanked: 'Somebody thanks you for your answer.',
    stillTrue:
      'A year has passed since you wrote or looked over your answer. Does it still hold? Say yes, or mend it, on the page.',
    hidden: (reason) => `The secretariat has taken what you wrote off the page. The reason: ${reason}`,
    madeUp: 'A made-up example.',
    replyHow: 'Answer this mail, and your answer shows on the page, where every member can read it.',
    replyTo: (address) => `Answer by mail: ${address}`,
    cut: '… Read the rest on the page.',
    button: 'Open the question',
    digestSubject: (count) => `${count} questions where something has happened`,
    digestLead: 'This has happened among the questions that concern you since the last mail.',
    digestButton: 'Open the questions',
    choose: (href) => `Choose how often you get mail about questions: ${href}`,
    stop: (href) => `No more mail about questions: ${href}`,
    from: association.name.en,
  },
  refused: {
    subject: 'Your answer did not arrive',
    subjectAttached: 'Your answer has arrived, but not the file',
    about: (title) => `It is about the question “${title}”.`,
    how: 'You can always answer on the page.',
    button: 'Open the question',
    from: association.name.en,
    attached: (files) =>
      files === 1
        ? 'Thank you for your answer. It stands on the page now. The file that came with it cannot be taken by mail.'
        : `Thank you for your answer. It stands on the page now. The ${files} files that came with it cannot be taken by mail.`,
    reasons: {
      'other-sender':
        'A mail to your reply address came from another address than the one we have for you, so it was not taken. Answer from the address that the mail came to. If you did not write it, you need not do anything.',
      disowned:
        'A mail to your reply address failed the mail server’s check of the sender (DMARC), so it was not taken. If you wrote it, answer on the page instead, and tell your IT department.',
      empty:
        'We found nothing new in the mail, only what you answered. Write your answer on top, above the old mail.',
      'too-long': 'The answer was too long. Shorten it, or divide it into several.',
      'too-often': 'Many answers have come from you in a short time. Wait an hour and try again.',
      missing: 'The question is no longer there.',
      closed: 'The question is closed and takes no more answers.',
      'not-in-network': 'You have no role with a member right now, and so cannot answer.',
    },
    other: 'The mail could not be taken.',
  },
  received: {
    title: 'Incoming mail',
    lead: 'Answers that members have mailed, the last 90 days: how many were taken, and why others were not. The text of what was not taken is not kept.',
    off: 'The program takes no mail. Whoever runs it can turn that on.',
    none: 'No mail has come.',
    what: 'What happened',
    count: 'Count',
    latest: 'Latest',
    taken: 'Taken as an answer',
    reasons: {
      'unknown-address': 'The address is none that we gave, or was changed',
      'too-large': `Larger than ${largestMail / 2 ** 20} MB`,
      automatic: 'Written by a program: absence, bounce or mailing list',
      'other-sender': 'From somebody else than the owner of the address',
      disowned: 'The sender’s domain disowns the mail (DMARC)',
      twice: 'The same mail once more',
      empty: 'No new text',
      'too-long': 'Text too long',
      'too-often': 'Too many mails in a short time',
      unreadable: 'Cannot be read as a mail',
      missing: 'The question is no longer there',
      closed: 'The question is closed',
      'not-in-network': 'The sender has no role with a member',
    },
  },
}
