import { type Text, text } from '../../text.ts'

export const backupWords = {
  title: text('备份', 'Backups'),
  line: text(
    '数据库和数据目录的备份，每份都已读回检查。',
    'Backups of the database and its data directory, each read back and checked.',
  ),
  now: text('立即备份', 'Back up now'),
  state: text('备份情况', 'How backups stand'),
  list: text('已有备份', 'Backups there are'),
  none: text('还没有备份。', 'There is no backup yet.'),
  last: text('最近一份', 'Latest'),
  noneYet: text('还没有', 'None yet'),
  next: text('下次自动备份', 'Next by itself'),
  neverByItself: text('不自动备份（XIAOMA_BACKUP_AT=off）', 'None by itself (XIAOMA_BACKUP_AT=off)'),
  folder: text('存放位置', 'Folder'),
  keep: text('保留份数', 'Kept'),
  cipher: text('加密', 'Enciphered'),
  enciphered: text('AES-256-GCM', 'AES-256-GCM'),
  plain: text('未加密（用 XIAOMA_BACKUP_KEY 指定密钥文件）', 'No (name a key file in XIAOMA_BACKUP_KEY)'),
  sameDisk: text(
    '备份和数据在同一块磁盘上，磁盘损坏时会一起丢失。请用 XIAOMA_BACKUP_DIR 指定另一块磁盘上的文件夹。',
    'Backups lie on the same disk as the data, and a broken disk would take both. Name a folder on another disk in XIAOMA_BACKUP_DIR.',
  ),
  failed: (at: string, words: Text): Text =>
    text(`${at} 备份未成功：${words.zh}`, `The backup of ${at} failed: ${words.en}`),
  moment: text('数据时刻', 'As of'),
  size: text('大小（MB）', 'Size (MB)'),
  checked: text('检查', 'Checked'),
  readBack: (tables: number): Text =>
    text(`已读回，${tables}张表已计数`, `Read back, ${tables} tables counted`),
  notCounted: text('已读回，未逐表计数', 'Read back, tables not counted'),
  name: text('文件夹名', 'Name'),
  phases: {
    copying: text('正在复制', 'Copying'),
    counting: text('正在逐表计数', 'Counting the tables'),
    checking: text('正在读回检查', 'Reading back'),
  },
  external: text(
    '数据库由 DATABASE_URL 指定的服务器管理，请用该服务器自己的备份工具，并另外保存数据目录中的 secret 文件。',
    'The server that DATABASE_URL names looks after the database: back it up with its own tools, and keep the file “secret” of the data directory as well.',
  ),
  restoring: text('如何恢复', 'How to restore'),
  stopProgram: text('停止程序。', 'Stop the program.'),
  runCommand: text(
    '在服务器上运行下面的命令；原有数据会改名保留。',
    'On the server, run the command below; what is there now is kept under another name.',
  ),
  startAgain: text(
    '重新启动程序，核对最后一次变更的时间。',
    'Start the program again and look at when the last change was made.',
  ),
  toMoment: text(
    '恢复到某一时刻（日志至多滞后五分钟）：',
    'Up to a moment (the log lags five minutes at most):',
  ),
  erasures: text(
    '备份之后依法清除的个人信息会在恢复时再次清除。',
    'Personal information that was erased since the backup is erased again.',
  ),
}
