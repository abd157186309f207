import { retention, sessionLimits } from '#domains/accounts/index.ts'
import { gatheringRetention, guestYears } from '#domains/events/index.ts'
import { visitRetention } from '#domains/partners/index.ts'
import { unconfirmedDays } from '#domains/recalls/index.ts'
import { ownTexts } from '#platform/association.ts'
import { receivedDays } from '#platform/mail/receive-queries.ts'
import { sentDays } from '#platform/once/queries.ts'

const { accessibility, privacy } = ownTexts.sv.law

/** What the site declares about itself in Swedish: accessibility, privacy, open data and sources. */
export const statements = {
  accessibility: {
    title: 'Tillgänglighet',
    description:
      'Hur tillgänglig webbplatsen är, vilka brister vi känner till och hur du säger till om fler.',
    lead: 'Alla ska kunna använda webbplatsen. Här står hur långt vi har kommit.',
    intro: accessibility.intro,
    statusTitle: accessibility.status_title,
    status: accessibility.status,
    statusAim: accessibility.aim,
    faultsTitle: 'Brister som vi känner till',
    faults: [
      'Kartan har en cirkel för varje kommun. Med tangentbord tar det lång tid att gå igenom dem. Samma värden finns i vyn Tabell på samma sida.',
      'Bilder som du laddar ner (SVG och PNG) har ingen tabell med sig. Texten och tabellen finns på sidan som bilden kommer från.',
      'Excelfilerna är inte granskade för tillgänglighet. Samma tabell finns på webbsidan och som CSV.',
      'På de engelska sidorna är svenska namn på kommuner och personer inte märkta som svenska. En skärmläsare kan därför uttala dem fel.',
      'Webbplatsen är inte prövad av personer som använder skärmläsare, röststyrning eller förstoring till vardags.',
    ],
    faultsReason:
      'Bristerna är sådana som vi inte har hunnit åtgärda. Vi hänvisar inte till att det skulle vara oskäligt betungande att rätta dem.',
    testTitle: 'Så har vi prövat webbplatsen',
    test: [
      'Vi har bedömt webbplatsen själva. Automatiska tester med verktyget axe körs på de öppna sidorna, i ljust och mörkt läge, varje gång programmet ändras.',
      'Sidorna är gjorda för att gå att läsa utan JavaScript, med tangentbord, i 400 procents förstoring och på papper. Diagrammen har en text som sammanfattar och en tabell.',
    ],
    assessed: (day: string) => `Senaste bedömningen gjordes ${day}.`,
    updated: (day: string) => `Redogörelsen uppdaterades senast ${day}.`,
    feedbackTitle: 'Säg till om något inte fungerar',
    feedback:
      'Kontakta kansliet om du hittar en brist eller behöver något av innehållet på ett annat sätt. Berätta vilken sida det gäller och vad som hände.',
    feedbackLink: 'Kontakta kansliet',
    authorityTitle: 'Tillsyn',
    authority: accessibility.authority,
  },
  privacy: {
    title: 'Integritet',
    description: 'Vilka personuppgifter webbplatsen hanterar, varför och hur länge. Ingen spårning.',
    lead: 'Du kan läsa allt öppet utan konto, utan kakor och utan att någon följer vad du gör.',
    cookiesTitle: 'En kaka när du loggar in, inga utomstående',
    cookies: [
      'Läser du utan att logga in sätter webbplatsen inga kakor. Det enda som kan lagras i din webbläsare är att du har stängt av snabbtangenten för sökning, om du gör det.',
      'Vad du söker efter sparas ingenstans.',
      'När du loggar in behövs en kaka som håller dig inloggad (session), och en kortlivad kaka om du loggar in hos din organisation (login). Har du just sparat något kan en kaka i tio minuter hålla reda på hur långt det har hunnit, så att du genast ser det själv (written). Fler finns inte, och därför ingen ruta att klicka bort.',
      'Sidorna hämtar inget från andra webbplatser: inga typsnitt, kartor, statistikverktyg eller knappar från sociala medier.',
      'Den kommun som du väljer står i adressen till sidan och sparas inte någon annanstans. Delar du adressen delar du också ditt val.',
    ],
    controllerTitle: 'Vem som ansvarar',
    controller:
      'Föreningen som driver webbplatsen är personuppgiftsansvarig. Hör av dig till kansliet om du har frågor eller vill använda dina rättigheter.',
    contact: 'Kontakta kansliet',
    processedTitle: 'Personuppgifter som vi hanterar',
    /** The language of the rows below, which are told in few. */
    processedIn: 'sv',
    caption: 'Personuppgifter, ändamål, rättslig grund och tid',
    columns: { what: 'Uppgifter', why: 'Varför', basis: 'Rättslig grund', kept: 'Hur länge' },
    processed: [
      {
        what: 'Namn, uppdrag och hemkommun för styrelse, expertgrupp och kansli',
        why: 'För att visa vilka som företräder föreningen',
        basis: 'Berättigat intresse: öppenhet om förtroendeuppdrag (artikel 6.1 f i dataskyddsförordningen)',
        kept: 'Visas medan uppdraget varar. Namn i protokoll och beslut finns kvar som en del av föreningens historia',
      },
      {
        what: 'Konto: namn, e-postadress, titel, telefon, språk och uppdrag i en medlemsorganisation',
        why: 'För att medlemmarna ska kunna utse sina företrädare och nå varandra',
        basis: 'Berättigat intresse: att driva föreningen med dem som medlemmarna har utsett (artikel 6.1 f)',
        kept: `Tills du raderar dig, eller ${retention.unusedAccountMonths} månader efter ditt senaste uppdrag`,
      },
      {
        what: 'Inloggning: sessioner med enhet och tid, passnycklar, tvåstegsinloggning, koppling till organisationens inloggning',
        why: 'För att släppa in dig och ingen annan',
        basis: 'Berättigat intresse: säkerhet (artikel 6.1 f)',
        kept: `Sessioner högst ${sessionLimits.days} dagar, ${sessionLimits.idleDays} utan användning. Resten tills du tar bort det`,
      },
      {
        what: 'Kontaktkort: vad du kan och vill hjälpa till med, ämnen och språk',
        why: 'För att kollegor i andra kommuner ska hitta rätt person',
        basis: 'Berättigat intresse; du väljer själv vad som visas för vem, också för ingen alls',
        kept: 'Tills du ändrar eller raderar det',
      },
      {
        what: 'Goda exempel, evenemang, nyheter och medlemstidning: vem som skrev, föreslog och ändrade, och vem man kan fråga om ett exempel',
        why: 'För att kunna svara på frågor om texten, och för att den som vill fråga ska hitta rätt person',
        basis:
          'Berättigat intresse. Den som nämns har själv valt att bli tillfrågad och vem som får se kontaktkortet',
        kept: 'Namnet visas så länge du är kvar i organisationen och visar ditt kort. Texterna finns kvar utan dig när du raderar dig',
      },
      {
        what: 'Frågor och svar: vad du har frågat, svarat, följt, tackat för och anmält, och vilka frågor du har fått och varför',
        why: 'För att frågor ska nå den som kan svara, och för att svar ska gå att lita på och fråga vidare om',
        basis:
          'Berättigat intresse. Du får bara frågor om du har valt att bli tillfrågad. Ditt namn visas bara för medlemmar',
        kept: 'Tills du raderar dig. Frågor och svar finns kvar utan ditt namn, för att andra har byggt vidare på dem',
      },
      {
        what: 'Årsmötet: motioner du har skrivit, vem du nominerar och om du är nominerad (namn, e-postadress, parti, del av landet, presentation), om du är ombud eller har en fullmakt, anmälan, plats i röstlängden, när du har begärt ordet, och att du har fått kallelsen',
        why: 'För att kalla till mötet, låta rätt personer rösta och genomföra val, så att besluten går att lita på',
        basis:
          'Berättigat intresse: att hålla mötet enligt stadgarna (artikel 6.1 f). Parti visas bara om det är angivet vid nomineringen till ett förtroendeuppdrag och därmed är offentligt (artikel 9.2 e)',
        kept: 'Anmälan, begäran om ordet och nomineringar som inte ledde till val: tills du raderar dig. Motioner, röstlängd och val hör till protokollet och sparas, motioner utan ditt namn',
      },
      {
        what: 'Remisser och skrivelser: vem som skrev och kommenterade texten, och vem som antecknade att en kommun eller region står bakom, med stöd av vilket beslut',
        why: 'För att texten ska gå att följa och för att den som tar emot svaret ska veta vem som har beslutat',
        basis: 'Berättigat intresse: att föra medlemmarnas talan öppet och spårbart (artikel 6.1 f)',
        kept: 'Tills du raderar dig. Texter, kommentarer och ställningstaganden finns kvar utan ditt namn. Det som skickats ändras aldrig: där står kommunen, beslutet och den som kommunen själv har skrivit beslutade',
      },
      {
        what: 'Anmälan till evenemang: namn, e-postadress, organisation, hur du deltar, svar på evenemangets egna frågor (som kost och tillgänglighet), vem som anmälde dig, och adressen till din egen kalender',
        why: 'För att ge dig en plats, skicka bekräftelse och påminnelser, ta emot dig och fakturera din organisation',
        basis:
          'Berättigat intresse: att genomföra det du har anmält dig till (artikel 6.1 f). Frågor om kost och tillgänglighet: samtycke, du svarar om du vill (artikel 9.2 a). Att andra i nätverket ser att du var med: bara om du har sagt ja',
        kept: `Svaren så många dagar efter evenemanget som står i anmälan, oftast 30. Gäster utan konto: ${guestYears} år efter evenemanget, eller tills du raderar dem från din anmälan. Andra: tills du raderar dig`,
      },
      {
        what: 'Närvaro vid evenemang: vem som checkades in, när och av vem',
        why: 'För att veta vilka som kom, för intyg, och för att visa medlemmar vilka som var med om de har sagt ja',
        basis: 'Berättigat intresse. Att synas för nätverket är ett samtycke, som du tar tillbaka i anmälan',
        kept: `${gatheringRetention.attendanceYears} år efter evenemanget`,
      },
      {
        what: 'Medverkande i program: namn, titel, organisation, text och porträtt',
        why: 'För att deltagare ska veta vem de lyssnar till',
        basis: 'Avtal om medverkan. Porträttet visas med samtycke, och tas bort när det tas tillbaka',
        kept: 'Så länge programmet visas. När du raderar dig står namnet kvar, utan porträtt och utan länk till dig',
      },
      {
        what: 'Utvärdering av evenemang: svar utan namn',
        why: 'För att göra nästa träff bättre',
        basis:
          'Berättigat intresse. Svaren är anonyma: de sparas utan namn, tid och koppling till mejlet med länken',
        kept: `Länken fungerar i ${gatheringRetention.evaluationDays} dagar och en gång. Svaren hör inte till någon och finns kvar`,
      },
      {
        what: 'Intyg om utbildning: namn, organisation, utbildning och timmar',
        why: 'För att du ska kunna visa vad du har lärt dig, också när du byter arbete',
        basis: 'Berättigat intresse: att den du visar intyget för kan kontrollera det (artikel 6.1 f)',
        kept: `${gatheringRetention.certificateYears} år, eller tills du tar bort det på Mina sidor. Det gäller också när du har raderat ditt konto`,
      },
      {
        what: 'Synpunkter på utkast till goda exempel: vem som är tillfrågad, vad du skriver och när; anmälningar av exempel',
        why: 'För att exemplen ska bli bättre innan alla läser dem, och för att fel ska rättas',
        basis: 'Berättigat intresse. Du blir bara tillfrågad om du vill det enligt ditt kontaktkort',
        kept: 'Synpunkterna läses av dem som skriver, dem de har frågat och kansliet, och tas bort tre månader efter att exemplet publicerades. Anmälningar: 12 månader efter att de avslutades',
      },
      {
        what: 'Mejl och brev som vi skickar till dig, och meddelanden du skriver genom kontaktnätet',
        why: 'För att de ska komma fram, en gång, och för att kunna svara på frågor om dem',
        basis: 'Berättigat intresse. Varje sorts brev går att tacka nej till',
        kept: `Mejlets text ${retention.mailTextDays} dagar, att det skickades ${retention.mailYears} år, dina meddelanden 12 månader`,
      },
      {
        what: 'Internationella samarbetsprojekt: vem som skrev. Besök: att du har blivit tillfrågad om att ta emot, varför, och vad du svarade. Prenumerationer på andra nätverk: vem som började',
        why: 'För att kunna svara på frågor om texten, och för att besök ska nå den som kan',
        basis: 'Berättigat intresse. Du får bara frågan om du har valt att bli tillfrågad',
        kept: `Besök: ${visitRetention.days} dagar efter besöket eller efter ett nej. Resten tills du raderar dig`,
      },
      {
        what: 'Önskan om besök, från den som inte har ett konto: namn, e-postadress, organisation, land, och vad ni vill se',
        why: 'För att hitta en medlem som kan ta emot er och svara er',
        basis:
          'Samtycke: du skriver själv och bekräftar adressen (artikel 6.1 a). Du kan ta tillbaka önskan på din sida',
        kept: `Det du inte bekräftar: ${visitRetention.confirmHours} timmar. Annars ${visitRetention.days} dagar efter besöket eller efter ett nej`,
      },
      {
        what: 'Bevakning av rättade värden: e-postadress eller konto, vilka värden, hur och var du använder dem',
        why: 'För att säga till dig när värden som du har citerat, bäddat in, laddat ner eller bevakar rättas',
        basis:
          'Samtycke: du ber om det och bekräftar (artikel 6.1 a). Du slutar när du vill, med länken i varje besked',
        kept: `Tills du slutar. Det du aldrig bekräftar tas bort efter ${unconfirmedDays} dagar, liksom en adress som inte tar emot mejl`,
      },
      {
        what: 'Det du följer och hur ofta du vill ha mejl om det och om frågor. Svar som du mejlar: när de kom, mejlets nummer och om de togs emot',
        why: 'För att visa vad som har hänt hos dem du följer, mejla så ofta som du vill och ta emot varje svar en gång',
        basis: 'Berättigat intresse. Du väljer själv vad du följer och kan tacka nej till alla mejl',
        kept: `Tills du ändrar det eller raderar dig. Att ett mejl kom: ${receivedDays} dagar. Texten i ett mejl som inte togs emot sparas aldrig`,
      },
      {
        what: 'Ansökan om medlemskap: namn, titel och e-post för den som söker och för blivande kontaktpersoner, yttranden och beslut',
        why: 'För att pröva ansökan, och för att kunna visa vad styrelsen beslutade om',
        basis: 'Berättigat intresse: att pröva medlemskap (artikel 6.1 f)',
        kept: 'Utkast som aldrig skickas in: 12 månader. Inskickade ansökningar finns kvar som underlag till beslutet; dina uppgifter i dem tas bort när du raderar dig',
      },
      {
        what: 'Styrelsens möten: vem som var närvarande, var jävig, reserverade sig, fick en uppgift, skrev i protokollet och justerade det, och en egen kalenderadress',
        why: 'För att protokollen ska visa vem som beslutade och vem som intygar det',
        basis: 'Berättigat intresse: att föreningens beslut går att lita på (artikel 6.1 f)',
        kept: 'Justerade protokoll bevaras och ändras aldrig. Kalenderadressen tas bort när du raderar dig',
      },
      {
        what: 'Rapporter om nyckeltal: vem som svarade, skickade in, godkände, frågade och kontrollerade',
        why: 'För att kollegor ska kunna ta vid, och för att kunna svara på frågor om ett värde',
        basis: 'Berättigat intresse: att värdena är rätt och går att följa (artikel 6.1 f)',
        kept: 'Så länge rapporten finns. Ditt namn tas bort när du raderar dig',
      },
      {
        what: 'Nyckeltal och rapporter: vem som har lagt till ett eget nyckeltal, svarat på en inbjudan eller ändrat nyckeltalen',
        why: 'För att medlemmarna ska veta vem de kan fråga, och för att kunna visa att värdena är rätt',
        basis: 'Berättigat intresse: spårbarhet (artikel 6.1 f)',
        kept: 'Tills du raderar dig. Nyckeltalet och värdena är organisationens och finns kvar utan ditt namn',
      },
      {
        what: 'Röstlängd och omröstningar på årsmötet: vilka röster du har haft, att de är avgivna, vad du röstade i öppna omröstningar, och röster som inte togs emot',
        why: 'För att varje röst ska räknas en gång, och för att vem som helst ska kunna räkna om',
        basis:
          'Berättigat intresse: att besluten är rätt fattade (artikel 6.1 f). Vad du röstade i en sluten omröstning sparas inte tillsammans med vem du är. Ditt namn i uppropet visas bara för medlemmar',
        kept: 'Som en del av mötets protokoll. När du raderar dig står medlemmens röst kvar utan ditt namn',
      },
      {
        what: 'Fakturor och betalningar: e-postadress för fakturor, betalarens namn, vem som ställde ut och placerade',
        why: 'För att ta betalt och bokföra',
        basis: 'Rättslig förpliktelse: bokföringslagen (artikel 6.1 c)',
        kept: 'Sju år efter räkenskapsårets slut (bokföringslagen 7 kap. 2 §)',
      },
      {
        what: 'Logg över ändringar: vem som ändrade vad eller startade en import, och när',
        why: 'För att kunna visa att uppgifter och beslut är rätt',
        basis: 'Berättigat intresse: spårbarhet (artikel 6.1 f)',
        kept: `${retention.auditYears} år. Det som stod om dig tas bort när du raderar dig`,
      },
      {
        what: 'Att du har skickat ett formulär: vilket, när och sidan du kom till',
        why: 'För att texten inte ska bli dubbel om du skickar den igen',
        basis: 'Berättigat intresse: att det du skickar sparas en gång (artikel 6.1 f)',
        kept: `${sentDays} dagar`,
      },
      {
        what: 'IP-adress, när du hämtar en sida eller försöker logga in',
        why: 'För att kunna skicka sidan till dig, och hindra den som gissar koder eller frågar API:et för ofta',
        basis: 'Berättigat intresse: att kunna visa webbplatsen och skydda kontona',
        kept: 'Inloggningsförsök räknas i 15 minuter och tas bort inom ett dygn. Frågor till API:et räknas i en minut. I övrigt sparas den inte av programmet',
      },
    ],
    processedNote:
      'Den som driver servern kan ha egna loggar i nätet framför programmet. Nyckeltalen gäller kommuner och regioner och innehåller inga personuppgifter.',
    rightsTitle: 'Dina rättigheter',
    rights: [
      'Har du ett konto ser du allt vi har om dig under Mina sidor, Dina uppgifter. Där rättar, hämtar och raderar du det själv.',
      'Du kan alltid få veta vilka uppgifter vi har om dig, och få en kopia.',
      'Du kan få fel rättade.',
      'Du kan invända mot att vi använder uppgifterna, och be oss begränsa användningen eller radera dem. Ibland måste vi behålla något, till exempel i ett protokoll. Då talar vi om varför.',
    ],
    complaint: privacy,
    demo: 'Det här är en demonstration. Personerna som visas är påhittade.',
  },
  sources: {
    title: 'Källor',
    description: 'Varifrån varje uppgift kommer, vem som har gett ut den och vilka villkor som gäller.',
    lead: 'Här står varifrån varje uppgift kommer och vilka villkor som gäller.',
    none: 'Inga källor är inlästa.',
    publisher: 'Utgivare',
    covers: 'Innehåll',
    licence: 'Villkor',
    retrieved: 'Hämtat',
    address: 'Webbplats',
    openDataTitle: 'Öppna data',
    openData: 'Hämta uppgifterna',
  },
}
