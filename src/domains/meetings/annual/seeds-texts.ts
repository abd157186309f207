import type { GivenProposal } from '#domains/fees/index.ts'
import type { ItemKind } from '../tables.ts'
import type { MotionOutcome, Post, ProposalKind } from './tables.ts'

/** Where and when a made-up meeting is held. */
interface Place {
  heldOn: string
  time: string
  place: string
  onlineAddress: string
}

/** What a demonstration makes up of its annual meetings: one that was held, and the next one being prepared. */
export interface AnnualStory {
  /** Since when every other seat of the board is taken, so that there are some to fill. */
  earlierTerm: string
  held: Place & {
    ends: string
    calledOn: string
    documentsOn: string
    /** The place in the list is the paragraph. */
    decisions: {
      title: string
      decision: string
      outcome?: string | undefined
      kind?: ItemKind | undefined
    }[]
  }
  next: Place & {
    motions: MadeUpMotion[]
    proposals: { kind: ProposalKind; title: string; text: string }[]
    fee: Omit<GivenProposal, 'reason' | 'madeUp'>
    /** Another time for motions, in days and in the words of the paragraph. */
    statutes: { id: string; days: number; words: [from: string, to: string][] }
    keyFigureSet: string | null
    candidates: MadeUpCandidate[]
  }
}

interface MadeUpMotion {
  code: string
  title: string
  text: string
  demands: string[]
  opinion: MotionOutcome | null
  opinionText: string
}

interface MadeUpCandidate {
  post: Post
  name: string
  party: string
  partOfCountry: string
  organisationCode: string | null
  presentation: string
  proposed: boolean
}

const decisions: AnnualStory['held']['decisions'] = [
  { title: 'Mötet öppnas', decision: 'Styrelsens ordförande öppnar mötet.', kind: 'formality' },
  { title: 'Val av ordförande för mötet', decision: 'Årsmötet väljer Gun Wester.', kind: 'formality' },
  { title: 'Val av sekreterare för mötet', decision: 'Årsmötet väljer Annika Strand.', kind: 'formality' },
  {
    title: 'Val av 2 justerare, som också räknar röster',
    decision: 'Årsmötet väljer Bo Ekdahl och Siv Malm.',
    kind: 'formality',
  },
  { title: 'Röstlängden fastställs', decision: 'Röstlängden fastställs med 60 röster.', kind: 'formality' },
  {
    title: 'Har mötet kallats i rätt tid?',
    decision: 'Kallelsen skickades den 24 mars. Mötet är kallat enligt stadgarna.',
    kind: 'formality',
  },
  { title: 'Dagordningen fastställs', decision: 'Dagordningen fastställs.', kind: 'formality' },
  { title: 'Styrelsens verksamhetsberättelse', decision: 'Berättelsen läggs till handlingarna.' },
  { title: 'Revisorernas berättelse', decision: 'Berättelsen läggs till handlingarna.' },
  {
    title: 'Resultaträkning och balansräkning fastställs',
    decision: 'Räkningarna fastställs.',
    outcome: 'adopt',
  },
  {
    title: 'Ansvarsfrihet för styrelsen',
    decision: 'Styrelsen beviljas ansvarsfrihet för 2025.',
    outcome: 'adopt',
  },
  {
    title: 'Avgiften 2027',
    decision: 'Avgiften är oförändrad: 4 000 kronor och 30 öre för varje invånare, högst 150 000 invånare.',
    outcome: 'adopt',
  },
  { title: 'Verksamhetsplan 2026–2027', decision: 'Verksamhetsplanen antas.', outcome: 'adopt' },
  { title: 'Budget 2027', decision: 'Budgeten antas.', outcome: 'adopt' },
  {
    title: 'Motion från Helsingborg: Gemensam upphandling av laddplatser',
    decision: 'Motionen anses besvarad. Kansliet samlar erfarenheter och återkommer.',
    outcome: 'answered',
  },
  {
    title: 'Val av ledamöter och ersättare i styrelsen',
    decision: 'Årsmötet väljer enligt valberedningens förslag.',
    outcome: 'elected',
    kind: 'election',
  },
  {
    title: 'Val av revisorer och valberedning',
    decision: 'Årsmötet väljer enligt valberedningens förslag.',
    outcome: 'elected',
    kind: 'election',
  },
  { title: 'Övriga frågor', decision: 'Inga frågor väcks.', kind: 'information' },
  { title: 'Mötet avslutas', decision: 'Mötets ordförande avslutar mötet.', kind: 'formality' },
]

const motions: MadeUpMotion[] = [
  {
    code: '1382',
    title: 'Vägledning för klimatbudget',
    text: '## Bakgrund\n\nFlera medlemmar har börjat med klimatbudget, var och en på sitt sätt. Vi lägger mycket tid på att uppfinna samma sak.\n\n## Vad vi vill\n\nFöreningen kan samla det som finns och visa hur de gemensamma nyckeltalen används i en klimatbudget.',
    demands: [
      'att föreningen tar fram en vägledning för klimatbudget under 2027',
      'att vägledningen utgår från de gemensamma nyckeltalen',
    ],
    opinion: 'adopt',
    opinionText: 'Styrelsen ser samma behov. Arbetet ryms i verksamhetsplanen.',
  },
  {
    code: '2518',
    title: 'Årsmötet på två orter',
    text: 'Resan till årsmötet är lång för många. Vi vill pröva att hålla mötet på två orter samtidigt, en i norr och en i söder, med bild och ljud mellan dem.',
    demands: ['att årsmötet 2028 hålls på två orter samtidigt'],
    opinion: 'answered',
    opinionText: 'Det går redan att delta på nätet. Styrelsen prövar hellre lokala träffar kring sändningen.',
  },
  {
    code: '1080',
    title: 'Nyckeltal om biologisk mångfald',
    text: 'Nyckeltalen säger mycket om klimat men lite om natur. Det finns uppgifter som alla kommuner redan samlar in.',
    demands: [
      'att styrelsen tar fram ett förslag till nyckeltal om biologisk mångfald',
      'att förslaget läggs fram på årsmötet 2028',
    ],
    opinion: null,
    opinionText: '',
  },
]

const reasonForFee =
  'Avgiften har varit densamma i många år medan kostnaderna har stigit. Styrelsen föreslår en högre fast avgift och två öre mer för varje invånare. Regionerna får en lägre avgift för varje invånare, för att de oftare har kommuner som redan är medlemmar.'
const reasonForStatutes =
  'Motioner ska i dag komma in åtta veckor före mötet, innan de flesta nämnder har haft sitt andra möte för året. Med sex veckor hinner fler medlemmar förankra sina motioner.'

const proposals: AnnualStory['next']['proposals'] = [
  {
    kind: 'activity-plan',
    title: 'Verksamhetsplan 2027–2028',
    text: '## Tre saker vi gör mer av\n\n- Nätverksträffar på nätet varje månad\n- Stöd till den som är ny som kontaktperson\n- Goda exempel med mätbar effekt\n\n## Två saker vi gör klart\n\n- Den gemensamma rapporteringen av nyckeltal\n- Kunskapsbanken på engelska',
  },
  {
    kind: 'budget',
    title: 'Budget 2028',
    text: '## Intäkter och kostnader, kronor\n\n- Avgifter: 1 270 000\n- Seminarier: 180 000\n- Kansli: 930 000\n- Möten och resor: 310 000\n- Information: 190 000\n- Resultat: 20 000',
  },
  { kind: 'fee', title: 'Avgiften 2028', text: reasonForFee },
  {
    kind: 'key-figure-set',
    title: 'Nyckeltalen från 2027',
    text: 'Uppsättningen behåller de nyckeltal som medlemmarna använder mest, och byter till de beräkningar av växthusgaser och ekologiska livsmedel som beslutades 2023.',
  },
  { kind: 'statutes', title: 'Ändrad tid för motioner', text: reasonForStatutes },
]

const candidates: MadeUpCandidate[] = [
  {
    post: 'chair',
    name: 'Lovisa Tornberg',
    party: 'C',
    partOfCountry: 'mellersta',
    organisationCode: '1490',
    presentation: 'Kommunalråd som har lett arbetet med cirkulär ekonomi sedan 2019.',
    proposed: true,
  },
  {
    post: 'member',
    name: 'Jens Lundmark',
    party: 'S',
    partOfCountry: 'norra',
    organisationCode: '2518',
    presentation: 'Ordförande i miljönämnden, skogsbrukare.',
    proposed: true,
  },
  {
    post: 'member',
    name: 'Hanna Wikström',
    party: 'MP',
    partOfCountry: 'sodra',
    organisationCode: '1283',
    presentation: 'Arbetar med stadsplanering och cykeltrafik.',
    proposed: true,
  },
  {
    post: 'member',
    name: 'Rickard Sundin',
    party: 'M',
    partOfCountry: 'mellersta',
    organisationCode: '0381',
    presentation: 'Har varit kontaktpolitiker i sex år.',
    proposed: true,
  },
  {
    post: 'member',
    name: 'Noor Hakimi',
    party: 'L',
    partOfCountry: 'sodra',
    organisationCode: '1080',
    presentation: 'Lärare och ordförande i utbildningsnämnden.',
    proposed: false,
  },
  {
    post: 'substitute',
    name: 'Elsa Bergqvist',
    party: 'KD',
    partOfCountry: 'norra',
    organisationCode: '2281',
    presentation: 'Ny i nämnden, brinner för maten i skolan.',
    proposed: true,
  },
  {
    post: 'auditor',
    name: 'Gerd Wallgren',
    party: '',
    partOfCountry: '',
    organisationCode: null,
    presentation: 'Omval.',
    proposed: true,
  },
]

/** The meetings of the association that the clone brings. */
export const ourMeetings: AnnualStory = {
  earlierTerm: '2025-04-24',
  held: {
    heldOn: '2026-04-28',
    time: '10:30',
    ends: '14:45',
    place: 'Rådhuset, Borås',
    onlineAddress: 'https://mote.example/arsmote-2026',
    calledOn: '2026-03-24',
    documentsOn: '2026-04-10',
    decisions,
  },
  next: {
    heldOn: '2027-04-27',
    time: '10:00',
    place: 'Konserthuset, Karlskrona',
    onlineAddress: 'https://mote.example/arsmote-2027',
    motions,
    proposals,
    fee: {
      year: 2028,
      fixedOre: 450_000,
      municipalityRateOre: 32,
      regionRateOre: 20,
      capInhabitants: 150_000,
      populationYear: 2026,
      joining: 'by-month',
      leaving: 'whole-year',
      observerPercent: 100,
      dueDays: 30,
    },
    statutes: {
      id: 'forslag-2027',
      days: 42,
      words: [
        ['åtta veckor', 'sex veckor'],
        ['eight weeks', 'six weeks'],
      ],
    },
    keyFigureSet: '2027',
    candidates,
  },
}
