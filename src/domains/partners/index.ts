export { partnerPaths } from './paths.ts'
export { listPublicProjects } from './projects/queries.ts'
export { listNetworks } from './queries.ts'
export { visitRetention } from './visits/retention.ts'
