import type { Finding } from './finding.ts'
import { runAsProgram } from './program.ts'
import type { TreeFile } from './tree.ts'

const page = 'docs/asvs.md'
const states = ['met', 'in part', 'not met'] as const
const levels = ['1', '2'] as const

type Judged = {
  readonly number: string
  readonly level: string
  readonly state: string
  readonly line: number
}

/** What the page on the ASVS cites is there, each requirement stands once, and the counts at its head are those of its rows. */
export function assessment(files: readonly TreeFile[]): Finding[] {
  const found = files.find(({ path }) => path === page)
  if (!found) return []
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const lines = found.text.split('\n').map((text, index) => ({ text, line: index + 1 }))
  const rows = lines.filter(({ text }) => /^\| \d+\.\d+\.\d+ +\|/.test(text))
  const judged = [
    ...rows.map(({ text, line }): Judged => {
      const [number = '', level = '', , state = ''] = cellsOf(text)
      return { number, level, state, line }
    }),
    ...lines.flatMap(({ text, line }) => withoutUse(text).map((one) => ({ ...one, line }))),
  ]
  return [
    ...judged.flatMap((one, index) => wrongAbout(one, judged.slice(0, index))),
    ...rows.flatMap(({ text, line }) => wrongCitations(text, line, texts)),
    ...wrongCounts(lines, judged),
  ]
}

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** A line that says of several requirements at once that they do not apply: “- Does not apply: L1 9.1.1, 9.1.2; L2 9.2.2: why”. */
function withoutUse(text: string): Omit<Judged, 'line'>[] {
  const [, listed = ''] = /^- Does not apply: (.*?): \S/.exec(text) ?? []
  return listed.split('; ').flatMap((part) => {
    const [level = '', ...numbers] = part.split(/,? /).filter((word) => word !== '')
    return numbers.map((number) => ({ number, level: level.replace('L', ''), state: 'does not apply' }))
  })
}

function wrongAbout({ number, level, state, line }: Judged, before: readonly Judged[]): Finding[] {
  const what = [
    before.some((other) => other.number === number) && `${number} stands twice`,
    !([...states, 'does not apply'] as string[]).includes(state) && `“${state}” is no state`,
    !(levels as readonly string[]).includes(level) && `“${level}” is no level`,
  ].filter((one) => one !== false)
  return what.map((one) => ({
    path: page,
    line,
    what: one,
    todo: `Say each once, with level 1 or 2, as ${states.join(', ')}.`,
  }))
}

/** A path, below src/platform where it is not from the root, and behind it in “…” the titles of tests or a part of a line. */
const cited = /`(?<path>[^`\s]*[./][^`\s]*)`|“(?<words>.+?)”(?=[,;.)]| \(|$)/g

function wrongCitations(text: string, line: number, texts: ReadonlyMap<string, string>): Finding[] {
  const findings: Finding[] = []
  const cells = cellsOf(text)
  const refuse = (what: string, todo: string) => findings.push({ path: page, line, what, todo })
  let file: { path: string; text: string } | undefined
  let proofs = 0
  for (const { groups: { path, words } = {} } of (cells.at(-1) ?? '').matchAll(cited)) {
    if (path !== undefined) {
      const whole = [path, `src/platform/${path}`].find((one) => texts.has(one))
      file = whole === undefined ? undefined : { path: whole, text: texts.get(whole) as string }
      if (!file) refuse(`${path} is not there`, 'Cite the file that does it today.')
    } else if (file && words !== undefined) {
      proofs += 1
      if (!holds(file, words))
        refuse(`“${words}” is not in ${file.path}`, 'Cite the title of the test, or a line, as it stands.')
    }
  }
  if (cells[3] === 'met' && proofs === 0) refuse('nothing shows that it is met', 'Cite a test or a line.')
  return findings
}

function holds({ path, text }: { path: string; text: string }, words: string): boolean {
  if (!/\.(test|spec)\.tsx?$/.test(path)) return text.includes(words)
  return ["'", '"', '`'].some((sign) => {
    const at = text.indexOf(`${sign}${words}${sign},`)
    return at > 0 && text.slice(0, at).trimEnd().endsWith('(')
  })
}

/** The lines of the head: a state, how many of level 1, of level 2, and of both. */
function wrongCounts(lines: readonly { text: string; line: number }[], judged: readonly Judged[]): Finding[] {
  const counted = (wanted: readonly string[]) => {
    const each = levels.map(
      (level) => judged.filter((one) => one.level === level && wanted.includes(one.state)).length,
    )
    return [...each, each.reduce((sum, one) => sum + one, 0)]
  }
  const head = {
    ...Object.fromEntries(states.map((state) => [state, [state]])),
    applies: states,
    'does not apply': ['does not apply'],
    all: [...states, 'does not apply'],
  }
  return Object.entries(head).flatMap(([name, wanted]) => {
    const expected = [name, ...counted(wanted)].join(' | ')
    const found = lines.find(({ text }) => cellsOf(text)[0] === name)
    if (found && cellsOf(found.text).join(' | ') === expected) return []
    const what = 'the count is not that of the rows'
    return [{ path: page, line: found?.line ?? 1, what, todo: `Write | ${expected} |` }]
  })
}

if (import.meta.main) runAsProgram(assessment)
