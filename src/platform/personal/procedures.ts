import { fieldOf, type RecordType } from '../records/record-type.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { personalContract, type PurposeView } from './contract.ts'
import { lawfulBases, type Purpose } from './purpose.ts'

export function personalProcedures(types: ReadonlyMap<string, RecordType>, purposes: readonly Purpose[]) {
  const os = implementer(personalContract)
  const views = purposes.map((purpose) => viewOf(types, purpose))
  return { purposes: os.purposes.handler(() => ({ purposes: views })) }
}

function viewOf(types: ReadonlyMap<string, RecordType>, purpose: Purpose): PurposeView {
  const { id, name, basis, ground, fields, necessity = null, retention, recipients, notice } = purpose
  return {
    id,
    name,
    basis: lawfulBases[basis],
    ground,
    records: Object.entries(fields).map(([of, keys]) => {
      const type = types.get(of) as RecordType
      return {
        label: type.label,
        fields: keys.map((key) => {
          const field = fieldOf(type, key)
          return { label: field.label, sensitive: field.class === 'sensitive' }
        }),
      }
    }),
    necessity,
    retention,
    recipients,
    notice,
  }
}
