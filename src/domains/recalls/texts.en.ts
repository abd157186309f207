import { association } from '#platform/association.ts'
import type { Texts } from './texts.ts'

/** Corrections and those who follow them, in English. */
export const en: Texts = {
  uses: {
    subscribed: 'keep an eye on',
    cited: 'have cited',
    embedded: 'have embedded',
    saved: 'have downloaded',
  },
  errors: {
    'email-missing': 'Write your e-mail address.',
    'email-wrong': 'Write the address like this: name@example.se.',
    'too-long': 'The text is too long. At most 300 characters.',
    'control-characters': 'Write on one line, without line breaks.',
    'too-often': 'You have tried too many times. Wait an hour and try again.',
    'no-address': 'Your account has no e-mail address. Add one under My pages, Your data.',
    'too-many': 'You follow as many values as is possible already. Stop following something first.',
    'number-wrong': 'Write a whole number within the limits.',
    'figure-missing': 'Choose a key figure that was corrected that day.',
  },
  ask: {
    title: 'Tell me if the values are corrected',
    lead: (what) => `This is about: ${what}.`,
    unknownPage:
      'This page cannot be followed. Open a key figure, a municipality or a comparison and begin there.',
    back: 'Back to the page',
    sentTitle: 'Look in your mail',
    sent: (email, hours) =>
      `We have sent a mail to ${email}. Open its link within ${hours} hours, and we tell you if the values are corrected.`,
    nothing: 'Nothing there? Look in the spam folder, or try again.',
    postRoom: 'In the demonstration all mails lie in the post room.',
  },
  confirm: {
    title: 'Confirm that you want to be told',
    text: 'Press the button, and we mail you if the values are corrected. You can stop whenever you like.',
    button: 'Yes, tell me',
    used: 'The link has been used or is too old. Start again from the page with the values.',
  },
  manage: {
    title: 'What you follow',
    lead: 'You get a mail when values here are corrected, with everything corrected that day in one.',
    none: 'You follow no values.',
    noneHow:
      'Open a key figure, a municipality or a comparison and choose “Tell me if the values are corrected”.',
    since: (day) => `Since ${day}`,
    allYears: 'all years',
    onlyYear: (year) => `${year} only`,
    everyone: 'all municipalities and regions',
    place: (place) => `Used in: ${place}`,
    cited: (day) => `Cited as known on ${day}`,
    stop: 'Stop following',
    stopAll: 'Stop following everything',
    stopAllText:
      'If you stop following everything we forget your address too, unless you have an account here.',
    notices: {
      bevakas: 'Done. We tell you if the values are corrected.',
      slutat: 'You no longer follow those values.',
    },
    gone: 'Nothing is left here. You have stopped following, and we have forgotten your address.',
  },
  unsubscribe: {
    title: 'Stop being told of corrections',
    ask: 'Do you want to stop being told of all values that you follow?',
    button: 'Yes, stop',
    done: 'Done. You will not be told of corrected values any more.',
    broken: 'The address is not whole. Open the link in the mail again.',
    manage: 'Choose what you follow instead',
  },
  desk: {
    title: 'Corrected values and notices',
    lead: 'Whoever has cited, embedded, downloaded or follows a value is told when it is corrected. Here you see on which days values were corrected, and can explain them before the notices leave.',
    waiting: (n) =>
      n === 1
        ? 'One follower waits to be told of corrected values'
        : `${n} followers wait to be told of corrected values`,
    nobodyWaits: 'Nobody waits to be told.',
    followers: 'Followers',
    noFollowers: 'Nobody follows a value yet.',
    day: 'Day',
    corrections: 'Corrected values',
    told: 'Were told',
    leaves: 'Notices leave',
    left: 'have left',
    noDays: 'No value has been corrected.',
    release: 'Send all notices now',
    releaseHint: 'Otherwise they leave by themselves at the time below.',
    timeTitle: 'When notices leave',
    timeLead: 'Wait a while, so that you have time to explain and several corrections fit in one mail.',
    afterDays: 'Days after the correction',
    atHour: 'Hour of the day',
    afterDaysHint: '1 to 14',
    atHourHint: '0 to 23',
    save: 'Save the time',
    notices: {
      sparat: 'Saved.',
      skickar: 'The notices are on their way. It may take a minute.',
    },
  },
  day: {
    title: (day) => `Corrected on ${day}`,
    leaves: (moment) => `Notices leave ${moment}. What you write here goes with them.`,
    left: 'Notices about this day have left already. What you write here shows on the pages, but is not mailed to those who have been told.',
    public: 'The page that everyone sees',
    explain: 'Explain the correction',
    figure: (title, count) => `${title}: ${count === 1 ? 'one value' : `${count} values`}`,
    who: 'Of',
    everyone: 'All corrected values of the key figure that day',
    textSv: 'Explanation in Swedish',
    textSvHint:
      'Shown on the page, at citations and in the notices. An empty text takes the explanation away.',
    textEn: 'Explanation in English (optional)',
    save: 'Save the explanation',
    none: 'No value was corrected that day.',
  },
  mails: {
    greeting: 'Hello!',
    from: 'Regards, the Swedish Eco-municipalities',
    confirm: {
      subject: 'Do you want to be told when values are corrected?',
      text: (title) =>
        `Somebody, probably you, wants to be told if values are corrected afterwards. This is about: ${title}.`,
      valid: (hours) => `The link works for ${hours} hours, and once.`,
      button: 'Confirm',
      ignore: 'Was it not you? Then you need do nothing. We forget the address in a few days.',
    },
    recall: {
      subject: (n) =>
        n === 1
          ? 'A value that you follow has been corrected'
          : `${n} values that you follow have been corrected`,
      lead: (n) =>
        n === 1
          ? 'A value that you use or follow has been corrected. This is what it was, what it is now, and why:'
          : `${n} values that you use or follow have been corrected. This is what they were, what they are now, and why:`,
      counted: (n) =>
        `${n} values have been corrected. They are too many for a mail; all of them stand here:`,
      when: (day, by) => `Corrected on ${day}. Given by: ${by}.`,
      wasPage: (href) => `As it was: ${href}`,
      isPage: (href) => `As it is: ${href}`,
      earlier: (addresses) => `Corrected earlier, too:\n${addresses}`,
      button: (day) => `See all corrections of ${day}`,
      why: (href) =>
        `You get this mail because you asked to be told. See and change what you follow: ${href}`,
      stop: (href) => `Stop being told altogether: ${href}`,
    },
    meaning: {
      place: (place) => `This is about “${place}”.`,
      cited: (where) =>
        `You have cited the values. ${where} The link of the citation still shows them as you cited them, with a line that says that they have been corrected:`.replace(
          '  ',
          ' ',
        ),
      proposed: 'To correct the citation you may write:',
      proposal: (p) =>
        `${p.name} ${p.year}: ${p.is} (corrected on ${p.day}, earlier ${p.was}). ${association.name.en}: ${p.figure}. ${p.address}`,
      embedded: (where) =>
        `You have embedded the chart. ${where} It shows the new values already; you need do nothing.`.replace(
          '  ',
          ' ',
        ),
      embeddedFixed: (where) =>
        `You have embedded the chart so that it stays. ${where} It shows the old values and a line that says that they have been corrected. Take per=… out of the address if it is to show the new ones.`.replace(
          '  ',
          ' ',
        ),
      saved: (where) =>
        `You have downloaded a file or picture. ${where} It has the old values. Download it again:`.replace(
          '  ',
          ' ',
        ),
    },
  },
}
