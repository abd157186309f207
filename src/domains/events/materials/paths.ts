type Id = string | number

/** Addresses of what is shared after an event, without the language. */
export const materialPaths = {
  office: <E extends Id>(event: E) => `/kansli/evenemang/${event}/material` as const,
  document: <E extends Id>(event: E) => `/kansli/evenemang/${event}/material/dokument` as const,
  recording: <E extends Id>(event: E) => `/kansli/evenemang/${event}/material/inspelning` as const,
  remove: <E extends Id, M extends Id>(event: E, material: M) =>
    `/kansli/evenemang/${event}/material/${material}/ta-bort` as const,
  open: <E extends Id, M extends Id>(event: E, material: M) =>
    `/evenemang/${event}/material/${material}` as const,
}
