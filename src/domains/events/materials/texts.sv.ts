import type { MaterialAudience } from './rules.ts'

export const sv = {
  audiences: { everyone: 'Alla', members: 'Medlemmar', participants: 'Deltagare' } satisfies Record<
    MaterialAudience,
    string
  > as Record<MaterialAudience, string>,
  shown: {
    title: 'Material och inspelningar',
    whole: 'Hela evenemanget',
    recording: 'Inspelning',
    captioned: 'textad',
    notCaptioned: 'saknar textning',
    closed: {
      everyone: '',
      members: 'För medlemmar. Logga in för att öppna.',
      participants:
        'För deltagare. Logga in med kontot du anmälde dig med, eller öppna länken i din bekräftelse.',
    } as Record<MaterialAudience, string>,
    notYours: 'Materialet är för dem som var med eller är medlemmar. Logga in för att öppna det.',
    gone: 'Materialet finns inte längre.',
  },
  office: {
    title: 'Material och inspelningar',
    lead: 'Det du lägger upp visas på evenemangets sida. Inget mejl skickas.',
    none: 'Inget är upplagt än.',
    uploaded: 'Upplagt',
    document: 'Lägg upp ett dokument',
    recording: 'Länka till en inspelning',
    name: 'Vad är det?',
    nameHint: 'Till exempel: Bilderna från förmiddagen.',
    file: 'Fil',
    fileHint: 'PDF, DOCX eller ODT, högst 25 MB. Spara bilder som taggad PDF, så att alla kan läsa dem.',
    address: 'Adress till inspelningen',
    addressHint: 'Börjar med https://.',
    captioned: 'Är inspelningen textad?',
    captionedHint:
      'Lagen om tillgänglighet till digital offentlig service kräver textning. Texta innan du lägger upp, eller säg som det är.',
    yes: 'Ja, den är textad',
    no: 'Nej, inte än',
    session: 'Hör till',
    openTo: 'Vem får öppna?',
    upload: 'Lägg upp dokumentet',
    link: 'Lägg upp länken',
    remove: 'Ta bort',
    removeWhat: (title: string) => `Ta bort ${title}`,
    notices: { upplagt: 'Upplagt.', borttaget: 'Borttaget.' } as Record<string, string>,
  },
  errors: {
    'title-missing': 'Skriv vad det är.',
    'audience-missing': 'Välj vem som får öppna.',
    'captioned-missing': 'Svara om inspelningen är textad.',
    'link-wrong': 'Skriv en hel adress som börjar med https://.',
    'file-missing': 'Välj en fil.',
    'file-empty': 'Filen är tom.',
    'files-away':
      'Filen kunde inte sparas: platsen där filer ligger svarar inte just nu. Inget har ändrats. Försök igen om en stund.',
    'file-large': 'Filen är för stor. Den får vara högst 25 MB.',
    'file-kind': 'Filen ska vara PDF, DOCX eller ODT.',
    'file-lies': 'Filens innehåll stämmer inte med dess namn.',
    'file-locked': 'Filen är låst med lösenord. Spara den utan.',
    'file-macros': 'Filen har makron. Spara den utan.',
    'file-broken': 'Filen går inte att läsa. Spara om den och försök igen.',
    'file-old': 'Filen är i ett gammalt format. Spara den som PDF eller DOCX.',
    'too-long': 'Texten är för lång.',
    'control-characters': 'Skriv på en rad, utan radbrytningar.',
  } as Record<string, string>,
}
