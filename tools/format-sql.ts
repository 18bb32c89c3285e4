const clauses = new Set([
  'from',
  'where',
  'left',
  'inner',
  'join',
  'cross',
  'group',
  'order',
  'limit',
  'offset',
  'union',
])
const functions =
  /^(count|sum|left|length|substr|split_part|coalesce|nullif|row_number|any|to_char|string_to_array|current_setting|json_object_agg)$/i
const joins = new Set(['left', 'inner', 'cross'])

/** One clause a line, sub-queries indented: for reading, and for a difference that shows what changed. */
export function formatSql(sql: string): string {
  const tokens = sql.match(/'(?:[^']|'')*'|"[^"]*"|-?[\w$:.]+(?:\[\])?|[^\s\w]/g) ?? []
  const lines: string[] = []
  let line = ''
  // For each open bracket: whether a query began in it.
  const open: boolean[] = []
  const depth = () => open.filter(Boolean).length
  const inQuery = () => open.length === 0 || open.at(-1) === true
  const breakLine = (more = 0) => {
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = '  '.repeat(depth() + more)
  }
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1] ?? ''
    const word = token.toLowerCase()
    if (token === ')') {
      if (open.pop()) breakLine()
      line = `${line.trim() === '' ? line : line.trimEnd()})`
      continue
    }
    if (
      inQuery() &&
      clauses.has(word) &&
      !(word === 'left' && tokens[index + 1] === '(') &&
      !(word === 'join' && joins.has(before.toLowerCase()))
    )
      breakLine()
    else if (inQuery() && word === 'and') breakLine(1)
    line += `${needsSpace(before, token, line) ? ' ' : ''}${token}`
    if (token === '(') {
      open.push(tokens[index + 1]?.toLowerCase() === 'select')
      if (open.at(-1)) breakLine()
    }
  }
  breakLine()
  return lines.join('\n')
}

function needsSpace(before: string, token: string, line: string): boolean {
  if (line.trim() === '' || before === '(') return false
  if ([',', ';'].includes(token) || token.startsWith('.') || token.startsWith('::')) return false
  if (before.endsWith('.') || (['<', '>'].includes(before) && ['=', '>'].includes(token))) return false
  if (before === '|' && token === '|') return false
  return !(token === '(' && functions.test(before))
}
