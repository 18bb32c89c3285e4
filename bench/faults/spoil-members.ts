import type { Spoiling } from './spoil-cells.ts'

/** What members' registers have wrong in them, each kind in a cell of its own. */
export const memberSpoilings: readonly Spoiling[] = [
  { column: 'branch_id', says: '没有代码为', bad: (random) => `ZB-${random.between(90_000, 99_999)}` },
  { column: 'home_id', says: '没有代码为', bad: (random) => `35020609${random.between(1000, 9999)}` },
  { column: 'sex', says: '不在选项中', bad: (random) => random.pick(['M', '先生', '未知']) },
  { column: 'education', says: '不在选项中', bad: (random) => random.pick(['大本', '在读研究生', '专升本']) },
  { column: 'category', says: '不在选项中', bad: (random) => random.pick(['积极分子', '发展对象', '群众']) },
  { column: 'invented', says: '应填', bad: () => '也许' },
  { column: 'name', says: '必填', bad: () => '' },
  { column: 'name', says: '超过', bad: () => '长'.repeat(201) },
  { column: 'name', says: '公式出错', bad: () => '#REF!' },
  { column: 'birth', says: '出生年月应写成', bad: (random) => `19${random.between(40, 99)}年` },
  { column: 'birth', says: '出生年月应写成', bad: () => '1980-13' },
  { column: 'birth', says: '出生年月应写成', bad: () => '1981-02-30' },
  { column: 'birth', says: '出生年月应写成', bad: () => '2099-01' },
  { column: 'birth', says: '必填', bad: () => '' },
  { column: 'joined_on', says: '不是有效日期', bad: () => '建党节' },
  { column: 'joined_on', says: '没有日', bad: (random) => `200${random.between(0, 9)}.7` },
  { column: 'begins', says: '必填', bad: () => '' },
  { column: 'begins', says: '还没有到', bad: () => '2099-01-01' },
  { column: 'ends', says: '应晚于', bad: () => '1999-01-01' },
  { column: 'code', says: '必填', bad: () => '' },
  {
    column: 'code',
    says: '重复',
    bad: (random, at, rows) => rows[random.between(0, Math.max(0, at - 1))]?.['code'] as string,
  },
]
