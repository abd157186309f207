import { localeOf } from '#platform/i18n.ts'
import { workedEffect } from './effect-example.ts'
import type { MethodSection, methodSv } from './method.sv.ts'
import {
  bendRisk,
  effectOf,
  fewestCompared,
  fewestInWindow,
  mostCompared,
  windowYears,
} from './rules/effect.ts'
import { tails, usualResampling } from './rules/likely-places.ts'
import { sureShare } from './rules/pairs.ts'
import { usualNeighbours } from './rules/similar.ts'
import { fewestForMean } from './rules/statistics.ts'
import { fewestForTrend, furthestAhead, significance } from './rules/trend.ts'

const l = localeOf('en')

const sections: MethodSection[] = [
  {
    id: 'ratt-hall',
    heading: 'The right way or the wrong way',
    paragraphs: [
      'Two single years say little: one of them may have been unusual. So we look at every year of the period and ask whether the later values are, on the whole, higher or lower than the earlier ones.',
      `We use the Mann–Kendall test. It compares each value with all later ones and counts how often the value has risen and how often it has fallen. If the surplus is so large that chance alone would give it in fewer than ${l.percent(significance)} of cases, we say that it goes the right way or the wrong way. Otherwise we say unchanged.`,
      `The test needs at least ${fewestForTrend} values. With fewer we say nothing. Years may be missing, and the gaps between them may differ.`,
      'Which way is right has been decided for each key figure: emissions should fall, organic farming should grow.',
      'Unchanged does not mean that nothing has happened. It means that the change cannot be told from the usual swings between years.',
    ],
    formula: [
      'S = the number of pairs of years in which the later value is higher, minus the number in which it is lower.',
      'The variance of S = [n(n − 1)(2n + 5) − the sum of t(t − 1)(2t + 5)] / 18, where n is the number of values and t is how many are equal in each group of equal values.',
      'Z = S moved one step towards zero, divided by the root of the variance.',
      `A trend if the probability of so large a Z, up or down, is below ${l.number(significance, 2)} by the normal distribution and the slope is not zero.`,
    ],
    literature: [
      'H. B. Mann: Nonparametric Tests Against Trend. Econometrica 13 (1945), pp. 245–259.',
      'M. G. Kendall: Rank Correlation Methods. Griffin, London 1975.',
      'R. O. Gilbert: Statistical Methods for Environmental Pollution Monitoring. Van Nostrand Reinhold, New York 1987, chapter 16.',
      'US EPA: Data Quality Assessment: Statistical Methods for Practitioners, QA/G-9S. EPA/240/B-06/003, 2006. Our calculation gives the same answer as the example on p. 109.',
    ],
  },
  {
    id: 'takt',
    heading: 'How fast it goes',
    paragraphs: [
      'The pace is a change per year. We work out the slope between every pair of years and take the middle one. A single odd year therefore hardly moves it.',
      'The line in the chart has that slope and is placed so that half of the values lie above it.',
    ],
    formula: [
      'Pace = the median of (later value − earlier value) / (years between them) for all pairs of years.',
      'Height of the line = the median of (value − pace × year).',
    ],
    literature: [
      'H. Theil: A rank-invariant method of linear and polynomial regression analysis. Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen 53 (1950), pp. 386–392, 521–525 and 1397–1412.',
      'P. K. Sen: Estimates of the Regression Coefficient Based on Kendall’s Tau. Journal of the American Statistical Association 63 (1968), pp. 1379–1389.',
    ],
  },
  {
    id: 'mal',
    heading: 'When the target is reached',
    paragraphs: [
      'Where there is a target we extend the line and see which year it gets there. This is not a forecast but an answer to the question: is this pace enough?',
      `If it goes the wrong way, or takes more than ${furthestAhead} years, we say that the target is not reached at that pace. Without a clear trend we give no year. If the latest value already meets the target, we say so.`,
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'ny-metod',
    heading: 'When the method changes',
    paragraphs: [
      'Sometimes the statistics change their method or definition. Values before and after are then not comparable. We cut the line there and say why, and neither trend, pace nor place is worked out across the cut.',
      'Values that deviate from the definition of the key figure are shown but not counted.',
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'medel',
    heading: 'Mean, median and quartiles',
    paragraphs: [
      'The association has always shown a mean in which every member weighs the same. Beside it we show a mean weighted by population, which tells how things are for the inhabitants, and the median, which is not pulled away by a few high or low values.',
      `With fewer than ${fewestForMean} values a mean does not say much. Then we tell you so.`,
      'The quartiles divide the ordered values into four equal parts. Half of all lie between the lower and the upper quartile.',
      'A missing value never counts as zero.',
    ],
    formula: [
      'Mean = the sum of the values / the number of values.',
      'Weighted mean = the sum of (value × population) / the sum of the populations.',
      'Quartile = the value a quarter, or three quarters, of the way along the ordered row; between two values it is worked out in proportion (type 7).',
    ],
    literature: [
      'R. J. Hyndman and Y. Fan: Sample Quantiles in Statistical Packages. The American Statistician 50 (1996), pp. 361–365.',
    ],
  },
  {
    id: 'samma',
    heading: 'The same municipalities both years',
    paragraphs: [
      'Not everyone reports every year. The mean may then change only because others take part. So when we say how much the mean has changed, we count only those that have values both the first and the last year, and say how many they are.',
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'plats',
    heading: 'Place in the group',
    paragraphs: [
      'The place follows the value of the year, best first. Those with the same value share a place, and the next place is skipped: 1, 2, 2, 4.',
      '“Better than 7 of 10” means that at least seven in ten of the others in the group have a worse value. We always round down.',
      'The short list shows the top three, your municipality and its neighbours just above and below. We do not put the last one on show.',
    ],
    formula: ['Place = 1 + the number that have a better value.'],
    literature: [],
  },
  {
    id: 'troliga-platser',
    heading: 'Likely places',
    paragraphs: [
      'Values swing from year to year for reasons that have nothing to do with the work: weather, a large building project, how carefully someone counted. So a place is never exact. “Place 12, likely 9–31” says how uncertain it is.',
      `We take each municipality’s own deviations from its own trend line. In ${l.number(usualResampling.rounds)} rounds everyone gets its value plus one of its deviations, drawn at random, and all are ranked anew. The interval holds the places from the ${tails.from * 100}th to the ${tails.to * 100}th percentile, and always the actual place.`,
      `Municipalities with fewer than ${fewestForTrend} comparable values keep their value in every round and get no interval. The draw is the same every time, so the same values always give the same answer.`,
      'The intervals are too wide rather than too narrow. The value of the year already holds one swing and is given another, and a development that is not straight counts as swings.',
    ],
    formula: [
      'Deviation = (value − value of the line the same year) × the root of n / (n − 2), since the line has been fitted to the n values with two numbers.',
    ],
    literature: [
      'H. Goldstein and D. J. Spiegelhalter: League Tables and Their Limitations. Journal of the Royal Statistical Society A 159 (1996), pp. 385–443.',
    ],
  },
  {
    id: 'skilja-at',
    heading: 'When two cannot be told apart',
    paragraphs: [
      `We compare every conceivable value of one with every one of the other. If one of them is better in at least ${l.percent(sureShare)} of cases, they can be told apart. Otherwise we say that they cannot, even if their places differ.`,
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'liknande',
    heading: 'Similar municipalities',
    paragraphs: [
      `The program suggests the ${usualNeighbours} municipalities most like yours in population, inhabitants per square kilometre and the municipality group of SALAR, the association of local authorities. You can replace them with your own choice.`,
      'Population and density are compared on a logarithmic scale: from 10,000 to 20,000 inhabitants is as far as from 100,000 to 200,000. The differences are divided by the standard deviation among all municipalities, so that they weigh the same.',
      'The same municipality group makes no difference, the same main group (A, B or C) half a step and another main group a whole one. Regions have no municipality group and are compared by population and density alone.',
    ],
    formula: [
      'Distance = the root of (difference in population² + difference in density² + difference in group²). Those with the smallest distance are chosen.',
    ],
    literature: [],
  },
  {
    id: 'bojd-kurva',
    heading: 'The bent curve',
    paragraphs: [
      'Beside a good example we show what the key figure did after the measure. That the value fell is not enough: it may have fallen everywhere. So we take away the change in the municipalities that are most alike and did not do the same. This is called difference in differences.',
      `We compare the mean of the ${windowYears} years before the measure with the mean of the ${windowYears} years after. The year of the measure itself does not count, since it was then on its way. Three years even out an unusual one and are still near the measure. At least ${fewestInWindow} of the years must have values on each side, or we say nothing. A change of method cuts: no mean is taken across it.`,
      `Those we compare with are the ${mostCompared} most alike (by the measure for similar municipalities) that have values in the very same years. Those with a good example of their own on the key figure, or that have said “we did this too”, are left out. If they are fewer than ${fewestCompared} we say nothing: chance would then give the first place more often than one time in ${Math.round(1 / bendRisk)}.`,
      `How certain that is we try by a placebo test. Each of the others in turn pretends to be the one that took the measure, against all the rest. If the real difference lies so far out that at most ${l.percent(bendRisk)} of all places are at least as good, we say that the curve bent the right way. If it lies as far out on the other side, it bent the wrong way. Otherwise it could not be told apart from those of the others. “Better than 9 of 10 similar ones” is the share of the pretended ones that did worse, rounded down.`,
      'The same test is made on the years before: the three before the measure against the three before those. If the curve went its own way already then, we say so, and not that it bent.',
      example(),
      'This explains nothing. The method assumes that the curves would otherwise have gone along with each other, and nobody can know that. Other things may have happened in the same years. Others may have done the same without telling. Those who succeed tell more often than those who fail. And a good measure may be too small to show in the figures of a whole municipality.',
    ],
    formula: [
      'Difference = (my mean after − my mean before) − the mean of (their mean after − their mean before).',
      'Pretended difference of one of the others = its change − the mean of the changes of all the rest, mine included.',
      'Probability = (1 + the number of pretended differences at least as far out on the same side) / (1 + the number compared with).',
    ],
    literature: [
      'D. Card and A. B. Krueger: Minimum Wages and Employment: A Case Study of the Fast-Food Industry in New Jersey and Pennsylvania. American Economic Review 84 (1994), pp. 772–793. Our calculation gives the same answer as table 3: 2.75 from the rounded numbers, against 2.76 in print.',
      'A. Abadie, A. Diamond and J. Hainmueller: Synthetic Control Methods for Comparative Case Studies. Journal of the American Statistical Association 105 (2010), pp. 493–505. The placebo test is theirs.',
      'A. Abadie, A. Diamond and J. Hainmueller: Comparative Politics and the Synthetic Control Method. American Journal of Political Science 59 (2015), pp. 495–510. The test on the years before is theirs.',
    ],
  },
  {
    id: 'karta',
    heading: 'The colours of the map',
    paragraphs: [
      'If the key figure has decided classes, the map is coloured by them. Otherwise the values are divided into five equal parts, with limits rounded to as many decimals as the key figure is shown with. Equal values always get the same colour.',
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'granser',
    heading: 'What the figures do not say',
    paragraphs: [
      `A test that is wrong in ${l.percent(significance)} of cases gives some wrong answers when it is made for many municipalities and key figures.`,
      'The test assumes that the years do not depend on each other. In reality one year often resembles the one before, and the uncertainty is then somewhat larger than we say. The series are too short to correct for it.',
      'That something goes the right way does not say why. Ask those who know: the municipality itself.',
    ],
    formula: [],
    literature: [],
  },
]

/** Reckoned by the rule itself, so that the page can never say anything else than the program does. */
function example(): string {
  const effect = effectOf(workedEffect)
  if (effect.kind === 'unknown') return ''
  const { mine, others, compared, place } = effect
  const best = Math.min(...compared.map((one) => one.effect))
  const one = (value: number) => l.number(value, 1)
  return `A worked example: the mean of a municipality goes from ${one(mine.before)} to ${one(mine.after)}, that is ${one(mine.change)}. The mean of ${compared.length} similar municipalities goes from ${one(others.before)} to ${one(others.after)}, that is ${one(others.change)}. The difference is ${one(mine.change)} − (${one(others.change)}) = ${one(effect.effect)}. When the others pretend, the one that does best gets ${l.number(best, 2)}. The municipality is better than ${place.better} of ${place.of}, and the probability of so good a place is 1 in ${compared.length + 1}, or ${l.percent(effect.p)}.`
}

/** How the key figures are reckoned, in English. */
export const methodEn: typeof methodSv = {
  title: 'How we work it out',
  description:
    'How we decide whether things go the right way, how certain a place is and which municipalities resemble each other.',
  lead: 'Figures can claim more than they know. This is how we work them out, so that you can check it and do it yourself.',
  toldIn: 'en',
  contents: 'On this page',
  formula: 'Calculation',
  literature: 'Read more',
  sections,
}
