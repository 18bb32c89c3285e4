import { Refusal } from '../../../platform/refusal.ts'
import { text } from '../../../platform/text.ts'

/**
 * A rate in its one form: yuan for one unit of the currency, above zero, at most six digits before and eight behind the point.
 * @throws Refusal INVALID
 */
export function cleanRate(value: string): string {
  const plain = value.normalize('NFKC').replaceAll(/\s/g, '')
  if (!/^\d{1,6}(\.\d{1,8})?$/.test(plain) || /^[0.]+$/.test(plain))
    throw new Refusal(
      'INVALID',
      text(
        `“${value}”不是折算率。请填每1单位外币折合人民币多少元，如 7.1234。`,
        `“${value}” is no rate. Enter how many yuan one unit of the currency is, as 7.1234.`,
      ),
      { field: 'rate', value },
    )
  const [whole = '0', behind = ''] = plain.split('.')
  const rest = behind.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '')}${rest ? `.${rest}` : ''}`
}
