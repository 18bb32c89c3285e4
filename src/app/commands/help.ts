import type { Command } from './command.ts'
import { questionUsage } from './question.ts'

const text = `小马 Xiaoma

  ./xiaoma start [--yes | --empty] [--name 名称]   启动  start; --yes loads the demo, --empty does not
  ./xiaoma test [--only STEP,…] [--list]          检查和测试  every check and test
  ./xiaoma migrate                                升级数据库  bring the database up to date
  ./xiaoma template LEDGER [--out FILE]           台账模板  the empty workbook of a ledger
  ./xiaoma import FILE… [--dry-run] [--changes-on DAY]   导入台账  import workbooks
  ./xiaoma export LEDGER [--place CODE] [--as-of DAY]    导出台账  export a ledger
  ./xiaoma figures [options]                      全部指标  every figure of a place at a date
  ./xiaoma figure FIGURE [options]                一个指标和口径  one figure with its definition
  ./xiaoma rows FIGURE [--part …] [options]       指标背后的记录  the rows that a figure counts
  ./xiaoma explain FIGURE --before-as-of DAY …    变动原因  what changed between two moments, and why
  ./xiaoma account list|add|role|end-role|reset-password  账号和角色  accounts and their roles
  ./xiaoma backup [--out DIR]                     备份，可在运行中进行  back everything up, while it runs or not
  ./xiaoma restore FILE|DIR [--to MOMENT] [--aside]      恢复备份  restore a backup, also up to a moment
  ./xiaoma drill [DIR]                            试恢复最近的备份并核验  restore the newest backup on trial, and verify it
  ./xiaoma verify [--anchor FILE] [--json]        核验审计链和封存  check the chain of events and the seals
  ./xiaoma bundle [--out DIR] [--platform P]      制作离线安装包  an archive for a machine without a network
  ./xiaoma check-bundle                           核对安装包的文件  the files of a bundle against its digests
  ./xiaoma keys                                   加密密钥和加密情况  the keys of enciphered values, and what is under each
  ./xiaoma keys new [--cipher NAME] | reencipher | master
                                                  新数据密钥、全部重新加密、新主密钥  another data key, all values under it, another master key
  ./xiaoma demo check                             对照报道数字  the reported figures beside the computed ones

options
${questionUsage}

环境变量 environment
  XIAOMA_DATA    数据目录  the data directory (./data; of a bundle ../xiaoma-data)
  DATABASE_URL   使用现有 PostgreSQL（15 及以上）  an existing PostgreSQL, 15 or later
  XIAOMA_PORT    端口  port (8410)
  XIAOMA_HOST    监听地址，默认只限本机  address, this machine alone by default
  XIAOMA_WEB     现成的网页文件夹，不再生成  ready-made web pages, which are then not built
  XIAOMA_MASTER_KEY   主密钥文件，不在数据库中  the master key, outside the database (master.key in the data directory)
  XIAOMA_CIPHER  新内容的加密算法  cipher of new values: aes-256-gcm, sm4-ctr-hmac-sm3
  XIAOMA_BACKUP_DIR   备份文件夹，最好在另一块磁盘  where backups go, best on another disk (backups in the data directory)
  XIAOMA_BACKUP_AT    每天自动备份的时间  when each day, or off (02:30)
  XIAOMA_BACKUP_KEEP  保留几份  how many are kept (7)
  XIAOMA_BACKUP_KEY   密钥文件，备份即加密  a key file: backups are then enciphered
  XIAOMA_DISK_RESERVE 磁盘剩余不足多少MB时停止写入  MB of disk below which nothing is written (256)
  XIAOMA_METRICS_PORT 运行指标端口，只限本机  port of the metrics, this machine alone (none)
  XIAOMA_PUBLIC_PORT, XIAOMA_PUBLIC_HOST  企业诉求公开页面的端口和地址，不设则不开放  port and address of the public request form (none)
  XIAOMA_ORIGIN       浏览器访问本系统的地址，单点登录需要  where browsers reach it, for single sign-on
  XIAOMA_OIDC_ISSUER, …  统一身份认证（OpenID Connect），见 docs/decisions/0026  single sign-on
  XIAOMA_TLS_CERT, XIAOMA_TLS_KEY, XIAOMA_PROXY   对外服务必须其一  needed to listen elsewhere
`

export const help: Command = async () => {
  process.stdout.write(text)
  return 0
}
