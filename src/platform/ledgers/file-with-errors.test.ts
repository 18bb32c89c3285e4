import { openXlsx, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import type { CellError } from './contract.ts'
import { mark } from './error-workbook.ts'
import { fileWithErrors } from './file-with-errors.ts'
import { textFile } from './testing/workbook.ts'

const error: CellError = {
  sheet: '地点台账',
  row: 2,
  column: 'B',
  heading: '名称',
  value: '甲',
  message: { zh: '“甲”不对，请改正。', en: '“甲” is wrong: correct it.' },
}
const told = { errors: [error], count: 1, language: 'zh' } as const

test('another process gives the workbook back with its errors', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '地点台账',
        rows: [
          ['代码', '名称'],
          ['1', '甲'],
        ],
      },
    ],
  })
  const file = await fileWithErrors({ name: '地点.xlsx', bytes }, told)
  expect(file.name).toBe('地点 检查结果.xlsx')
  const { sheets } = await openXlsx(new Uint8Array(await file.arrayBuffer()))
  expect(sheets[1]?.rows[1]).toEqual(['1', '甲', `${mark}B 名称“甲”: “甲”不对，请改正。`])
})

test('a text file longer than one piece keeps all of its bytes', async () => {
  const lines = Array.from({ length: 400_000 }, (_, index) => `${index},一个相当长的名称\n`)
  const before = textFile(`代码,名称\n${lines.join('')}`)
  const after = Buffer.from(await (await fileWithErrors(before, told)).arrayBuffer())
  expect(before.bytes.length).toBeGreaterThan(12_000_000)
  expect(after.toString('utf8').replace(/,"✗ [^"]*"/, '')).toBe(Buffer.from(before.bytes).toString('utf8'))
})

test('a file that cannot be opened again is refused with what to do', async () => {
  const bytes = Buffer.from('PK\u0003\u0004 and nothing of a workbook')
  await expect(fileWithErrors({ name: 'a.xlsx', bytes }, told)).rejects.toMatchObject({
    code: 'INVALID',
    words: { zh: expect.stringContaining('按页面上列出的错误改正') },
  })
})
