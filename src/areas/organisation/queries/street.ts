import { sql } from 'kysely'
import type { Preparing } from '../../../platform/db/transaction.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { text } from '../../../platform/text.ts'

/** The subdistrict's own place. @throws Refusal CONFLICT while none is recorded */
export async function streetOf(preparing: Preparing): Promise<string> {
  const { rows } = await sql<{ id: string }>`select record_id as id from organisation.place_spell
    where office_id = ${preparing.request.scope.office} and kind = 'street' order by valid_from, record_id limit 1`.execute(
    preparing.db,
  )
  const [street] = rows
  if (!street) throw new Refusal('CONFLICT', noStreet, {})
  return street.id
}

const noStreet = text(
  '还没有登记街道这一级地点。请先在地点台账中登记街道和社区。',
  'The subdistrict itself is not recorded yet. Record the subdistrict and its communities as places first.',
)
