import { retention, sessionLimits } from '#domains/accounts/index.ts'
import { gatheringRetention, guestYears } from '#domains/events/index.ts'
import { visitRetention } from '#domains/partners/index.ts'
import { unconfirmedDays } from '#domains/recalls/index.ts'
import { ownTexts } from '#platform/association.ts'
import { receivedDays } from '#platform/mail/receive-queries.ts'
import { sentDays } from '#platform/once/queries.ts'

import type { statements as sv } from './statements.sv.ts'

const { accessibility, privacy } = ownTexts.en.law

/** What the site declares about itself in English: accessibility, privacy, open data and sources. */
export const statements: typeof sv = {
  accessibility: {
    title: 'Accessibility',
    description: 'How accessible the site is, which shortcomings we know of and how to tell us about others.',
    lead: 'Everyone should be able to use the site. This is how far we have come.',
    intro: accessibility.intro,
    statusTitle: accessibility.status_title,
    status: accessibility.status,
    statusAim: accessibility.aim,
    faultsTitle: 'Shortcomings that we know of',
    faults: [
      'The map has a circle for each municipality. Going through them by keyboard takes long. The same values are in the Table view of the same page.',
      'Pictures that you download (SVG and PNG) come without a table. The text and the table are on the page that the picture comes from.',
      'The Excel files have not been examined for accessibility. The same table is on the web page and in the CSV file.',
      'On the English pages, Swedish names of municipalities and people are not marked as Swedish. A screen reader may therefore pronounce them wrongly.',
      'The site has not been tried by people who use a screen reader, voice control or magnification in their daily life.',
    ],
    faultsReason:
      'These are shortcomings that we have not yet had time to mend. We do not claim that mending them would be a disproportionate burden.',
    testTitle: 'How we tested the site',
    test: [
      'We assessed the site ourselves. Automatic tests with the tool axe run on the public pages, in light and dark mode, each time the program changes.',
      'The pages are made to be read without JavaScript, by keyboard, at 400 per cent zoom and on paper. The charts have a text that sums them up and a table.',
    ],
    assessed: (day) => `The latest assessment was made on ${day}.`,
    updated: (day) => `The statement was last updated on ${day}.`,
    feedbackTitle: 'Tell us if something does not work',
    feedback:
      'Contact the secretariat if you find a shortcoming or need some of the content in another form. Tell us which page it is about and what happened.',
    feedbackLink: 'Contact the secretariat',
    authorityTitle: 'Supervision',
    authority: accessibility.authority,
  },
  privacy: {
    title: 'Privacy',
    description: 'Which personal data the site handles, why and for how long. No cookies and no tracking.',
    lead: 'You can read everything without an account, without cookies and without anyone following what you do.',
    cookiesTitle: 'One cookie when you log in, no third parties',
    cookies: [
      'If you read without logging in, the site sets no cookies. The only thing that may be stored in your browser is that you have turned off the shortcut key for searching, if you do.',
      'What you search for is kept nowhere.',
      'When you log in, one cookie keeps you logged in (session), and a short-lived one is needed if you log in at your organisation (login). When you have just saved something, a cookie may keep track of how far that has got for ten minutes, so that you see it at once (written). There are no others, and so no banner to click away.',
      'The pages fetch nothing from other sites: no fonts, maps, statistics tools or social media buttons.',
      'The municipality that you choose stands in the address of the page and is stored nowhere else. If you share the address, you share your choice.',
    ],
    controllerTitle: 'Who is responsible',
    controller:
      'The association that runs the site is the controller of personal data. Turn to the secretariat with questions or to use your rights.',
    contact: 'Contact the secretariat',
    processedTitle: 'Personal data that we handle',
    processedIn: 'en',
    caption: 'Personal data, purpose, legal basis and time',
    columns: { what: 'Data', why: 'Why', basis: 'Legal basis', kept: 'How long' },
    processed: [
      {
        what: 'Name, role and home municipality of board, expert group and secretariat',
        why: 'To show who represents the association',
        basis: 'Legitimate interest: openness about elected posts (article 6(1)(f) of the GDPR)',
        kept: 'Shown while the role lasts. Names in minutes and decisions stay as part of the association’s history',
      },
      {
        what: 'Account: name, e-mail address, title, telephone, language and roles in a member organisation',
        why: 'So that members can appoint their representatives and reach each other',
        basis:
          'Legitimate interest: running the association with those whom its members have appointed (article 6(1)(f))',
        kept: `Until you erase yourself, or ${retention.unusedAccountMonths} months after your last role`,
      },
      {
        what: 'Login: sessions with device and time, passkeys, two-step login, the tie to your organisation’s login',
        why: 'To let you in and nobody else',
        basis: 'Legitimate interest: security (article 6(1)(f))',
        kept: `Sessions at most ${sessionLimits.days} days, ${sessionLimits.idleDays} without use. The rest until you remove it`,
      },
      {
        what: 'Contact card: what you know and can help with, subjects and languages',
        why: 'So that colleagues in other municipalities find the right person',
        basis: 'Legitimate interest; you choose what is shown to whom, also to nobody at all',
        kept: 'Until you change or erase it',
      },
      {
        what: 'Good examples, events, news and the magazine: who wrote, proposed and changed them, and whom to ask about an example',
        why: 'To be able to answer questions about the text, and so that those who ask find the right person',
        basis:
          'Legitimate interest. Those who are named have chosen to be asked, and who may see their contact card',
        kept: 'The name shows while you are in the organisation and show your card. The texts stay without you when you erase yourself',
      },
      {
        what: 'Questions and answers: what you have asked, answered, followed, thanked for and reported, and which questions you were sent and why',
        why: 'So that questions reach those who can answer, and so that answers can be trusted and asked about',
        basis:
          'Legitimate interest. You are sent questions only if you have chosen to be asked. Only members see your name',
        kept: 'Until you erase yourself. Questions and answers stay without your name, because others have built on them',
      },
      {
        what: 'The annual meeting: motions you have written, whom you nominate and whether you are nominated (name, e-mail address, party, part of the country, presentation), whether you are a delegate or have a proxy, registration, place in the voting roll, when you asked for the floor, and that you were sent the notice',
        why: 'To call the meeting, let the right people vote and carry out elections, so that the decisions can be trusted',
        basis:
          'Legitimate interest: to hold the meeting as the statutes say (Article 6(1)(f)). A party is shown only if it was given in a nomination to an elected office, and so is public (Article 9(2)(e))',
        kept: 'Registration, requests for the floor and nominations that led to no election: until you erase yourself. Motions, voting roll and elections belong to the minutes and are kept, motions without your name',
      },
      {
        what: 'Consultations and what the association writes: who wrote and commented on the text, and who noted that a municipality or region stands behind it, by virtue of which decision',
        why: 'So that the text can be followed, and so that whoever receives it knows who decided',
        basis: 'Legitimate interest: to speak for the members openly and traceably (Article 6(1)(f))',
        kept: 'Until you erase yourself. Texts, comments and endorsements stay without your name. What has been sent never changes: it names the municipality, the decision and whoever the municipality itself wrote decided',
      },
      {
        what: 'Registration for events: name, e-mail address, organisation, how you take part, answers to the event’s own questions (such as diet and accessibility), who registered you, and the address of your own calendar',
        why: 'To give you a place, send confirmation and reminders, receive you and invoice your organisation',
        basis:
          'Legitimate interest: to carry out what you have registered for (Article 6(1)(f)). Questions on diet and accessibility: consent, you answer if you want to (Article 9(2)(a)). That others in the network see that you took part: only if you have agreed',
        kept: `The answers as many days after the event as the form says, mostly 30. Guests without an account: ${guestYears} years after the event, or until you erase them on the page of your registration. Others: until you erase yourself`,
      },
      {
        what: 'Attendance at events: who was checked in, when and by whom',
        why: 'To know who came, for certificates, and to show members who was there if they agreed',
        basis:
          'Legitimate interest. Being seen by the network is a consent, which you take back in your registration',
        kept: `${gatheringRetention.attendanceYears} years after the event`,
      },
      {
        what: 'Speakers in programmes: name, title, organisation, text and portrait',
        why: 'For participants to know whom they listen to',
        basis: 'Agreement to speak. The portrait is shown with consent, and removed when that is taken back',
        kept: 'As long as the programme is shown. When you erase yourself the name stays, without portrait and without a link to you',
      },
      {
        what: 'Evaluation of events: answers without a name',
        why: 'To make the next meeting better',
        basis:
          'Legitimate interest. Answers are anonymous: they are kept without name, time and tie to the mail with the link',
        kept: `The link works for ${gatheringRetention.evaluationDays} days and once. The answers belong to nobody and stay`,
      },
      {
        what: 'Certificates of training: name, organisation, training and hours',
        why: 'For you to show what you have learnt, also when you change jobs',
        basis: 'Legitimate interest: whoever you show the certificate to can verify it (Article 6.1 f)',
        kept: `${gatheringRetention.certificateYears} years, or until you remove it on My pages. It holds also when you have erased your account`,
      },
      {
        what: 'Comments on drafts of good examples: who is asked, what you write and when; reports of examples',
        why: 'So that examples are better before everyone reads them, and faults are put right',
        basis: 'Legitimate interest. You are asked only if you want to be, by your contact card',
        kept: 'Comments are read by those who write, those they have asked and the secretariat, and are removed three months after the example was published. Reports: 12 months after they were closed',
      },
      {
        what: 'E-mails and letters that we send you, and messages you write through the contact network',
        why: 'So that they arrive, once, and questions about them can be answered',
        basis: 'Legitimate interest. Every kind of letter can be declined',
        kept: `The text ${retention.mailTextDays} days, that it was sent ${retention.mailYears} years, your messages 12 months`,
      },
      {
        what: 'International cooperation projects: who wrote. Visits: that you were asked to receive one, why, and what you answered. Subscriptions to other networks: who began them',
        why: 'To be able to answer questions about the text, and to let visits reach those who know',
        basis: 'Legitimate interest. You are only asked if you have chosen to be',
        kept: `Visits: ${visitRetention.days} days after the visit or after a no. The rest until you delete yourself`,
      },
      {
        what: 'Wishes to visit, from those without an account: name, e-mail address, organisation, country, and what you want to see',
        why: 'To find a member that can receive you, and to answer you',
        basis:
          'Consent: you write it yourself and confirm the address (article 6(1)(a)). You can take the wish back on your page',
        kept: `What you do not confirm: ${visitRetention.confirmHours} hours. Else ${visitRetention.days} days after the visit or after a no`,
      },
      {
        what: 'Following corrections: e-mail address or account, which values, how and where you use them',
        why: 'To tell you when values that you have cited, embedded, downloaded or follow are corrected',
        basis:
          'Consent: you ask for it and confirm (article 6(1)(a)). You stop whenever you like, by the link in every notice',
        kept: `Until you stop. What you never confirm is removed after ${unconfirmedDays} days, as is an address that takes no mail`,
      },
      {
        what: 'What you follow and how often you want mail about it and about questions. Answers that you mail: when they came, the number of the mail and whether they were taken',
        why: 'To show what has happened with those you follow, to write as often as you wish and to take every answer once',
        basis: 'Legitimate interest. You choose what you follow and can decline all mails',
        kept: `Until you change it or erase yourself. That a mail came: ${receivedDays} days. The text of a mail that was not taken is never kept`,
      },
      {
        what: 'Application for membership: name, title and e-mail of who applies and of the coming contacts, views and decisions',
        why: 'To try the application, and to be able to show what the board decided on',
        basis: 'Legitimate interest: to try membership (article 6(1)(f))',
        kept: 'Drafts that are never sent in: 12 months. Applications that were sent in stay as the ground of the decision; what they say about you is removed when you erase yourself',
      },
      {
        what: 'Board meetings: who was present, had a conflict of interest, reserved, was given a task, wrote in the minutes and approved them, and an own calendar address',
        why: 'So that minutes show who decided and who vouches for it',
        basis: 'Legitimate interest: that the decisions of the association can be trusted (article 6.1 f)',
        kept: 'Approved minutes are preserved and never change. The calendar address goes when you erase yourself',
      },
      {
        what: 'Reports of key figures: who answered, sent in, approved, asked and verified',
        why: 'So that colleagues can go on, and to answer questions about a value',
        basis: 'Legitimate interest: that the values are right and can be traced (Article 6.1 f)',
        kept: 'As long as the report exists. Your name is removed when you erase yourself',
      },
      {
        what: 'Key figures and reports: who added an own key figure, answered an invitation or changed the key figures',
        why: 'So that members know whom to ask, and to be able to show that the values are right',
        basis: 'Legitimate interest: traceability (Article 6(1)(f))',
        kept: 'Until you erase yourself. The key figure and its values are the organisation’s and stay without your name',
      },
      {
        what: 'Voting roll and ballots of the annual meeting: which votes you have held, that they were cast, what you voted in open ballots, and votes that were not taken',
        why: 'So that each vote is counted once, and so that anybody can count again',
        basis:
          'Legitimate interest: that decisions are rightly taken (Article 6(1)(f)). What you voted in a secret ballot is not kept together with who you are. Your name in the roll call shows to members only',
        kept: 'As a part of the minutes of the meeting. When you erase yourself, the member’s vote stays without your name',
      },
      {
        what: 'Invoices and payments: e-mail address for invoices, name of the payer, who issued and placed',
        why: 'To be paid, and to keep the books',
        basis: 'Legal obligation: the Swedish Bookkeeping Act (article 6(1)(c))',
        kept: 'Seven years after the end of the financial year (Bookkeeping Act, chapter 7, section 2)',
      },
      {
        what: 'Log of changes: who changed what or started an import, and when',
        why: 'To be able to show that data and decisions are right',
        basis: 'Legitimate interest: traceability (article 6(1)(f))',
        kept: `${retention.auditYears} years. What stood there about you is removed when you erase yourself`,
      },
      {
        what: 'That you have sent a form: which, when and the page that you came to',
        why: 'So that your text is not doubled if you send it again',
        basis: 'Legitimate interest: that what you send is saved once (article 6(1)(f))',
        kept: `${sentDays} days`,
      },
      {
        what: 'IP address, when you fetch a page or try to log in',
        why: 'To send you the page, and to stop those who guess codes or ask the API too often',
        basis: 'Legitimate interest: showing the site and protecting the accounts',
        kept: 'Login attempts are counted for 15 minutes and removed within a day. Questions to the API are counted for a minute. Otherwise the program does not store it',
      },
    ],
    processedNote:
      'Whoever runs the server may keep logs of their own in the network in front of the program. The key figures concern municipalities and regions and hold no personal data.',
    rightsTitle: 'Your rights',
    rights: [
      'You can find out which data we have about you, and get a copy.',
      'You can have errors corrected.',
      'You can object to our use of the data, and ask us to restrict it or to erase them. Sometimes we must keep something, for example in minutes. Then we tell you why.',
    ],
    complaint: privacy,
    demo: 'This is a demonstration. The people shown are made up.',
  },
  sources: {
    title: 'Sources',
    description: 'Where each fact comes from, who published it and which terms hold.',
    lead: 'This is where each fact comes from, and the terms that hold.',
    none: 'No sources are loaded.',
    publisher: 'Publisher',
    covers: 'Content',
    licence: 'Terms',
    retrieved: 'Retrieved',
    address: 'Web site',
    openDataTitle: 'Open data',
    openData: 'Download the data',
  },
}
