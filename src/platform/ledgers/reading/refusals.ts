import { text } from '../../text.ts'

/** What several readers say of a file that is not what it claims to be. */
export const damaged = text(
  '文件已损坏，或者不是 Excel 工作簿，无法读取。请在 Excel 或 WPS 中打开后另存为 .xlsx，再重新上传。',
  'The file is damaged or is no workbook. Open it in Excel or WPS, save it as .xlsx and upload it again.',
)
export const lockedFile = text(
  '文件设了密码，无法读取。请取消密码后重新上传。',
  'The file has a password. Remove it and upload the file again.',
)
