import { association } from '#platform/association.ts'
import { largestMail } from '#platform/mail/receive.ts'
import type { Rhythm } from '#platform/mail/rhythm.ts'

/** Mail of questions, out and in, in Swedish. */
export const sv = {
  choice: {
    title: 'Mejl om frågor och svar',
    lead: 'Välj hur ofta du vill ha mejl. Allt finns alltid på sidan Frågor också.',
    asked: 'Frågor som ställs till dig',
    askedHint: 'Vi frågar bara några få åt gången, dem som bör veta.',
    others: 'Allt annat: svar på det du följer, tack, och om ditt svar fortfarande stämmer',
    rhythms: {
      'at-once': 'På en gång',
      daily: 'Varje dag, samlat i ett mejl',
      weekly: 'Varje måndag, samlat i ett mejl',
      never: 'Aldrig',
    } satisfies Record<Rhythm, string> as Record<Rhythm, string>,
    reply: 'Du kan svara direkt på mejlen. Skriv från den här adressen, så blir svaret synligt på sidan:',
    noReply: 'Du svarar på sidan. Mejlen har en länk dit.',
    noEmail: 'Du har ingen e-postadress hos oss, så vi kan inte mejla dig.',
    save: 'Spara',
    saved: 'Ditt val är sparat.',
  },
  unsubscribe: {
    title: 'Mejl om frågor och svar',
    ask: 'Vill du inte ha fler mejl om frågor och svar? Allt finns kvar på sidan Frågor.',
    button: 'Ja, sluta mejla mig',
    done: 'Du får inga fler mejl om frågor och svar. Du kan ändra dig på Mina sidor.',
    broken: 'Länken är trasig. Kopiera hela adressen ur mejlet.',
  },
  mail: {
    greeting: (name: string) => `Hej ${name}!`,
    mark: (mark: string) => `— ${mark} —`,
    someone: 'Någon i nätverket',
    who: (name: string, organisation: string | null) => (organisation ? `${name}, ${organisation},` : name),
    answerSubject: (title: string) => `Sv: ${title}`,
    asked: (who: string) => `${who} undrar:`,
    why: (reasons: string) => `Du får frågan för att ${reasons}.`,
    answered: (who: string) => `${who} har svarat:`,
    accepted: 'Ditt svar är godtaget: det hjälpte den som frågade. Tack!',
    thanked: 'Någon tackar för ditt svar.',
    stillTrue:
      'Det är ett år sedan du skrev eller såg över ditt svar. Stämmer det fortfarande? Säg ja, eller rätta det, på sidan.',
    hidden: (reason: string) => `Kansliet har tagit bort det du skrev från sidan. Skälet: ${reason}`,
    madeUp: 'Påhittat exempel.',
    replyHow: 'Svara på det här mejlet, så hamnar svaret på sidan där alla medlemmar kan läsa det.',
    replyTo: (address: string) => `Svara på mejl: ${address}`,
    cut: '… Läs resten på sidan.',
    button: 'Öppna frågan',
    digestSubject: (count: number) => `${count} frågor där något har hänt`,
    digestLead: 'Det här har hänt bland de frågor som rör dig sedan förra mejlet.',
    digestButton: 'Öppna frågorna',
    choose: (href: string) => `Välj hur ofta du får mejl om frågor: ${href}`,
    stop: (href: string) => `Inga fler mejl om frågor: ${href}`,
    from: association.name.sv,
  },
  refused: {
    subject: 'Ditt svar kom inte fram',
    subjectAttached: 'Ditt svar är på plats, men inte filen',
    about: (title: string) => `Det gäller frågan ”${title}”.`,
    how: 'Du kan alltid svara på sidan.',
    button: 'Öppna frågan',
    from: association.name.sv,
    attached: (files: number) =>
      files === 1
        ? 'Tack för svaret. Det står nu på sidan. Filen som följde med tar vi inte emot på mejl.'
        : `Tack för svaret. Det står nu på sidan. De ${files} filer som följde med tar vi inte emot på mejl.`,
    reasons: {
      'other-sender':
        'Ett mejl till din svarsadress kom från en annan adress än den vi har för dig, så vi tog inte emot det. Svara från den adress som mejlet kom till. Var det inte du som skrev? Då behöver du inte göra något.',
      disowned:
        'Ett mejl till din svarsadress klarade inte mejlserverns kontroll av avsändaren (DMARC), så vi tog inte emot det. Var det du som skrev? Svara på sidan i stället, och berätta gärna för er it-avdelning.',
      empty:
        'Vi hittade inget nytt i mejlet, bara det som du svarade på. Skriv svaret överst, ovanför det gamla mejlet.',
      'too-long': 'Svaret var för långt för att tas emot. Korta det, eller dela upp det i flera svar.',
      'too-often': 'Det har kommit många svar från dig på kort tid. Vänta en timme och försök igen.',
      missing: 'Frågan finns inte längre.',
      closed: 'Frågan är stängd och tar inte emot fler svar.',
      'not-in-network': 'Du har inget uppdrag hos en medlem just nu, och då går det inte att svara.',
    } as Record<string, string>,
    other: 'Mejlet gick inte att ta emot.',
  },
  received: {
    title: 'Inkommen post',
    lead: 'Svar som medlemmar har mejlat, de senaste 90 dagarna: hur många vi tog emot, och varför andra inte togs emot. Vi sparar inte texten i det som inte togs emot.',
    off: 'Programmet tar inte emot mejl. Den som driver det kan slå på det.',
    none: 'Ingen post har kommit.',
    what: 'Vad som hände',
    count: 'Antal',
    latest: 'Senast',
    taken: 'Togs emot som svar',
    reasons: {
      'unknown-address': 'Adressen är inte en som vi har gett ut, eller är ändrad',
      'too-large': `Större än ${largestMail / 2 ** 20} MB`,
      automatic: 'Skrivet av ett program: frånvaro, studs eller utskickslista',
      'other-sender': 'Från en annan avsändare än adressens ägare',
      disowned: 'Avsändarens domän underkänner mejlet (DMARC)',
      twice: 'Samma mejl en gång till',
      empty: 'Ingen ny text',
      'too-long': 'För lång text',
      'too-often': 'För många mejl på kort tid',
      unreadable: 'Går inte att läsa som mejl',
      missing: 'Frågan finns inte längre',
      closed: 'Frågan är stängd',
      'not-in-network': 'Avsändaren har inget uppdrag hos en medlem',
    } as Record<string, string>,
  },
}
