/** Addresses of this house, without the language. */
export const loginPaths = {
  login: '/logga-in',
  sent: '/logga-in/skickad',
  link: <Token extends string>(token: Token) => `/logga-in/lank/${token}` as const,
  code: '/logga-in/kod',
  organisation: <Code extends string>(code: Code) => `/logga-in/organisation/${code}` as const,
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
  newAddress: <Token extends string>(token: Token) => `/mina-sidor/adress/${token}` as const,
  erase: '/mina-sidor/radera',
  erased: '/raderad',
  demo: '/demo',
  demoLogin: '/demo/logga-in',
  postRoom: '/demo/post',
  demoMail: <Id extends string | number>(id: Id) => `/demo/post/${id}` as const,
  providers: '/kansli/inloggning',
  provider: <Code extends string>(code: Code) => `/kansli/inloggning/${code}` as const,
  audit: '/kansli/logg',
}

/** The front page of somebody who has logged in. */
export const myPages = '/mina-sidor'
