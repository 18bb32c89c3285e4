/** Closed vocabularies of the area: code → words. The database's CHECKs are held against them by a test. */
export * from './terms/companies.ts'
export * from './terms/drives.ts'
export * from './terms/pairing.ts'
export * from './terms/zones.ts'
export * from './terms/requests.ts'
export * from './terms/outcomes.ts'
