import { association } from '#platform/association.ts'
import type { Texts } from './texts.ts'

/** What somebody follows, in English. */
export const en: Texts = {
  page: {
    title: 'What you follow',
    lead: 'What happens with these municipalities, regions and key figures stands under “What has happened” on My pages.',
    organisations: 'Municipalities and regions',
    figures: 'Key figures',
    noOrganisations: 'You follow no municipality or region.',
    noFigures: 'You follow no key figure.',
    own: 'Your organisation, followed from the start',
    stop: 'Stop following',
    add: 'Follow more',
    organisation: 'Municipality or region',
    figure: 'Key figure',
    choose: 'Choose a key figure',
    follow: 'Follow',
    corrections: 'Do you want a mail when a value that you have used is corrected?',
    correctionsLink: 'See which values you watch',
    notices: {
      foljer: 'You now follow what you chose.',
      slutat: 'You have stopped following.',
      sparat: 'Your choice is saved.',
    },
  },
  mail: {
    legend: 'Do you want what has happened by mail?',
    options: {
      never: 'No, I read it on My pages',
      daily: 'Every day',
      weekly: 'Every Monday',
    },
    save: 'Save',
  },
  errors: {
    'organisation-unknown': 'No municipality or region has that name. Choose one from the list.',
    'figure-unknown': 'Choose a key figure from the list.',
  },
  digest: {
    subject: (count) =>
      count === 1
        ? 'One thing has happened with what you follow'
        : `${count} things have happened with what you follow`,
    greeting: (name) => `Hello ${name},`,
    lead: 'This has happened with what you follow since the last mail.',
    more: (count) => `And ${count} more. Everything stands on My pages.`,
    madeUp: 'made up',
    button: 'Open My pages',
    why: 'You get this mail because you chose it on My pages.',
    manage: (href) => `Change what you follow and how often you get mail: ${href}`,
    stop: (href) => `No more of these mails? ${href}`,
    from: association.name.en,
  },
  unsubscribe: {
    title: 'Mail about what you follow',
    ask: 'Do you want no more mail about what you follow? Everything stays on My pages.',
    button: 'Yes, send me no more',
    done: 'You will get no more mail about what you follow. It still stands on My pages.',
    broken: 'The link is broken. Copy the whole address from the mail.',
  },
}
