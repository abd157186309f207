/** The groups of municipalities in Finnish, by their Swedish names. */
export const inFinnish: Readonly<Record<string, string>> = {
  Storstäder: 'Suurkaupungit',
  'Pendlingskommun nära storstad': 'Pendelöintikunta suurkaupungin lähellä',
  'Större stad': 'Suurehko kaupunki',
  'Pendlingskommun nära större stad': 'Pendelöintikunta suurehkon kaupungin lähellä',
  'Lågpendlingskommun nära större stad': 'Vähäisen pendelöinnin kunta suurehkon kaupungin lähellä',
  'Mindre stad/tätort': 'Pieni kaupunki tai taajama',
  'Pendlingskommun nära mindre tätort': 'Pendelöintikunta pienen taajaman lähellä',
  'Landsbygdskommun, ej nära större stad': 'Maaseutukunta, ei suurehkon kaupungin lähellä',
  'Landsbygdskommun med besöksnäring': 'Maaseutukunta, jossa on matkailua',
}
