import { association } from '#platform/association.ts'
import type { QuestionKind, StandardQuestion } from './rules.ts'

export const sv = {
  standard: {
    useful: 'Jag fick med mig något som jag kan använda.',
    speakers: 'De medverkande var bra.',
    arranged: 'Arrangemanget fungerade: information, plats, teknik och tider.',
    recommend: 'Jag skulle råda en kollega att delta.',
    best: 'Vad var bäst?',
    better: 'Vad kan vi göra bättre?',
  } satisfies Record<StandardQuestion, string> as Record<StandardQuestion, string>,
  marks: ['Stämmer inte alls', 'Stämmer dåligt', 'Stämmer delvis', 'Stämmer bra', 'Stämmer helt'],
  sheet: {
    title: 'Vad tyckte du?',
    lead: (event: string) => `Om ${event}. Det tar två minuter. Hoppa över det du vill.`,
    anonymous:
      'Du svarar anonymt. Svaren sparas utan namn och tid, och ingen kan se vad just du svarade. Skriv därför inget som pekar ut dig eller någon annan.',
    send: 'Skicka svaren',
    thanks: 'Tack!',
    thanksLead: 'Svaren är sparade, utan ditt namn. Länken går inte att använda igen.',
    gone: 'Länken är använd, eller så har tiden gått ut. Svaren går inte att öppna igen, just för att de är anonyma.',
  },
  office: {
    title: 'Utvärdering',
    lead: (event: string) => `Fråga dem som var med på ${event} vad de tyckte.`,
    standard: 'Alla evenemang frågar',
    own: 'Egna frågor',
    ownHint: (most: string) => `Högst ${most}. Lämna tomt det du inte behöver.`,
    number: (number: string) => `Fråga ${number}`,
    sv: 'På svenska',
    en: 'På engelska',
    kind: 'Besvaras med',
    kinds: { mark: 'Betyg från 1 till 5', words: 'Egna ord' } satisfies Record<
      QuestionKind,
      string
    > as Record<QuestionKind, string>,
    start: 'Fråga deltagarna',
    save: 'Spara frågorna',
    drop: 'Avstå från att fråga',
    off: 'Deltagarna får ingen utvärdering än. När du har sparat får de den dagen efter evenemanget.',
    planned:
      'Frågan skickas dagen efter evenemanget till dem som var incheckade. Om ingen checkades in går den till alla som hade plats.',
    open: (answered: string, day: string) =>
      `${answered} har svarat. Det går att svara till och med ${day}. Resultatet visas när tiden är ute, så att ingen kan se vem som svarade vad.`,
    closed: (answered: string) => `${answered} svarade.`,
    few: (fewest: string) =>
      `För få svar för att visas. Under ${fewest} svar går det att gissa vem som skrev vad.`,
    results: 'Resultat',
    mark: 'Betyg',
    count: 'Svar',
    share: 'Andel',
    mean: (mean: string, answered: string) => `Medel ${mean} av 5, ${answered} svar.`,
    noWords: 'Ingen skrev något.',
    publish: 'Visa för medlemmar',
    publishHint: 'Medlemmar ser betygen och din sammanfattning, inte vad någon skrev.',
    conclusion: 'Sammanfattning',
    conclusionHint: 'Vad tar vi med oss till nästa gång?',
    published: (day: string) => `Visas för medlemmar sedan ${day}.`,
    withdraw: 'Sluta visa',
    notices: {
      sparat: 'Sparat.',
      avstatt: 'Deltagarna får ingen fråga.',
      visas: 'Utvärderingen visas för medlemmar.',
      dold: 'Utvärderingen visas inte längre för medlemmar.',
    } as Record<string, string>,
  },
  summary: {
    title: (event: string) => `Så tyckte deltagarna om ${event}`,
    lead: (answered: string) => `${answered} svarade anonymt.`,
    link: 'Så tyckte deltagarna',
    none: 'Det finns ingen utvärdering att visa.',
  },
  mail: {
    subject: (event: string) => `Vad tyckte du om ${event}?`,
    thanks: (event: string, day: string) => `Tack för att du var med på ${event} ${day}. Vad tyckte du?`,
    anonymous:
      'Det tar två minuter. Du svarar anonymt: svaren sparas utan namn och går inte att koppla till dig.',
    button: 'Svara',
    once: (day: string) => `Länken fungerar en gång, till och med ${day}.`,
    from: association.name.sv,
  },
  errors: {
    'mark-wrong': 'Välj ett betyg från 1 till 5.',
    'nothing-answered': 'Svara på minst en fråga.',
    'question-missing': 'Skriv frågan på svenska.',
    'conclusion-missing': 'Skriv en sammanfattning.',
    'too-long': 'Texten är för lång.',
  } as Record<string, string>,
}
