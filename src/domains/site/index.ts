export { NotFoundPage, type NotFoundPageProps } from './pages/not-found.tsx'
export { ServerErrorPage } from './pages/server-error.tsx'
export { criterionPath, sitePaths } from './paths.ts'
