import type { ItemKind } from '../tables.ts'
import type { MotionOutcome, Post, ProposalKind } from './tables.ts'

/** What the made-up meeting of 2026 decided; the place in the list is the paragraph. */
export const decisions: { title: string; decision: string; outcome?: string; kind?: ItemKind }[] = [
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

export const motions: {
  code: string
  title: string
  text: string
  demands: string[]
  opinion: MotionOutcome | null
  opinionText: string
}[] = [
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

export const reasonForFee =
  'Avgiften har varit densamma i många år medan kostnaderna har stigit. Styrelsen föreslår en högre fast avgift och två öre mer för varje invånare. Regionerna får en lägre avgift för varje invånare, för att de oftare har kommuner som redan är medlemmar.'
export const reasonForStatutes =
  'Motioner ska i dag komma in åtta veckor före mötet, innan de flesta nämnder har haft sitt andra möte för året. Med sex veckor hinner fler medlemmar förankra sina motioner.'

export const proposals: { kind: ProposalKind; title: string; text: string }[] = [
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

export const candidates: {
  post: Post
  name: string
  party: string
  partOfCountry: string
  organisationCode: string | null
  presentation: string
  proposed: boolean
}[] = [
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
