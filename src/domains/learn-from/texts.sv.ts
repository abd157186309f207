import { association } from '#platform/association.ts'
import type { Trait } from './rules.ts'

type Kind = 'municipality' | 'region'

const plural = (kind: Kind) => (kind === 'region' ? 'regioner' : 'kommuner')

/** The texts of this house in Swedish, which is the reference. */
export const sv = {
  menu: 'Lär av',
  title: 'Lär av andra',
  titleOn: (figure: string, name: string) => `Lär av andra: ${figure}, ${name}`,
  description: 'Vilka som liknar din kommun har förbättrats mest, vad de gjorde och vem du kan fråga.',
  lead: 'Se vilka som liknar din kommun och har förbättrats mest i ett nyckeltal, vad de gjorde och vem du kan fråga.',
  mine: 'Din kommun eller region',
  mineHint: 'Skriv namnet, till exempel Falkenberg',
  figure: 'Nyckeltal',
  anyFigure: 'Välj nyckeltal',
  group: 'Lär av',
  show: 'Visa',
  start: {
    title: 'Välj din kommun',
    body: 'Skriv vilken kommun eller region du vill lära för. Då visar vi var den går åt fel håll, och vem som har lyckats bättre.',
  },
  insteadOf: (asked: string, shown: string) =>
    `”${asked}” går inte att välja här. Vi visar ${shown} i stället.`,
  weak: {
    title: (name: string) => `Vad vill ${name} bli bättre på?`,
    lead: 'De här nyckeltalen går åt fel håll. Välj ett och se vem som har lyckats bättre.',
    none: (name: string) =>
      `Inget av nyckeltalen går säkert åt fel håll i ${name}. Välj ett nyckeltal ovan för att lära ändå.`,
    noValues: (name: string) =>
      `${name} har inga värden i nyckeltalen än. Välj ett nyckeltal ovan och se vad andra har gjort.`,
  },
  improved: {
    title: (figure: string) => `De har förbättrats mest: ${figure}`,
    lead: (count: number, tested: number, group: string, figureKind: string) =>
      `${group}: ${count} av ${tested} med tillräckligt många värden har en säker utveckling åt rätt håll. ${figureKind}`,
    up: 'Högre är bättre.',
    down: 'Lägre är bättre.',
    method: 'Så avgör vi vad som är en säker utveckling',
    ownNoValues: (name: string) => `${name} har själv inga värden i nyckeltalet.`,
  },
  suggestion: {
    alike: {
      population: 'folkmängd',
      density: 'täthet',
      group: 'kommungrupp',
    } satisfies Record<Trait, string>,
    isAlike: (name: string, mine: string, traits: string) => `${name} liknar ${mine} i ${traits}`,
    isUnlike: (name: string, mine: string) => `${name} liknar inte ${mine} särskilt mycket`,
    and: ' och ',
    but: ', men ',
    moved: {
      up: (from: string, since: number, to: string, until: number) =>
        `har ökat från ${from} ${since} till ${to} ${until}`,
      down: (from: string, since: number, to: string, until: number) =>
        `har minskat från ${from} ${since} till ${to} ${until}`,
      other: (from: string, since: number, to: string, until: number) =>
        `har gått från ${from} ${since} till ${to} ${until}`,
    },
    pace: (pace: string, p: string) => `, ${pace} per år, en säker utveckling (${p}).`,
    p: (p: string) => `p = ${p}`,
    pBelow: (p: string) => `p < ${p}`,
    chart: (name: string, mine: string) => `${name} och ${mine}`,
    chartAlone: (name: string) => name,
    chartSummary: (name: string, pace: string, since: number) => `${name}: ${pace} per år sedan ${since}.`,
    did: 'Det gjorde de',
    measure: (year: number) => `åtgärd ${year}`,
    didNotTell: (name: string) => `${name} har inte berättat vad de gjorde än.`,
    askTitle: 'Fråga dem',
    knows: 'kan ämnet',
    card: (name: string) => `Fråga ${name}`,
    nobody: (name: string) => `Ingen i ${name} har valt att bli frågad.`,
    notMember: (name: string) =>
      `${name} är inte medlem i ${association.name.sv}, så där finns ingen i kontaktnätet att fråga.`,
    logIn: 'Logga in för att se vem du kan fråga',
  },
  ask: {
    button: (count: number) => (count === 1 ? 'Fråga den som vet' : `Fråga de ${count} som vet`),
    reaches: (names: string) => `Frågan går till ${names}. Du skriver den på nästa sida.`,
    title: (figure: string) => `Hur gjorde ni för att förbättra ${figure}?`,
    person: (name: string, organisation: string) => `${name} (${organisation})`,
  },
  more: {
    title: 'Alla som har förbättrats',
    caption: 'Säker utveckling åt rätt håll, störst förändring per år först',
    name: 'Kommun eller region',
    from: 'Från',
    to: 'Till',
    pace: 'Per år',
    p: 'p-värde',
  },
  empty: {
    title: 'Ingen att lära av här än',
    none: (group: string, tested: number) =>
      tested === 0
        ? `${group}: ingen har tillräckligt många värden för att säga något. Det behövs minst fem.`
        : `${group}: ingen av ${tested} med tillräckligt många värden har en säker utveckling åt rätt håll.`,
    wider: 'Sök bredare:',
    noMine: 'Skriv din kommun eller region ovan, så visar vi vilka som liknar den och har förbättrats mest.',
  },
  examples: {
    all: 'Alla goda exempel på nyckeltalet',
  },
  strengths: {
    title: (name: string) => `Andra kan lära av ${name}`,
    lead: (name: string, kind: Kind) =>
      `I de här nyckeltalen är ${name} bland dem som har förbättrats mest, jämfört med de ${plural(kind)} som är mest lika.`,
    none: (name: string) =>
      `Än så länge är ${name} inte bland dem som har förbättrats mest i något av nyckeltalen, jämfört med dem som är mest lika.`,
    place: (place: number, of: number) =>
      place === 1 ? `mest av ${of} som går att jämföra` : `plats ${place} av ${of} som går att jämföra`,
    line: (from: string, since: number, to: string, until: number, place: string, p: string) =>
      `Från ${from} ${since} till ${to} ${until}: ${place} (${p}).`,
    more: (count: number) => `${count} till`,
    tell: 'Berätta hur ni gjorde',
    draft: 'Skriv klart exemplet',
    read: (title: string) => `Läs exemplet ”${title}”`,
    ofFigure: (link: string, figure: string) => `${link}: ${figure}`,
  },
  waiting: (name: string, figure: string) =>
    `Andra kan lära av ${name}: ${figure} har förbättrats mer än hos de flesta liknande. Berätta hur ni gjorde.`,
  related: {
    title: 'Andra kan lära av',
    note: (pace: string, since: number) => `${pace} per år sedan ${since}`,
    more: 'Lär av andra, och låt andra lära av er',
  },
}

export type Texts = typeof sv
