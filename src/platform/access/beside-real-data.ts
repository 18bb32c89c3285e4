import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

export function besideRealData(): Refusal {
  return new Refusal(
    'FORBIDDEN',
    text(
      '演示账户与真实数据不能放在同一个数据库。请用 XIAOMA_DATA 另设一个数据目录。',
      'Demo accounts and real data may not share a database. Name another data directory in XIAOMA_DATA.',
    ),
  )
}
