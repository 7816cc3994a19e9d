/** 命令行的帮助。 */
import type { Command } from './command.ts'
import { sheet } from './table.ts'

const COMMON: readonly [string, string][] = [
  ['--store <地址>', '单位在 PostgreSQL 中时的地址，postgres://…；口令宜写在环境变量 YEJIBU_STORE 中'],
  ['--data <目录>', '单位的数据目录，默认为 .office/real；示例单位为 .office/sample'],
  ['--create', '数据目录里没有单位时新建一个'],
  ['--json', '输出 JSON，供程序读取'],
  ['--help', '显示帮助'],
]

export function usageOf({ words, takes, options }: Command): string {
  const asked = Object.entries(options).map(([name, { value, isRequired }]) => {
    const text = value === undefined ? `--${name}` : `--${name} <${value}>`
    return isRequired ? text : `[${text}]`
  })
  return [
    `yejibu ${words}`,
    ...takes.map(({ name, isOptional }) => (isOptional ? `[${name}]` : `<${name}>`)),
    ...asked,
  ].join(' ')
}

export function overview(commands: readonly Command[]): string {
  const rows = commands.map((command): [string, string] => [`  ${command.words}`, command.about])
  return [
    '用法：npm run yejibu -- <命令> [参数]',
    '',
    sheet(rows),
    '',
    '每个命令都可以加：',
    sheet(COMMON.map(([name, about]): [string, string] => [`  ${name}`, about])),
    '',
    '某个命令的详细用法：npm run yejibu -- <命令> --help',
    '退出码：0 完成，1 未能完成或查出问题，2 用法不对。',
  ].join('\n')
}

export function helpFor(command: Command): string {
  const rows = [
    ...command.takes.map(({ name, option, about }): [string, string] => [
      `  <${name}> 或 --${option} <${name}>`,
      about,
    ]),
    ...Object.entries(command.options).map(([name, { about, value }]): [string, string] => [
      value === undefined ? `  --${name}` : `  --${name} <${value}>`,
      about,
    ]),
    ...COMMON.map(([name, about]): [string, string] => [`  ${name}`, about]),
  ]
  return [command.about, '', `用法：${usageOf(command)}`, '', sheet(rows)].join('\n')
}
