/**
 * The key figures of the reference data in Finnish, by their Swedish words: names, units and what they are sets of.
 * What somebody has changed or added since has no Finnish, and is told in English.
 */
export const inFinnish: Readonly<Record<string, string>> = {
  'Koldioxidutsläpp från industrin': 'Teollisuuden hiilidioksidi',
  'Koldioxidutsläpp från övriga sektorer': 'Muiden alojen hiilidioksidi',
  'Resor med kollektivtrafik': 'Joukkoliikenteen matkat',
  'Förnybara bränslen i kollektivtrafiken': 'Joukkoliikenteen uusiutuvat polttoaineet',
  'Ekologisk odling': 'Luomuviljely',
  'Miljöcertifierat skogsbruk': 'Sertifioitu metsätalous',
  'Skyddad natur': 'Suojeltu luonto',
  'Mängd hushållsavfall': 'Kotitalousjätteen määrä',
  'Bly i avloppsslam': 'Lyijy jätevesilietteessä',
  'Kadmium i avloppsslam': 'Kadmium jätevesilietteessä',
  'Kvicksilver i avloppsslam': 'Elohopea jätevesilietteessä',
  'Förnybar och återvunnen energi i kommunala lokaler': 'Uusiutuva ja kierrätetty energia kunnan tiloissa',
  'Transportenergi för tjänsteresor med bil': 'Työmatka-ajon energiankulutus',
  'Koldioxidutsläpp från tjänsteresor med bil': 'Työmatka-ajon hiilidioksidi',
  'Ekologiska livsmedel': 'Luomuelintarvikkeet',
  'Miljöcertifierade skolor och förskolor': 'Ympäristösertifioidut koulut ja esikoulut',
  'Växthusgasutsläpp utanför utsläppshandeln': 'Päästökaupan ulkopuoliset kasvihuonekaasut',
  'Växthusgasutsläpp från utsläppshandeln': 'Päästökaupan kasvihuonekaasut',
  'Växthusgaser totalt, utan utrikes transporter': 'Kaikki kasvihuonekaasut ilman ulkomaanliikennettä',
  'Växthusgaser totalt, med utrikes transporter': 'Kaikki kasvihuonekaasut ja ulkomaanliikenne',
  'Koldioxid totalt': 'Kaikki hiilidioksidi',
  'Växthusgaser från transporter': 'Liikenteen kasvihuonekaasut',
  'Växthusgaser från jordbruk': 'Maatalouden kasvihuonekaasut',
  'Växthusgaser från egen uppvärmning': 'Kiinteistöjen oman lämmityksen kasvihuonekaasut',
  'Växthusgaser från el och fjärrvärme': 'Sähkön ja kaukolämmön kasvihuonekaasut',
  'Växthusgaser från arbetsmaskiner': 'Työkoneiden kasvihuonekaasut',
  'Växthusgaser från avfall och avlopp': 'Jätteiden ja jäteveden kasvihuonekaasut',
  'Växthusgaser från produktanvändning': 'Tuotteiden käytön kasvihuonekaasut',
  'Utsläpp från konsumtion': 'Kulutuksen päästöt',
  'Laddbara bland nya bilar': 'Ladattavat uusista autoista',
  'Laddbara bland bilar i trafik': 'Ladattavat liikenteessä olevista autoista',
  'Bilar per 1 000 invånare': 'Autot 1 000 asukasta kohden',
  'Laddbara bilar per publik laddpunkt': 'Ladattavat autot julkista latauspistettä kohden',
  'Cykelväg per invånare': 'Pyörätiet asukasta kohden',
  'Nyckeltalen 2002': 'Tunnusluvut 2002',
  'Nyckeltalen 2012': 'Tunnusluvut 2012',
  'Nyckeltalen 2023': 'Tunnusluvut 2023',
  'Medlemmarnas egna nyckeltal': 'Jäsenten omat tunnusluvut',
  'Nätverkets egna nyckeltal': 'Verkoston omat tunnusluvut',
  '%': '%',
  'ton/inv': 't/as.',
  'ton CO2e/inv': 't CO2e/as.',
  'resor/inv': 'matkaa/as.',
  'kg/inv': 'kg/as.',
  'mg/kg TS': 'mg/kg ka',
  'kWh/årsarbetare': 'kWh/htv',
  'ton/årsarbetare': 't/htv',
  'bilar/1 000 inv': 'autoa/1 000 as.',
  'bilar/laddpunkt': 'autoa/latauspiste',
  'm/inv': 'm/as.',
  // What each measures: the first sentence of its explanation.
  'Koldioxid från industrins processer och energi, raffinaderier och bränslehantering i kommunen, per invånare den 31 december.':
    'Teollisuuden prosessien ja energian, jalostamojen ja polttoaineiden käsittelyn hiilidioksidi kunnassa asukasta kohden 31. joulukuuta.',
  'Alla andra utsläpp av koldioxid i kommunen, främst från transporter, uppvärmning och arbetsmaskiner, per invånare.':
    'Kaikki muut hiilidioksidipäästöt kunnassa, etenkin liikenteestä, lämmityksestä ja työkoneista, asukasta kohden.',
  'Påstigningar på stads- och regionbuss, lokaltåg, tunnelbana och spårvagn, per invånare och år.':
    'Nousut kaupunki- ja seutubusseihin, paikallisjuniin, metroon ja raitiovaunuihin asukasta kohden vuodessa.',
  'Hur stor del av energin som driver kollektivtrafiken som är förnybar, till exempel biogas och biodiesel.':
    'Kuinka suuri osa joukkoliikenteen energiasta on uusiutuvaa, esimerkiksi biokaasua ja biodieseliä.',
  'Hur stor del av åkermarken som odlas ekologiskt eller är på väg att ställas om.':
    'Kuinka suuri osa peltomaasta on luomuviljelyssä tai siirtymässä siihen.',
  'Hur stor del av den produktiva skogsmarken som är certifierad enligt FSC.':
    'Kuinka suuri osa tuottavasta metsämaasta on FSC-sertifioitua.',
  'Hur stor del av kommunens land och vatten som är skyddad natur.':
    'Kuinka suuri osa kunnan maasta ja vedestä on suojeltua luontoa.',
  'Allt avfall från hushållen, även förpackningar och annat med producentansvar, per invånare.':
    'Kaikki kotitalouksien jäte, myös pakkaukset ja muu tuottajavastuun alainen jäte, asukasta kohden.',
  'Halten bly i slammet från kommunens avloppsreningsverk.':
    'Lyijyn pitoisuus kunnan jätevedenpuhdistamon lietteessä.',
  'Halten kadmium i slammet från kommunens avloppsreningsverk.':
    'Kadmiumin pitoisuus kunnan jätevedenpuhdistamon lietteessä.',
  'Halten kvicksilver i slammet från kommunens avloppsreningsverk.':
    'Elohopean pitoisuus kunnan jätevedenpuhdistamon lietteessä.',
  'Hur stor del av el och värme i kommunens egna lokaler som är förnybar eller återvunnen, till exempel spillvärme.':
    'Kuinka suuri osa kunnan omien tilojen sähköstä ja lämmöstä on uusiutuvaa tai kierrätettyä, esimerkiksi hukkalämpöä.',
  'Energi i bränsle och el för kommunens tjänsteresor med bil, per årsarbetare.':
    'Kunnan työasioiden automatkojen polttoaineen ja sähkön energia henkilötyövuotta kohden.',
  'Koldioxid från kommunens tjänsteresor med bil, per årsarbetare.':
    'Kunnan työasioiden automatkojen hiilidioksidi henkilötyövuotta kohden.',
  'Hur stor del av kommunens inköp av livsmedel som är ekologiska, räknat i kronor.':
    'Kuinka suuri osa kunnan elintarvikehankinnoista on luomua kruunuissa laskettuna.',
  'Hur stor del av kommunens skolor och förskolor som har en miljöcertifiering eller motsvarande.':
    'Kuinka suurella osalla kunnan kouluista ja esikouluista on ympäristösertifikaatti tai vastaava.',
  'Alla växthusgaser i kommunen utom från anläggningar i EU:s utsläppshandel, per invånare.':
    'Kaikki kunnan kasvihuonekaasut lukuun ottamatta EU:n päästökaupan laitoksia, asukasta kohden.',
  'Växthusgaser från anläggningar i EU:s utsläppshandel i kommunen, per invånare.':
    'EU:n päästökaupan laitosten kasvihuonekaasut kunnassa asukasta kohden.',
  'Alla utsläpp av växthusgaser i kommunen, per invånare.':
    'Kaikki kasvihuonekaasupäästöt kunnassa asukasta kohden.',
  'Alla utsläpp av växthusgaser i kommunen eller länet, per invånare, så som källan redovisar dem.':
    'Kaikki kasvihuonekaasupäästöt kunnassa tai läänissä asukasta kohden siten kuin lähde ne ilmoittaa.',
  'Alla utsläpp av koldioxid i kommunen, per invånare.':
    'Kaikki hiilidioksidipäästöt kunnassa asukasta kohden.',
  'Utsläpp från inrikes transporter i kommunen, mest vägtrafik, per invånare.':
    'Kotimaanliikenteen päästöt kunnassa, enimmäkseen tieliikenteestä, asukasta kohden.',
  'Utsläpp från djur, gödsel och åkermark i kommunen, per invånare.':
    'Eläinten, lannan ja peltojen päästöt kunnassa asukasta kohden.',
  'Utsläpp från pannor i bostäder och lokaler i kommunen, per invånare.':
    'Asuntojen ja muiden tilojen kattiloiden päästöt kunnassa asukasta kohden.',
  'Utsläpp från kraftverk och värmeverk i kommunen, per invånare.':
    'Voimaloiden ja lämpölaitosten päästöt kunnassa asukasta kohden.',
  'Utsläpp från traktorer, grävmaskiner och andra arbetsmaskiner i kommunen, per invånare.':
    'Traktoreiden, kaivinkoneiden ja muiden työkoneiden päästöt kunnassa asukasta kohden.',
  'Utsläpp från soptippar, kompost och reningsverk i kommunen, per invånare.':
    'Kaatopaikkojen, kompostien ja puhdistamojen päästöt kunnassa asukasta kohden.',
  'Utsläpp när produkter används i kommunen, till exempel köldmedier och lösningsmedel, per invånare.':
    'Tuotteiden, kuten kylmäaineiden ja liuottimien, käytön päästöt kunnassa asukasta kohden.',
  'Utsläpp av växthusgaser från det som invånarna köper och gör, var i världen de än sker, per invånare.':
    'Asukkaiden ostosten ja tekemisten kasvihuonekaasupäästöt asukasta kohden riippumatta siitä, missä päin maailmaa ne syntyvät.',
  'Hur stor del av de nyregistrerade personbilarna som är elbilar eller laddhybrider.':
    'Kuinka suuri osa ensirekisteröidyistä henkilöautoista on sähköautoja tai ladattavia hybridejä.',
  'Hur stor del av personbilarna i trafik som är elbilar eller laddhybrider.':
    'Kuinka suuri osa liikenteessä olevista henkilöautoista on sähköautoja tai ladattavia hybridejä.',
  'Personbilar i trafik per 1 000 invånare.': 'Liikenteessä olevat henkilöautot 1 000 asukasta kohden.',
  'Antal laddbara bilar som delar på varje publik laddpunkt.':
    'Kuinka monta ladattavaa autoa on kutakin julkista latauspistettä kohden.',
  'Meter cykelväg i kommunen per invånare, oavsett vem som sköter den.':
    'Kunnan pyörätiet metreinä asukasta kohden riippumatta siitä, kuka niitä hoitaa.',
}
