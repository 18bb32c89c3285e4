import { assessment } from './asvs.ts'
import { binaryFiles } from './binary-files.ts'
import { boundaries } from './boundaries.ts'
import { businessWords } from './business-words.ts'
import { fileSizes } from './file-sizes.ts'
import type { Gate } from './program.ts'
import { selfMention } from './self-mention.ts'
import { untranslated } from './untranslated.ts'

/** The gates of the project's own; tsc, oxlint, biome and knip hold the rest. */
export const gates: Readonly<Record<string, Gate>> = {
  boundaries,
  'file sizes': fileSizes,
  untranslated,
  'business words': businessWords,
  'self-mention': selfMention,
  'binary files': binaryFiles,
  'security assessment': assessment,
}
