/** What a file may ask for before it is refused. An office's largest workbook stays far below each. */
export const readingLimits = {
  /** Of the file as it was sent. */
  bytes: 40_000_000,
  entries: 2_000,
  /** Of one part, and of all parts that are read, once unpacked. */
  partBytes: 300_000_000,
  unpackedBytes: 400_000_000,
  sharedTextBytes: 60_000_000,
  sharedTexts: 2_000_000,
  /** Sheets of real offices pack 5 to 40 to 1; deflate's limit is 1032 to 1. */
  ratio: 200,
  ratioFrom: 5_000_000,
  sheets: 50,
  rows: 200_000,
  columns: 200,
  cells: 4_000_000,
  merges: 20_000,
  /** What Excel itself holds in a cell. */
  cellCharacters: 32_767,
  lineCharacters: 2_000_000,
  xmlDepth: 64,
  tagBytes: 65_536,
} as const

/** What a reading process may use, in milliseconds and bytes. */
export const processLimits = {
  atOnce: 2,
  /** How long a process waits for its next file, how many it reads, and after how large a one it reads no more. */
  idle: 10_000,
  filesEach: 25,
  keptAfterBytes: 1_000_000,
  /** Without a word and without work, by the clock: a process that does nothing at all. */
  silence: 60_000,
  /** Work of the processor without a word, and in all. */
  silentWork: 10_000,
  work: 60_000,
  heapMegabytes: 640,
  memoryBytes: 1_200_000_000,
  frameBytes: 32_000_000,
} as const
