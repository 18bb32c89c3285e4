import { titles } from '../shell/titles.ts'
import { type Text, text } from '../../text.ts'

export const backupWords = {
  title: titles.backups,
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
  cipherShort: text('加密', 'Enciphered'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  earlier: text('恢复之前的备份，不会自动清理', 'Of before a restore; nothing removes it by itself'),
  proof: text('最近检验', 'Last tried'),
  neverTried: text('没有检验过', 'Not tried yet'),
  checkedOn: (at: string): Text => text(`${at} 逐个文件读回，完好`, `Every file read back ${at}: sound`),
  drilledOn: (at: string, tables: number | null): Text =>
    tables === null
      ? text(`${at} 试恢复并核验，完好`, `Restored on trial and verified ${at}: sound`)
      : text(
          `${at} 试恢复，${tables}张表一致，审计链和封存核验通过`,
          `Restored on trial ${at}: ${tables} tables the same, chain and seals hold`,
        ),
  notSound: (at: string, words: Text): Text =>
    text(`${at} 检验未通过：${words.zh}`, `Tried ${at}, not sound: ${words.en}`),
  lastDrill: text('最近一次试恢复', 'Last restored and compared'),
  neverDrilled: text(
    '还没有试恢复过。没有恢复过的备份，不能肯定有用。',
    'Never yet. Whether a backup is of use is not certain until one was restored.',
  ),
  drilledBackup: (at: string, name: string): Text => text(`${at}（${name}）`, `${at} (${name})`),
  acts: text('操作', 'Acts'),
  check: text('检查', 'Check'),
  checkNamed: (at: string): Text => text(`检查 ${at} 的备份`, `Check the backup of ${at}`),
  drill: text('试恢复', 'Restore on trial'),
  drillNamed: (at: string): Text => text(`试恢复 ${at} 的备份`, `Restore on trial: the backup of ${at}`),
  stop: text('停止', 'Stop'),
  kinds: {
    backup: text('备份', 'Backup'),
    check: text('检查', 'Check'),
    drill: text('试恢复', 'Restore on trial'),
    restore: text('恢复', 'Restore'),
  },
  doing: (kind: Text, phase: Text): Text => text(`${kind.zh}：${phase.zh}`, `${kind.en}: ${phase.en}`),
  phases: {
    copying: text('正在复制', 'Copying'),
    counting: text('正在逐表计数', 'Counting the tables'),
    checking: text('正在读回检查', 'Reading back'),
    replaying: text('正在重放日志', 'Replaying the log'),
    comparing: text('正在逐表比较', 'Comparing the tables'),
    verifying: text('正在核验审计链和封存', 'Verifying the chain and the seals'),
  },
  reach: (at: string): Text =>
    text(
      `${at} 至今的任一时刻都可以恢复到（日志至多滞后五分钟）。`,
      `Any moment from ${at} until now can be reached (the log lags five minutes at most).`,
    ),
  reachLabel: text('可恢复到', 'Can be reached'),
  external: text(
    '数据库由 DATABASE_URL 指定的服务器管理，请用该服务器自己的工具备份，并另外保存数据目录中的 secret 文件。恢复时先停止小马，用该服务器的工具恢复数据库，放回 secret 文件，再启动。',
    'The server that DATABASE_URL names looks after the database: back it up with its own tools, and keep the file “secret” of the data directory as well. To restore, stop Xiaoma, restore the database with those tools, put the file “secret” back, and start again.',
  ),
  restoring: text('在服务器上恢复', 'Restoring on the server'),
  restoringLine: text(
    '程序启动不了时，在服务器上用命令恢复。',
    'Where the program does not start, restore with a command on the server.',
  ),
  aside: text('恢复时另存的数据', 'What restores set aside'),
  asideLine: text(
    '每次恢复前的全部数据都保留在服务器上。要换回，停止程序后运行下面的命令；确认不再需要后，由管理服务器的人删除文件夹。',
    'All that was there before each restore is kept on the server. To go back to it, stop the program and run the command below; whoever looks after the server removes the folder once it is needed no more.',
  ),
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
