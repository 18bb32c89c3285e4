import { readFile } from './read-file.ts'
import { serveFiles } from './serve-files.ts'

/** The reading process. */
await serveFiles(({ name, bytes }, working) => readFile(bytes, name, working))
