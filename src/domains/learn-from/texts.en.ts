import { association } from '#platform/association.ts'
import type { Texts } from './texts.sv.ts'

/** The texts of this house in English. */
export const en: Texts = {
  menu: 'Learn from',
  title: 'Learn from others',
  titleOn: (figure, name) => `Learn from others: ${figure}, ${name}`,
  description: 'Who among those like your municipality has improved most, what they did and whom to ask.',
  lead: 'See who among those like your municipality has improved most in a key figure, what they did and whom to ask.',
  mine: 'Your municipality or region',
  mineHint: 'Write the name, such as Falkenberg',
  figure: 'Key figure',
  anyFigure: 'Choose a key figure',
  group: 'Learn from',
  show: 'Show',
  start: {
    title: 'Choose your municipality',
    body: 'Write which municipality or region you want to learn for. Then we show where it goes the wrong way, and who has done better.',
  },
  insteadOf: (asked, shown) => `“${asked}” cannot be chosen here. We show ${shown} instead.`,
  weak: {
    title: (name) => `What does ${name} want to improve?`,
    lead: 'These key figures go the wrong way. Choose one and see who has done better.',
    none: (name) =>
      `None of the key figures goes the wrong way for certain in ${name}. Choose one above to learn anyway.`,
    noValues: (name) =>
      `${name} has no values in the key figures yet. Choose one above and see what others have done.`,
  },
  improved: {
    title: (figure) => `They have improved most: ${figure}`,
    lead: (count, tested, group, figureKind) =>
      `${group}: ${count} of ${tested} with enough values go the right way for certain. ${figureKind}`,
    up: 'Higher is better.',
    down: 'Lower is better.',
    method: 'How we decide what is a certain development',
    ownNoValues: (name) => `${name} itself has no values in this key figure.`,
  },
  suggestion: {
    alike: { population: 'population', density: 'density', group: 'kind of municipality' },
    isAlike: (name, mine, traits) => `${name} resembles ${mine} in ${traits}`,
    isUnlike: (name, mine) => `${name} does not resemble ${mine} much`,
    and: ' and ',
    but: ', but ',
    moved: {
      up: (from, since, to, until) => `has risen from ${from} in ${since} to ${to} in ${until}`,
      down: (from, since, to, until) => `has fallen from ${from} in ${since} to ${to} in ${until}`,
      other: (from, since, to, until) => `has gone from ${from} in ${since} to ${to} in ${until}`,
    },
    pace: (pace, p) => `, ${pace} a year, a certain development (${p}).`,
    p: (p) => `p = ${p}`,
    pBelow: (p) => `p < ${p}`,
    chart: (name, mine) => `${name} and ${mine}`,
    chartAlone: (name) => name,
    chartSummary: (name, pace, since) => `${name}: ${pace} a year since ${since}.`,
    did: 'What they did',
    measure: (year) => `measure in ${year}`,
    didNotTell: (name) => `${name} has not told what they did yet.`,
    askTitle: 'Ask them',
    knows: 'knows the subject',
    card: (name) => `Ask ${name}`,
    nobody: (name) => `Nobody in ${name} has chosen to be asked.`,
    notMember: (name) =>
      `${name} is not a member of ${association.name.en}, so there is nobody in the contact network to ask.`,
    logIn: 'Log in to see whom you can ask',
  },
  ask: {
    button: (count) => (count === 1 ? 'Ask the one who knows' : `Ask the ${count} who know`),
    reaches: (names) => `The question goes to ${names}. You write it on the next page.`,
    title: (figure) => `How did you improve ${figure}?`,
    person: (name, organisation) => `${name} (${organisation})`,
  },
  more: {
    title: 'Everyone who has improved',
    caption: 'Certain development the right way, the largest change a year first',
    name: 'Municipality or region',
    from: 'From',
    to: 'To',
    pace: 'A year',
    p: 'p-value',
  },
  empty: {
    title: 'Nobody to learn from here yet',
    none: (group, tested) =>
      tested === 0
        ? `${group}: nobody has enough values to say anything. At least five are needed.`
        : `${group}: none of the ${tested} with enough values goes the right way for certain.`,
    wider: 'Look wider:',
    noMine: 'Write your municipality or region above, and we show who resembles it and has improved most.',
  },
  examples: {
    all: 'All good examples on this key figure',
  },
  strengths: {
    title: (name) => `Others can learn from ${name}`,
    lead: (name, kind) =>
      `In these key figures ${name} is among those that have improved most, compared with the ${kind === 'region' ? 'regions' : 'municipalities'} that are most alike.`,
    none: (name) =>
      `So far ${name} is not among those that have improved most in any of the key figures, compared with those most alike.`,
    place: (place, of) =>
      place === 1 ? `most of ${of} that can be compared` : `place ${place} of ${of} that can be compared`,
    line: (from, since, to, until, place, p) =>
      `From ${from} in ${since} to ${to} in ${until}: ${place} (${p}).`,
    more: (count) => `${count} more`,
    tell: 'Tell how you did it',
    draft: 'Finish the example',
    read: (title) => `Read the example “${title}”`,
    ofFigure: (link, figure) => `${link}: ${figure}`,
  },
  waiting: (name, figure) =>
    `Others can learn from ${name}: ${figure} has improved more than in most of those alike. Tell how you did it.`,
  related: {
    title: 'Others can learn from',
    note: (pace, since) => `${pace} a year since ${since}`,
    more: 'Learn from others, and let others learn from you',
  },
}
