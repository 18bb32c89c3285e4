import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFile } from '../../platform/ledgers/import-file.ts'
import { textFile } from '../../platform/ledgers/testing/workbook.ts'
import { clerk } from '../../platform/testing/office.ts'
import { type Day, day } from '../../platform/values/day.ts'
import { creditCode, furnish } from './testing/furnish.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'

/** The census of domain S3: 2 866 companies of the register, 66 with the three haves, 28 of them covered at first and 56 in the end. */
const [registered, qualifying, coveredAtFirst, coveredInTheEnd] = [2866, 66, 28, 56]
const launched = day('2018-03-22')
const [before, after] = [day('2018-03-22'), day('2018-06-29')]

let at: EnterpriseOffice
let street: string
beforeAll(async () => {
  at = await openEnterpriseOffice()
  const there = await furnish(at)
  street = there.street
  await at.establish(
    'drive',
    launched,
    { name: '百日攻坚', industry: 'internet', days: '100', last_day: '2018-06-29', census: 'open' },
    { code: 'GJ' },
  )
}, 120_000)
afterAll(() => at.close())

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)
const sheet = (name: string, head: string, lines: readonly string[]) =>
  textFile([head, ...lines].join('\r\n'), `${name}.csv`)

async function bring(file: ReturnType<typeof sheet>) {
  const { errors } = await importFile(at.database, at.engine, at.ledgers, {
    scope: at.whole,
    actor: clerk,
    files: [file],
  })
  expect(errors.slice(0, 3)).toEqual([])
}

test('the worked example: 42.4 % at the launch, 84.8 % at the end, from an extract of 2 866 companies', async () => {
  await bring(
    sheet(
      '法人单位台账',
      '统一社会信用代码,单位性质,单位名称,登记状态,登记日期',
      numbers(registered).map((n) => `${creditCode(n)},非公企业,示例${n}网络公司,在营,2015-01-01`),
    ),
  )
  await bring(
    sheet(
      '企业服务名录',
      '统一社会信用代码,所在地点代码,行业,列入日期',
      numbers(registered).map((n) => `${creditCode(n)},350206099001,互联网,2018-01-01`),
    ),
  )
  await bring(
    sheet(
      '两个覆盖摸底表',
      '行动编号,企业信用代码,有固定经营场所,核实员工数（人）,有生产经营活动,列入名单日期',
      numbers(registered).map(
        (n) =>
          `GJ,${creditCode(n)},${n <= qualifying ? '是' : '否'},${n <= qualifying ? 10 : 9},是,${launched}`,
      ),
    ),
  )
  await bring(
    sheet(
      '党组织台账',
      '党组织代码,党组织全称,组织类型,设置于,所在地点代码,所在单位信用代码,成立日期',
      numbers(coveredInTheEnd).map(
        (n) =>
          `HL-${n},示例${n}网络公司党支部,党支部,单位,350206099001,${creditCode(n)},${n <= coveredAtFirst ? '2017-05-04' : '2018-05-04'}`,
      ),
    ),
  )
  const coverage = async (asOf: Day) => {
    const { value, inputs } = await at.value({
      figure: 'enterprise.drive_today_coverage',
      node: street,
      asOf,
    })
    return [value, ...inputs.map((input) => input.value)]
  }
  expect(await coverage(before)).toEqual(['42.4', '28', '66'])
  expect(await coverage(after)).toEqual(['84.8', '56', '66'])
  expect((await at.value({ figure: 'enterprise.companies', node: street, asOf: after })).value).toBe('2866')
}, 300_000)
