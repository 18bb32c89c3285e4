import type { RecordField } from '../../records/record-type.ts'
import type { FieldPlace } from './form-input.ts'

/** A field of a form and the part of the record that it belongs to. */
export type FormField = { readonly place: FieldPlace; readonly field: RecordField }
