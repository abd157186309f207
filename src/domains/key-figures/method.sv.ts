import { localeOf } from '#platform/i18n.ts'
import { workedEffect } from './effect-example.ts'
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

/** One part of the page that tells how everything is reckoned. */
export interface MethodSection {
  /** Anchor on the page, the same in every language. */
  id: string
  heading: string
  paragraphs: string[]
  /** The formula in words, one step a line. */
  formula: string[]
  literature: string[]
}

const l = localeOf('sv')

const sections: MethodSection[] = [
  {
    id: 'ratt-hall',
    heading: 'Rätt håll eller fel håll',
    paragraphs: [
      'Två enstaka år säger lite: det ena kan ha varit ovanligt. Därför ser vi till alla år i perioden och frågar om de senare värdena i stort sett är högre, eller lägre, än de tidigare.',
      `Vi använder Mann–Kendalls test. Det jämför varje värde med alla senare och räknar hur ofta det har stigit och hur ofta det har sjunkit. Är övervikten så stor att slumpen skulle ge den i färre än ${l.percent(significance)} av fallen säger vi att det går åt rätt håll eller fel håll. Annars säger vi oförändrat.`,
      `Testet kräver minst ${fewestForTrend} värden. Med färre säger vi inget. År får saknas och det får vara olika långt mellan dem.`,
      'Vilket håll som är rätt är bestämt för varje nyckeltal: utsläppen ska ner, den ekologiska odlingen upp.',
      'Oförändrat betyder inte att ingenting har hänt. Det betyder att förändringen inte går att skilja från de vanliga svängningarna mellan åren.',
    ],
    formula: [
      'S = antalet par av år där det senare värdet är högre, minus antalet där det är lägre.',
      'Variansen för S = [n(n − 1)(2n + 5) − summan av t(t − 1)(2t + 5)] / 18, där n är antalet värden och t hur många som är lika i varje grupp av lika värden.',
      'Z = S ett steg närmare noll, delat med roten ur variansen.',
      `Trend om sannolikheten för ett så stort Z, uppåt eller nedåt, är under ${l.number(significance, 2)} enligt normalfördelningen och lutningen inte är noll.`,
    ],
    literature: [
      'H. B. Mann: Nonparametric Tests Against Trend. Econometrica 13 (1945), s. 245–259.',
      'M. G. Kendall: Rank Correlation Methods. Griffin, London 1975.',
      'R. O. Gilbert: Statistical Methods for Environmental Pollution Monitoring. Van Nostrand Reinhold, New York 1987, kapitel 16.',
      'US EPA: Data Quality Assessment: Statistical Methods for Practitioners, QA/G-9S. EPA/240/B-06/003, 2006. Vår beräkning ger samma svar som exemplet på s. 109.',
    ],
  },
  {
    id: 'takt',
    heading: 'Hur fort det går',
    paragraphs: [
      'Takten är en förändring per år. Vi räknar ut lutningen mellan varje par av år och tar den mittersta. Ett enstaka konstigt år flyttar den därför knappt alls.',
      'Linjen i diagrammet har den lutningen och läggs så att hälften av värdena hamnar ovanför.',
    ],
    formula: [
      'Takt = medianen av (senare värde − tidigare värde) / (antal år emellan) för alla par av år.',
      'Linjens höjd = medianen av (värde − takt × år).',
    ],
    literature: [
      'H. Theil: A rank-invariant method of linear and polynomial regression analysis. Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen 53 (1950), s. 386–392, 521–525 och 1397–1412.',
      'P. K. Sen: Estimates of the Regression Coefficient Based on Kendall’s Tau. Journal of the American Statistical Association 63 (1968), s. 1379–1389.',
    ],
  },
  {
    id: 'mal',
    heading: 'När målet nås',
    paragraphs: [
      'Finns det ett mål drar vi ut linjen framåt och ser vilket år den når dit. Det är ingen prognos, utan ett svar på frågan: räcker den här takten?',
      `Går det åt fel håll, eller tar det mer än ${furthestAhead} år, säger vi att målet inte nås i den takten. Utan säker trend säger vi inget årtal. Når det senaste värdet redan målet säger vi det.`,
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'ny-metod',
    heading: 'När mätmetoden ändras',
    paragraphs: [
      'Ibland byter statistiken metod eller definition. Då är värden före och efter inte jämförbara. Vi klipper linjen där och säger varför, och varken trend, takt eller plats räknas över klippet.',
      'Värden som avviker från nyckeltalets definition visas, men räknas inte med.',
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'medel',
    heading: 'Medel, median och kvartiler',
    paragraphs: [
      'Föreningen har alltid visat ett medel där varje medlem väger lika. Bredvid det visar vi ett medel vägt efter folkmängd, som säger hur det ser ut för invånarna, och medianen, som inte dras iväg av enstaka höga eller låga värden.',
      `Med färre än ${fewestForMean} värden säger medlet inte mycket. Då talar vi om det.`,
      'Kvartilerna delar de ordnade värdena i fyra lika stora delar. Hälften av alla ligger mellan undre och övre kvartilen.',
      'Ett värde som saknas räknas aldrig som noll.',
    ],
    formula: [
      'Medel = summan av värdena / antalet värden.',
      'Vägt medel = summan av (värde × folkmängd) / summan av folkmängderna.',
      'Kvartil = värdet en fjärdedel, eller tre fjärdedelar, in i den ordnade raden; mellan två värden räknas i proportion (typ 7).',
    ],
    literature: [
      'R. J. Hyndman och Y. Fan: Sample Quantiles in Statistical Packages. The American Statistician 50 (1996), s. 361–365.',
    ],
  },
  {
    id: 'samma',
    heading: 'Samma kommuner båda åren',
    paragraphs: [
      'Alla rapporterar inte varje år. Då kan medlet ändras bara för att andra är med. När vi säger hur mycket medlet har ändrats räknar vi därför enbart dem som har värden både första och sista året, och säger hur många de är.',
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'plats',
    heading: 'Plats i gruppen',
    paragraphs: [
      'Platsen räknas efter årets värde, med det bästa först. De som har samma värde delar plats, och nästa plats hoppas över: 1, 2, 2, 4.',
      '”Bättre än 7 av 10” betyder att minst sju av tio andra i gruppen har ett sämre värde. Vi avrundar alltid nedåt.',
      'Den korta listan visar de tre främsta, din kommun och grannarna närmast över och under. Vi hänger inte ut den som ligger sist.',
    ],
    formula: ['Plats = 1 + antalet som har ett bättre värde.'],
    literature: [],
  },
  {
    id: 'troliga-platser',
    heading: 'Troliga platser',
    paragraphs: [
      'Värden svänger från år till år av skäl som inte har med arbetet att göra: väder, ett stort bygge, hur noga någon räknade. En plats är därför aldrig exakt. ”Plats 12, troligen 9–31” säger hur osäker den är.',
      `Vi tar varje kommuns egna avvikelser från dess egen trendlinje. I ${l.number(usualResampling.rounds)} omgångar får alla sitt värde plus en av sina avvikelser, dragen på måfå, och rangordnas på nytt. Intervallet rymmer platserna från den ${tails.from * 100}:e till den ${tails.to * 100}:e percentilen, och alltid den verkliga platsen.`,
      `Kommuner med färre än ${fewestForTrend} jämförbara värden behåller sitt värde i alla omgångar och får inget intervall. Dragningen görs likadant varje gång, så samma värden ger alltid samma svar.`,
      'Intervallen är hellre för vida än för snäva. Årets värde rymmer redan en svängning och får en till, och en utveckling som inte är rak räknas som svängning.',
    ],
    formula: [
      'Avvikelse = (värde − linjens värde samma år) × roten ur n / (n − 2), eftersom linjen har anpassats till de n värdena med två tal.',
    ],
    literature: [
      'H. Goldstein och D. J. Spiegelhalter: League Tables and Their Limitations. Journal of the Royal Statistical Society A 159 (1996), s. 385–443.',
    ],
  },
  {
    id: 'skilja-at',
    heading: 'När två inte går att skilja åt',
    paragraphs: [
      `Vi jämför alla tänkbara värden för den ena med alla för den andra. Är den ena bättre i minst ${l.percent(sureShare)} av fallen går de att skilja åt. Annars säger vi att de inte gör det, även om de har olika plats.`,
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'liknande',
    heading: 'Liknande kommuner',
    paragraphs: [
      `Programmet föreslår de ${usualNeighbours} kommuner som är mest lika din i folkmängd, invånare per kvadratkilometer och SKR:s kommungrupp. Du kan byta ut dem mot egna.`,
      'Folkmängd och täthet jämförs i logaritmisk skala: från 10 000 till 20 000 invånare är lika långt som från 100 000 till 200 000. Skillnaderna delas med standardavvikelsen bland alla kommuner, så att de väger lika.',
      'Samma kommungrupp ger ingen skillnad, samma huvudgrupp (A, B eller C) en halv och annan huvudgrupp en hel. Regioner har ingen kommungrupp och jämförs bara i folkmängd och täthet.',
    ],
    formula: [
      'Avstånd = roten ur (skillnad i folkmängd² + skillnad i täthet² + skillnad i kommungrupp²). De med minst avstånd väljs.',
    ],
    literature: [],
  },
  {
    id: 'bojd-kurva',
    heading: 'Den böjda kurvan',
    paragraphs: [
      'Bredvid ett gott exempel visar vi vad nyckeltalet gjorde efter åtgärden. Att värdet sjönk räcker inte: det kan ha sjunkit överallt. Därför drar vi bort förändringen i de kommuner som är mest lika och som inte gjorde samma sak. Det kallas skillnad i skillnader.',
      `Vi jämför medlet för de ${windowYears} åren före åtgärden med medlet för de ${windowYears} åren efter. Åtgärdens eget år räknas inte, för då var den på väg. Tre år jämnar ut ett ovanligt år och är ändå nära åtgärden. Minst ${fewestInWindow} av åren måste ha värden på varje sida, annars säger vi inget. Ett metodbyte klipper: inget medel räknas över det.`,
      `De vi jämför med är de ${mostCompared} mest lika (samma mått som för liknande kommuner) som har värden i precis samma år. Den som har ett eget gott exempel på nyckeltalet, eller har sagt ”vi gjorde också så”, är inte med. Är de färre än ${fewestCompared} säger vi inget: då skulle slumpen ge första platsen oftare än en gång på ${Math.round(1 / bendRisk)}.`,
      `Hur säkert det är prövar vi med ett låtsasförsök (placebo). Var och en av de andra får i tur och ordning låtsas vara den som gjorde åtgärden, mot alla övriga. Hamnar den verkliga skillnaden så långt ut att högst ${l.percent(bendRisk)} av alla platser är minst lika bra säger vi att kurvan böjde av åt rätt håll. Hamnar den lika långt ut åt andra hållet böjde den av åt fel håll. Annars gick den inte att skilja från de andras. ”Bättre än 9 av 10 liknande” är andelen låtsasförsök som gick sämre, avrundad nedåt.`,
      'Samma prov görs på åren dessförinnan: de tre före åtgärden mot de tre före dem. Gick kurvan sin egen väg redan då säger vi det, och inte att den böjde av.',
      example(),
      'Det här är ingen förklaring. Metoden antar att kurvorna annars hade följts åt, och det kan ingen veta. Annat kan ha hänt samma år. Andra kan ha gjort samma sak utan att berätta. Den som lyckas berättar oftare än den som misslyckas. Och en god åtgärd kan vara för liten för att synas i en hel kommuns siffror.',
    ],
    formula: [
      'Skillnad = (mitt medel efter − mitt medel före) − medel av (deras medel efter − deras medel före).',
      'Låtsad skillnad för en av de andra = dess förändring − medel av alla övrigas förändring, min medräknad.',
      'Sannolikhet = (1 + antalet låtsade skillnader som är minst lika långt ut åt samma håll) / (1 + antalet jämförda).',
    ],
    literature: [
      'D. Card och A. B. Krueger: Minimum Wages and Employment: A Case Study of the Fast-Food Industry in New Jersey and Pennsylvania. American Economic Review 84 (1994), s. 772–793. Vår beräkning ger samma svar som tabell 3: 2,75 av de avrundade talen, mot tryckta 2,76.',
      'A. Abadie, A. Diamond och J. Hainmueller: Synthetic Control Methods for Comparative Case Studies. Journal of the American Statistical Association 105 (2010), s. 493–505. Därifrån kommer låtsasförsöken.',
      'A. Abadie, A. Diamond och J. Hainmueller: Comparative Politics and the Synthetic Control Method. American Journal of Political Science 59 (2015), s. 495–510. Därifrån kommer provet på åren dessförinnan.',
    ],
  },
  {
    id: 'karta',
    heading: 'Färgerna på kartan',
    paragraphs: [
      'Har nyckeltalet bestämda klasser färgas kartan efter dem. Annars delas värdena i fem lika stora delar, med gränser avrundade till så många decimaler som nyckeltalet visas med. Lika värden får alltid samma färg.',
    ],
    formula: [],
    literature: [],
  },
  {
    id: 'granser',
    heading: 'Det här säger siffrorna inte',
    paragraphs: [
      `Ett test som har fel i ${l.percent(significance)} av fallen ger några felaktiga besked när det görs för många kommuner och nyckeltal.`,
      'Testet utgår från att åren är oberoende av varandra. I verkligheten liknar ett år ofta det förra, och då är osäkerheten något större än vi säger. Serierna är för korta för att rätta till det.',
      'Att det går åt rätt håll säger inte varför. Fråga den som vet: kommunen själv.',
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
  return `Ett räkneexempel: en kommuns medel går från ${one(mine.before)} till ${one(mine.after)}, alltså ${one(mine.change)}. Medlet för ${compared.length} liknande kommuner går från ${one(others.before)} till ${one(others.after)}, alltså ${one(others.change)}. Skillnaden är ${one(mine.change)} − (${one(others.change)}) = ${one(effect.effect)}. När de andra låtsas får den som lyckas bäst ${l.number(best, 2)}. Kommunen är bättre än ${place.better} av ${place.of}, och sannolikheten för en så bra plats är 1 på ${compared.length + 1}, eller ${l.percent(effect.p)}.`
}

/** How the key figures are reckoned, in Swedish. */
export const methodSv = {
  title: 'Så räknar vi',
  description:
    'Hur vi avgör om det går åt rätt håll, hur säker en plats är och vilka kommuner som liknar varandra.',
  lead: 'Siffror kan säga mer än de vet. Här står hur vi räknar, så att du kan kontrollera det och räkna om det själv.',
  /** The language of formulas and literature, which are told in few. */
  toldIn: 'sv',
  contents: 'På sidan',
  formula: 'Räknesätt',
  literature: 'Läs mer',
  sections,
}
