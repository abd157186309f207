/**
 * The secretariat as it was to be reached about 2013. Historical example data: shown with that remark, and
 * never as a link that sends something. Whoever runs the site for real puts the current address here.
 */
export const secretariat = {
  addressLines: ['Sveriges Ekokommuner', 'Drift- och Serviceförvaltningen', '371 83 Karlskrona'],
  telephone: '0455-30 30 00',
  email: 'kansliet@sekom.se',
} as const
