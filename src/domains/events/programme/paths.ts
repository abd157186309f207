type Id = string | number

/** Addresses of the programme, without the language. */
export const programmePaths = {
  office: <E extends Id>(event: E) => `/kansli/evenemang/${event}/program` as const,
  newSession: <E extends Id>(event: E) => `/kansli/evenemang/${event}/program/pass/nytt` as const,
  session: <E extends Id, S extends Id>(event: E, session: S) =>
    `/kansli/evenemang/${event}/program/pass/${session}` as const,
  removeSession: <E extends Id, S extends Id>(event: E, session: S) =>
    `/kansli/evenemang/${event}/program/pass/${session}/ta-bort` as const,
  newSpeaker: <E extends Id>(event: E) => `/kansli/evenemang/${event}/program/medverkande/ny` as const,
  speaker: <E extends Id, S extends Id>(event: E, speaker: S) =>
    `/kansli/evenemang/${event}/program/medverkande/${speaker}` as const,
  removeSpeaker: <E extends Id, S extends Id>(event: E, speaker: S) =>
    `/kansli/evenemang/${event}/program/medverkande/${speaker}/ta-bort` as const,
  portrait: <S extends Id>(speaker: S) => `/evenemang/medverkande/${speaker}.webp` as const,
}
