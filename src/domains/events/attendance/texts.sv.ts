import type { Attends } from '../rules/registration.ts'

const clock = (time: string) => time.replace(':', '.')

export const sv = {
  attends: { 'on-site': 'På plats', online: 'Digitalt' } satisfies Record<Attends, string> as Record<
    Attends,
    string
  >,
  own: {
    title: 'Visa upp vid dörren',
    hint: 'Visa koden på telefonen eller på papper när du kommer, så går incheckningen fort.',
  },
  checkIn: {
    title: 'Incheckning',
    lead: 'Sök på namn eller kommun, eller läs QR-koden med telefonens kamera.',
    count: (arrived: string, expected: string) => `${arrived} av ${expected}`,
    arrived: 'har kommit',
    search: 'Sök på namn eller organisation',
    find: 'Sök',
    all: 'Visa alla',
    none: 'Ingen anmäld har det namnet. Kontrollera stavningen, eller sök på kommunen.',
    nobody: 'Ingen är anmäld än.',
    in: 'Checka in',
    inWho: (name: string) => `Checka in ${name}`,
    undo: 'Ångra',
    undoWho: (name: string) => `Ångra incheckningen av ${name}`,
    came: (time: string) => `Kom kl. ${clock(time)}`,
    guests: 'Anmälda',
    scan: 'Läs QR-kod med kameran',
    stop: 'Stäng kameran',
    scanHint: 'Rikta kameran mot koden på namnskylten eller i bekräftelsen.',
    noCamera: 'Kameran gick inte att öppna. Använd telefonens egen kamera, eller sök på namn.',
    offline:
      'Ingen uppkoppling. Det du trycker på nu sparas inte. Pricka av på den utskrivna listan så länge.',
    needs: 'Incheckningen kräver uppkoppling. Skriv ut närvarolistan som reserv.',
    papers: 'Att skriva ut',
    list: 'Närvarolista (PDF)',
    badges: 'Namnskyltar (PDF)',
    notices: {
      in: 'Incheckad.',
      ut: 'Incheckningen är ångrad.',
      lank: 'Länken är klar. Den förra, om det fanns en, gäller inte längre.',
    } as Record<string, string>,
  },
  door: {
    title: 'Hjälp vid dörren',
    hint: 'Den som hjälper till utan konto öppnar länken på sin telefon. Den gäller under evenemangets dagar och visar namn och organisation, men inga svar om kost eller hälsa.',
    link: 'Länk till incheckningen',
    copy: 'Kopiera',
    copied: 'Kopierad',
    make: 'Gör en länk',
    remake: 'Gör en ny länk och stäng den gamla',
    closed:
      'Länken gäller inte. Den fungerar bara under evenemangets dagar, och bara tills kansliet gör en ny. Fråga kansliet.',
  },
  arrive: {
    in: 'Checka in',
    came: (time: string, day: string) => `Redan incheckad kl. ${clock(time)} ${day}.`,
    now: (time: string) => `Incheckad kl. ${clock(time)}.`,
    undo: 'Ångra incheckningen',
    undone: 'Incheckningen är ångrad.',
    waiting: 'Står på väntelistan och har ingen plats. Fråga kansliet.',
    cancelled: 'Anmälan är avbokad. Fråga kansliet.',
    organisation: 'Organisation',
    attends: 'Deltar',
    toList: 'Till listan',
    unknown: 'Det finns ingen sådan anmälan. Sök på namnet i listan.',
  },
  papers: {
    list: 'Närvarolista',
    name: 'Namn',
    organisation: 'Organisation',
    attends: 'Deltar',
    arrived: 'Kom',
    clock,
    signature: 'Underskrift',
    totals: (expected: string, arrived: string) => `${expected} anmälda, ${arrived} incheckade.`,
    madeUp: 'Påhittade deltagare, för demonstrationen.',
    page: (page: string, pages: string) => `Sida ${page} av ${pages}`,
    badges: 'Namnskyltar',
    code: (name: string) => `QR-kod för incheckning av ${name}`,
    nobody: 'Ingen på plats är anmäld.',
  },
  there: {
    title: 'De här var med',
    lead: 'Bara de som har sagt ja till att synas visas, och bara för medlemmar.',
    counted: (count: string) => `${count} till var med.`,
  },
  related: { title: 'Var med på', all: 'Alla evenemang' },
  waiting: {
    away: (organisation: string) =>
      `Ingen från ${organisation} var med på de tre senaste träffarna. Se vad som kommer.`,
  },
}
