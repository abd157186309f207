/** A key figure put into a text: `{{nyckeltal 2 1382 2023}}`, the figure, whose it is and the year. */
export interface Marker {
  /** As it stands in the text. */
  written: string
  figureId: string
  code: string
  year: number
}

const anyMarker = /\{\{([^{}]*)\}\}/g
const wellFormed = /^\s*nyckeltal\s+(\S+)\s+(\S+)\s+(\d{4})\s*$/i

/** How a marker is written. */
export function markerOf({ figureId, code, year }: Omit<Marker, 'written'>): string {
  return `{{nyckeltal ${figureId} ${code} ${year}}}`
}

/** Every marker of a text once, and whatever stands in such brackets without being one. */
export function markersIn(text: string): { markers: Marker[]; broken: string[] } {
  const markers = new Map<string, Marker>()
  const broken = new Set<string>()
  for (const [written, inner = ''] of text.matchAll(anyMarker)) {
    const [, figureId, code, year] = wellFormed.exec(inner) ?? []
    if (figureId && code && year) markers.set(written, { written, figureId, code, year: Number(year) })
    else broken.add(written)
  }
  return { markers: [...markers.values()], broken: [...broken] }
}

/** The text with something in the place of each marker; what `put` does not know stays as it was written. */
export function replaceMarkers(text: string, put: (written: string) => string | undefined): string {
  return text.replace(anyMarker, (written) => put(written) ?? written)
}
