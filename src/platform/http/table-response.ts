import { type DataTable, type TableFormat, toCsv, toXlsx } from '#platform/table-files.ts'

/** A table as a file: CSV (`?format=sv` for a Swedish spreadsheet), XLSX, or JSON with the same columns. */
export async function tableResponse(
  table: DataTable,
  format: TableFormat,
  swedish: boolean,
): Promise<Response> {
  if (format === 'csv') {
    return file(toCsv(table, swedish ? 'swedish' : 'plain'), 'text/csv; charset=utf-8', `${table.name}.csv`)
  }
  if (format === 'xlsx') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return file(new Uint8Array(await toXlsx(table)), type, `${table.name}.xlsx`)
  }
  const rows = table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ key }, index) => [key, row[index] ?? null])),
  )
  const response = Response.json({ name: table.name, columns: table.columns, notes: table.notes, rows })
  response.headers.set('access-control-allow-origin', '*')
  return response
}

/** A table that is nobody else's to read, for a Swedish spreadsheet: CSV or XLSX by the ending asked for. */
export async function privateTable(table: DataTable, fileName: string): Promise<Response> {
  const response = await tableResponse(table, fileName.endsWith('.xlsx') ? 'xlsx' : 'csv', true)
  response.headers.delete('access-control-allow-origin')
  response.headers.set('cache-control', 'private, no-store')
  return response
}

function file(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
  })
}
