import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
// The fonts come along with the program: those of the machine cannot be relied on.
const fontFiles = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'].map(
  (name) => require.resolve(`@expo-google-fonts/source-sans-3/${name}`),
)

/** An SVG as PNG, so many pixels wide. Throws when the SVG is not well formed. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  })
  return new Uint8Array(image.asPng())
}
