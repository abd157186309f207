import { describe, expect, test } from 'vitest'
import { localeOf } from '#platform/i18n.ts'
import { renderFragment } from '../page.tsx'
import { DataTable } from './data-table.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FileInput, Input } from './field.tsx'
import { Pagination } from './pagination.tsx'
import { TrendSign } from './trend-word.tsx'

const l = localeOf('sv')

describe('a table of data', () => {
  const html = renderFragment(
    <DataTable
      l={l}
      id="utslapp"
      caption="Utsläpp"
      columns={[
        { key: 'name', head: 'Kommun', rowHead: true, cell: (row) => row.name },
        { key: 'value', head: '2024', numeric: true, cell: (row) => l.number(row.value, 1) },
      ]}
      rows={[{ name: 'Falkenberg', value: 4.2 }, null, { name: 'Övertorneå', value: 6 }]}
      rowKey={(row) => row.name}
      mine={(row) => row.name === 'Falkenberg'}
    />,
  )

  test('names its rows and columns for those who hear it', () => {
    expect(html).toContain('<caption>Utsläpp</caption>')
    expect(html).toContain('<th scope="col">Kommun</th>')
    expect(html).toContain('<th scope="row">Falkenberg</th>')
  })

  test('marks my row and shows where rows are left out', () => {
    expect(html).toContain('<tr class="mine">')
    expect(html).toContain('<tr class="gap"><td colspan="2">')
  })

  test('that is read row by row says in each cell what it is', () => {
    const list = renderFragment(
      <DataTable
        l={l}
        id="kurser"
        caption="Kurser"
        stacked
        columns={[
          { key: 'name', head: 'Kurs', rowHead: true, cell: (row) => row.name },
          { key: 'when', head: 'När', cell: (row) => row.when },
        ]}
        rows={[{ name: 'Grundkurs', when: '21 januari' }]}
        rowKey={(row) => row.name}
      />,
    )
    expect(list).toContain('<td data-head="När">21 januari</td>')
    expect(html).not.toContain('data-head')
  })

  test('can be scrolled by keyboard', () => {
    expect(html).toMatch(/<section[^>]* tabindex="0"/)
  })
})

describe('a form that comes back', () => {
  test('asks for the file again, for browsers never fill it in', () => {
    const html = renderFragment(
      <FileInput id="fil" name="fil" label="Fil" value="c:/hemligt.pdf" error="Välj en fil" accept=".pdf" />,
    )
    expect(html).toMatch(/<input id="fil"[^>]* aria-invalid="true"[^>]* type="file" accept="\.pdf"\/>/)
    expect(html).not.toContain('hemligt')
  })

  test('lists the faults, each as a link to its field', () => {
    const html = renderFragment(
      <ErrorSummary l={l} errors={[{ field: 'namn', message: 'Skriv ett namn' }]} />,
    )
    expect(html).toContain('<a href="#namn">Skriv ett namn</a>')
  })

  test('keeps what was typed and says by the field what is wrong', () => {
    const html = renderFragment(
      <Input
        id="namn"
        name="namn"
        label="Namn"
        hint="Som i registret"
        value="Fa"
        error="Skriv hela namnet"
      />,
    )
    expect(html).toContain('value="Fa"')
    expect(html).toContain('aria-describedby="namn-hint namn-error"')
    expect(html).toContain('aria-invalid="true"')
  })
})

describe('the pages of a long list', () => {
  const shown = (page: number, pages: number) =>
    renderFragment(<Pagination l={l} page={page} pages={pages} href={(n) => `?sida=${n}`} />)
      .replaceAll(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s+/)
      .join(' ')

  test('are the first, the last and those next to this one', () => {
    expect(shown(5, 12)).toBe('Föregående 1 … 4 5 6 … 12 Nästa')
    expect(shown(1, 3)).toBe('1 2 3 Nästa')
    expect(shown(4, 4)).toBe('Föregående 1 2 3 4')
  })

  test('are not mentioned when there is one', () => {
    expect(shown(1, 1)).toBe('')
  })
})

test('each word of a trend has a sign of its own shape', () => {
  const words = ['right', 'wrong', 'unchanged', 'too-few'] as const
  expect(new Set(words.map((word) => renderFragment(<TrendSign word={word} />))).size).toBe(4)
})
