import { expect, test } from 'vitest'
import { treeWith } from './testing/clean-tree.ts'
import { untranslated } from './untranslated.ts'

const page = 'src/areas/north/pages/x.tsx'
const code = 'src/areas/north/x.ts'

test.each([
  ['loose Chinese', code, "export const a = '开'"],
  ['loose Chinese in a template', code, 'export const a = `第${1}`'],
  ['loose Chinese as a key', code, "export const a = { '开': 1 }"],
  ['a text without English', code, "export const a = { zh: '开' }"],
  ['a text with empty English', code, "export const a = { zh: '开', en: ' ' }"],
  ['a text without Chinese', code, "export const a = { en: 'Open' }"],
  ['a call with empty English', code, "export const a = text('开', '')"],
  ['a call without English', code, "complain('开')"],
  ['Chinese alone in a terminal', 'src/app/cli.ts', "export const a = '开'"],
  ['both in one literal outside a terminal', code, "export const a = '开 open'"],
  ['English that is Chinese', code, "export const a = text('开', '开')"],
  ['words between tags', page, 'export const A = () => <p>Save</p>'],
  ['words between tags in braces', page, "export const A = () => <p>{'Save'}</p>"],
  ['words between tags by choice', page, "export const A = (on: boolean) => <p>{on ? 'On' : null}</p>"],
  ['a placeholder', page, 'export const A = () => <input placeholder="Name" />'],
  ['a title by template', page, 'export const A = () => <p title={`Page ${1}`} />'],
  ['an aria-label', page, "export const A = () => <p aria-label={'Close'} />"],
  ['the title of a column', page, "export const columns = [{ title: 'Name' }]"],
])('%s is refused', (_name, path, text) => {
  const findings = untranslated(treeWith({ [path]: `\n${text}\n` }))
  expect(findings.length).toBeGreaterThan(0)
  expect(new Set(findings.map(({ path, line }) => `${path}:${line}`))).toEqual(new Set([`${path}:2`]))
})

test.each([
  ['a pair', code, "export const a = { zh: on ? '开' : `关${1}`, en: on ? 'Open' : 'Shut' }"],
  ['a choice by language', code, "export const a = language === 'zh' ? `${1}年` : '1'"],
  ['no words at all', code, "export const a = { zh: '', en: '' }"],
  ['both in one literal of a terminal', 'src/app/cli.ts', "export const a = '开 open'"],
  ['a call with both', code, "complain('开', 'Open')"],
  ['an example value', code, "export const a = { example: '开' }"],
  ['a comment', code, '// 开\nexport {}'],
  ['a pattern', code, 'export const a = /开/'],
  ['a test', 'src/areas/north/x.test.ts', "export const a = '开'"],
  ['signs without letters', page, 'export const A = () => <p title="—">: 1 / 2</p>'],
  ['a class name', page, 'export const A = () => <p className="wide" id="x" />'],
  [
    'a language in its own words',
    page,
    "export const A = () => <p>{other === 'zh' ? '中文' : 'English'}</p>",
  ],
])('%s passes', (_name, path, text) => {
  expect(untranslated(treeWith({ [path]: text }))).toEqual([])
})
