/** Addresses of this house, without the language. */
export const loginPaths = {
  login: '/logga-in',
  sent: '/logga-in/skickad',
  link: (token: string) => `/logga-in/lank/${token}`,
  code: '/logga-in/kod',
  organisation: (code: string) => `/logga-in/organisation/${code}`,
  returned: '/logga-in/tillbaka',
  passkeyOptions: '/logga-in/passnyckel/fraga',
  passkey: '/logga-in/passnyckel',
  logout: '/logga-ut',
  security: '/mina-sidor/inloggning',
  endSession: '/mina-sidor/inloggning/avsluta',
  newPasskeyOptions: '/mina-sidor/passnycklar/fraga',
  newPasskey: '/mina-sidor/passnycklar',
  removePasskey: '/mina-sidor/passnycklar/ta-bort',
  secondFactor: '/mina-sidor/tvafaktor',
  removeSecondFactor: '/mina-sidor/tvafaktor/ta-bort',
  myData: '/mina-sidor/uppgifter',
  myDataFile: '/mina-sidor/uppgifter.json',
  erase: '/mina-sidor/radera',
  demo: '/demo',
  demoLogin: '/demo/logga-in',
  postRoom: '/demo/post',
  demoMail: (id: string | number) => `/demo/post/${id}`,
  providers: '/kansli/inloggning',
  provider: (code: string) => `/kansli/inloggning/${code}`,
  audit: '/kansli/logg',
}

/** The front page of somebody who has logged in. */
export const myPages = '/mina-sidor'
