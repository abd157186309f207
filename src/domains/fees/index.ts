export { listYearSums, type YearSum } from './invoices/invoice-queries.ts'
export { creditOrder, issueOrder, type Order, vatOnOrders } from './invoices/order.ts'
export { amount, kronor, shortKronor } from './money.ts'
export { feePaths } from './paths.ts'
