import { association } from '#platform/association.ts'
/** What somebody follows, in Swedish. */
export const sv = {
  page: {
    title: 'Det här följer du',
    lead: 'Det som händer med kommunerna, regionerna och nyckeltalen här står under ”Har hänt” på Mina sidor.',
    organisations: 'Kommuner och regioner',
    figures: 'Nyckeltal',
    noOrganisations: 'Du följer ingen kommun eller region.',
    noFigures: 'Du följer inget nyckeltal.',
    own: 'Din organisation, följs från början',
    stop: 'Sluta följa',
    add: 'Följ fler',
    organisation: 'Kommun eller region',
    figure: 'Nyckeltal',
    choose: 'Välj ett nyckeltal',
    follow: 'Följ',
    corrections: 'Vill du ha ett mejl när ett värde du har använt rättas?',
    correctionsLink: 'Se vilka värden du bevakar',
    notices: {
      foljer: 'Du följer nu det du valde.',
      slutat: 'Du har slutat följa.',
      sparat: 'Ditt val är sparat.',
    } as Record<string, string>,
  },
  mail: {
    legend: 'Vill du ha det som har hänt på mejl?',
    options: {
      never: 'Nej, jag läser det på Mina sidor',
      daily: 'Varje dag',
      weekly: 'Varje måndag',
    },
    save: 'Spara',
  },
  errors: {
    'organisation-unknown': 'Ingen kommun eller region heter så. Välj en ur listan.',
    'figure-unknown': 'Välj ett nyckeltal ur listan.',
  } as Record<string, string>,
  digest: {
    subject: (count: number) =>
      count === 1 ? 'En sak har hänt bland det du följer' : `${count} saker har hänt bland det du följer`,
    greeting: (name: string) => `Hej ${name}!`,
    lead: 'Det här har hänt med det du följer sedan förra mejlet.',
    more: (count: number) => `Och ${count} till. Allt står på Mina sidor.`,
    madeUp: 'påhittat',
    button: 'Öppna Mina sidor',
    why: 'Du får mejlet för att du har valt det på Mina sidor.',
    manage: (href: string) => `Ändra vad du följer och hur ofta du får mejl: ${href}`,
    stop: (href: string) => `Vill du inte ha fler sådana mejl? ${href}`,
    from: association.name.sv,
  },
  unsubscribe: {
    title: 'Mejl om det du följer',
    ask: 'Vill du sluta få mejl om det du följer? Allt finns kvar på Mina sidor.',
    button: 'Ja, sluta mejla mig',
    done: 'Du får inga fler mejl om det du följer. Det står kvar på Mina sidor.',
    broken: 'Länken är trasig. Kopiera hela adressen ur mejlet.',
  },
}
