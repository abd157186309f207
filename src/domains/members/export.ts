import { tableResponse } from '#platform/http/table-response.ts'
import type { DataTable } from '#platform/table-files.ts'

/** A table of the register as a file for a Swedish spreadsheet: CSV or XLSX by the ending asked for. */
export async function exportFile(table: DataTable, file: string): Promise<Response> {
  const response = await tableResponse(table, file.endsWith('.xlsx') ? 'xlsx' : 'csv', true)
  // The register is nobody else's to read.
  response.headers.delete('access-control-allow-origin')
  return response
}
