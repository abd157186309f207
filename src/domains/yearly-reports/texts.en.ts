import { association, ownerName } from '#platform/association.ts'
import type { Texts } from './texts.sv.ts'

/** The same texts in English. */
export const en: Texts = {
  association: association.name.en,
  madeUp:
    'This report holds values that are made up for the demonstration. They are marked “made up” in the text and have hollow points in the charts.',
  known: (day) => `Facts known on ${day}. Later corrections are not included.`,
  oldKnowledge: (day) => `You are reading the report as it stood on ${day}.`,
  toNow: 'Read the report with today’s facts',
  file: 'Download as accessible PDF',
  cite: 'Address of this very report, unchanged by later corrections',
  years: 'Other years',
  noReport: 'There is no yearly report, since there are no values.',
  noYear: (year, years) =>
    years
      ? `There is no report for ${year}. There are reports for ${years}.`
      : `There is no report for ${year}, since there are no values.`,
  summary: 'Summary',
  decision: 'Proposed decision',
  sources: 'Sources',
  method: 'How this report is made',
  page: 'Page {page} of {pages}',
  facts: {
    figure: 'Key figure',
    value: 'Value',
    way: 'Development',
    place: 'Place',
    target: 'Target',
    comparison: 'Comparison',
    ownTarget: 'Own target',
    nationalTarget: 'National target',
    comment: 'Comment',
    source: 'Source',
    note: 'Please note',
    median: 'Median',
    mean: 'Mean',
    count: 'Values',
  },
  value: (amount, year, remarks) => `${amount} in ${year}${remarks ? ` (${remarks})` : ''}.`,
  target: (amount, year) => `${amount} in ${year}.`,
  targetBy: (by) => `According to ${by}.`,
  decidedBy: (decision) => `Decision: ${decision}.`,
  targetMadeUp: 'The target is made up for the demonstration.',
  medianIs: (amount, count) => `The median is ${amount} (${count} values).`,
  reportedBy: (who) => `Reported by ${who}.`,
  breakAt: (year, reason) => `New method from ${year}: ${reason}`,
  chartOf: (figure, name) => `Chart of ${figure}: ${name} and the group it is compared with.`,
  chartOfMembers: (figure) => `Chart of ${figure}: mean and median of the members.`,
  keyMine: (name) => `Solid green line: ${name}. Dashed grey line: mean of the group.`,
  keyMembers: 'Solid green line: mean. Dashed grey line: median.',
  reached: 'reached',
  inTime: (year) => `reached in ${year}`,
  late: (year) => `not reached until ${year}`,
  never: 'not reached at this pace',
  open: 'cannot be said',
  placeOf: (place, count) => `${place}\u00a0of\u00a0${count}`,
  member: {
    title: (name, year) => `Yearly report ${year}: ${name}`,
    description: (name, year) =>
      `Every key figure of ${name} in ${year}: development, comparison, targets and what similar municipalities have done.`,
    lead: (right, total) =>
      total === 0
        ? 'None of the shared key figures has a value. Here are the figures that there are.'
        : `${right} of ${total} shared key figures go the right way.`,
    notMember: (name) => `${name} is not a member. Yearly reports are made for the members.`,
    ways: (total, right, wrong, unchanged, few) =>
      `Of ${total} shared key figures with values, ${right} go the right way and ${wrong} the wrong way. Unchanged: ${unchanged}. Too few values to be judged: ${few}.`,
    step: (figure, from, fromYear, to, toYear) =>
      `The biggest step forward is ${figure}: from ${from} in ${fromYear} to ${to} in ${toYear}.`,
    noStep: 'No key figure goes the right way for certain.',
    weakWrong: (figure, from, fromYear, to, toYear) =>
      `The weak spot is ${figure}, which goes the wrong way: from ${from} in ${fromYear} to ${to} in ${toYear}.`,
    weakBehind: (figure, amount, median) =>
      `The weak spot is ${figure}: ${amount}, while the median is ${median}.`,
    noWeak:
      'No key figure goes the wrong way, or lies on the worse side of the median without getting better.',
    toMedian: (better, total, group) =>
      `${better} of ${total} key figures are better than the median of the group ${group}.`,
    targets: (total, reached, inTime) =>
      `Own and national targets: ${total}. Already reached: ${reached}. Reached in time at the pace so far: ${inTime}.`,
    overview: 'All shared key figures in brief',
    overviewCaption: (name, group) => `${name} compared with the group ${group}`,
    each: 'Key figure by key figure',
    improved: 'Similar municipalities that have improved more',
    improvedRegion: 'Similar regions that have improved more',
    from: (from, fromYear, to, toYear, pace) =>
      `from ${from} in ${fromYear} to ${to} in ${toYear} (${pace} per year).`,
    examples: 'Good examples of other members',
    measure: (year, title) => `${title} (${year}).`,
    example: (title) => `Good example: ${title}.`,
    ask: (people) => `Ask ${people}.`,
    further: 'More figures',
    furtherCaption: 'Figures beside the shared ones',
    without: 'Without a value',
    withoutLead: 'These key figures have no value up to the year:',
    noValue: (figure, reason) => (reason ? `${figure}: ${reason}` : figure),
    proposal: 'A template to change freely and paste into the official letter.',
    board: { municipality: 'The municipal executive board', region: 'The regional executive board' },
    notes: (board, year) => `${board} notes the account of ${ownerName('en')} key figures for ${year}.`,
    assigns: (board, figures) =>
      `${board} instructs the administration to propose measures for ${figures} by [date] at the latest.`,
    setsTargets: (board, figures) =>
      `${board} instructs the administration to propose own targets for ${figures}.`,
  },
  network: {
    title: (year) => `${ownerName('en')} yearly report ${year}`,
    description: (year) =>
      `All members together in ${year}: mean, median and development of every key figure, and who has improved most.`,
    lead: (right, total, members) =>
      `${right} of ${total} shared key figures go the right way for the ${members} municipalities of the network.`,
    ways: (total, right, wrong, unchanged, few) =>
      `The members’ mean goes the right way in ${right} of ${total} shared key figures and the wrong way in ${wrong}. Unchanged: ${unchanged}. Too few values: ${few}.`,
    reports: (reported, members, year) =>
      `${reported} of ${members} member municipalities have given at least one value of their own for ${year}.`,
    step: (figure, change) => `The biggest step forward is ${figure}: ${change}`,
    weak: (figure, change) => `The weak spot is ${figure}: ${change}`,
    overview: 'All shared key figures in brief',
    overviewCaption: 'Mean and median of the member municipalities, and which way the mean goes',
    each: 'Key figure by key figure',
    mean: (mean, median, year, count, members) =>
      `Mean ${mean}, median ${median} in ${year}. ${count} of ${members} have a value.`,
    few: (count, year) => `Only ${count} have a value for ${year}: too few for a mean.`,
    spread: (q1, q3) => `Half lie between ${q1} and ${q3}.`,
    same: (count, from, to, change) =>
      `Among the ${count} with a value both in ${from} and in ${to}, the mean has changed by ${change}.`,
    members: (right, wrong, unchanged, few) =>
      `Going the right way: ${right}, the wrong way: ${wrong}. Unchanged: ${unchanged}. Too few values: ${few}.`,
    targetReached: (reached, count) => `${reached} of ${count} have reached the target.`,
    ownTargets: (count) => `${count} have set a target of their own.`,
    improved: 'Have improved most',
    rows: {
      mean: 'Mean and median',
      spread: 'Spread',
      change: 'Change',
      members: 'The members',
    },
    revisions: 'Corrections in the year',
    revisionsLead: (count, year) =>
      count === 0
        ? `No values were corrected in ${year}.`
        : `${count} ${count === 1 ? 'value was' : 'values were'} corrected in ${year}.`,
    revisionsMore: (shown) => `The latest ${shown}:`,
    revision: (figure, name, year, before, after, why) =>
      `${figure}, ${name} ${year}: ${before} became ${after}. ${why}.`,
    thanks: 'Thanks to those who reported',
    thanksLead: (year) => `These members have given values of their own for ${year}:`,
    thanksNone: (year) => `Nobody has given values of their own for ${year} yet.`,
    thanksMadeUp: 'In the demonstration the values are made up.',
    notes: (year) => `The annual meeting notes the network’s yearly report for ${year}.`,
    proposal: 'A template for the papers of the annual meeting, to change freely.',
  },
  methodText: {
    year: (year) =>
      `For every key figure the report shows the latest value up to ${year}. Values of later years are left out, even if they are known.`,
    trend:
      'Right way, wrong way and unchanged are decided by a statistical test (Mann–Kendall, 5 per cent, at least five values). The pace is the middle one of all slopes between two years (Theil–Sen). Nothing is compared across a change of method.',
    place:
      'The place comes with the places that the usual ups and downs of the years allow (“likely”). Median and mean are unweighted: every municipality weighs the same.',
    summary:
      'The biggest step and the weak spot are compared between key figures by counting the change in widths of the middle half of the group.',
    similar:
      'Similar municipalities are near in population, density and SKR group. Those named go the right way, and faster.',
    group: (group) => `Compared with: ${group}.`,
    members: 'The members are the municipalities that are members on the day that the facts are of.',
    link: 'The whole method',
    licence: 'Our own figures are free to use (CC0 1.0). The sources of others are named below.',
  },
}
