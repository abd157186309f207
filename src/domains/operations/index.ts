export { startHeartbeat } from './heartbeat.ts'
export { readReadings } from './readings.ts'
