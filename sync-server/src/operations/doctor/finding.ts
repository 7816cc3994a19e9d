/** What the doctor may find. Each finding names one thing, says what it means and what to do about it. */
import type { Text } from '@yejibu/shared/archive/label'

export type FindingKind =
  | 'database-damaged'
  | 'fact-unreadable'
  | 'fact-changed'
  | 'fact-missing'
  | 'fact-unlinked'
  | 'stream-miscounted'
  | 'ledger-cut'
  | 'revision-not-its-digest'
  | 'submission-not-its-digest'
  | 'pull-without-approval'
  | 'evidence-missing'
  | 'evidence-changed'
  | 'letter-missing'
  | 'letter-changed'
  | 'document-unreadable'
  | 'document-unknown'
  | 'view-differs'

export interface Finding {
  readonly kind: FindingKind
  /** The thing itself: `fact 17`, `archive/abc`, a hash, a table. */
  readonly at: string
  /** Particulars, without wording: an item id, hashes, counts. */
  readonly detail: string
}

export interface Explanation {
  readonly means: Text
  readonly advice: Text
}

const FROM_BACKUP: Text = {
  zh: '请停止服务，保留现有数据目录备查，用最近一份校验通过的备份恢复到新目录（backup restore）。',
  en: 'Stop the relay, keep this folder as it is, and restore the newest whole backup into a new one (backup restore).',
}

export const EXPLANATIONS: Readonly<Record<FindingKind, Explanation>> = {
  'database-damaged': {
    means: { zh: '数据库文件损坏，部分内容读不出来。', en: 'The database file is damaged.' },
    advice: FROM_BACKUP,
  },
  'fact-unreadable': { means: { zh: '该条事实记录无法读取。', en: 'This fact cannot be read.' }, advice: FROM_BACKUP },
  'fact-changed': {
    means: {
      zh: '该条事实记录在写入之后被改动，内容与其哈希不符。',
      en: 'This fact was changed after it was written: its content is not what its hash says.',
    },
    advice: {
      zh: '请核查谁能登录这台服务器；将该条与备份中的同号记录比对，并用校验通过的备份恢复。',
      en: 'Find out who can reach this machine, compare the fact with the one in a backup, and restore a whole backup.',
    },
  },
  'fact-missing': {
    means: { zh: '事实记录中间缺号，有记录被删除。', en: 'A number is missing: a fact was removed.' },
    advice: FROM_BACKUP,
  },
  'fact-unlinked': {
    means: {
      zh: '该条事实记录没有接在前一条之后，前一条或本条被替换过。',
      en: 'This fact does not follow the one before it: one of the two was exchanged.',
    },
    advice: FROM_BACKUP,
  },
  'stream-miscounted': {
    means: { zh: '同一对象的事实记录编号不连续。', en: 'The facts of one stream are not counted without gaps.' },
    advice: FROM_BACKUP,
  },
  'ledger-cut': {
    means: {
      zh: '已受理的操作所对应的事实记录不在了，账本末尾被截去。',
      en: 'A command was accepted whose facts are gone: the end of the ledger was cut off.',
    },
    advice: FROM_BACKUP,
  },
  'revision-not-its-digest': {
    means: {
      zh: '该条记录中保存的档案内容与其摘要不符，不能作为核定依据。',
      en: 'The content kept in this fact does not belong to its digest, so it proves nothing.',
    },
    advice: {
      zh: '请将该条与备份比对；如确被改动，由用人单位人事负责人撤销该次核定后重新审核。',
      en: 'Compare with a backup; if it was forged, the HR lead revokes the approval and reviews the item again.',
    },
  },
  'submission-not-its-digest': {
    means: {
      zh: '已提交的申报与其提交摘要不符。',
      en: 'This submission does not belong to its digest.',
    },
    advice: {
      zh: '请暂停该申报的流转，并与备份和申报人的回执核对。',
      en: 'Halt the case; compare with a backup and the applicant’s receipt.',
    },
  },
  'pull-without-approval': {
    means: {
      zh: '已提交的申报中有一条提取内容找不到对应的核定记录。',
      en: 'A submission holds a pulled item without the approval it names.',
    },
    advice: {
      zh: '请暂停该申报的流转，并与用人单位核实该条目。',
      en: 'Halt the case and ask the employer about the item.',
    },
  },
  'evidence-missing': {
    means: {
      zh: '被核定内容引用或登记在册的附件文件不存在。',
      en: 'A file that was registered or approved is not there.',
    },
    advice: {
      zh: '请从备份的 evidence 目录取回同名文件；没有备份的，请申报人重新上传同一份文件。',
      en: 'Bring the file of this name back from a backup’s evidence folder, or have its owner upload the same file again.',
    },
  },
  'evidence-changed': {
    means: {
      zh: '附件文件的内容与其哈希不符，文件损坏或被替换。',
      en: 'The file’s bytes are not what its name says: it was damaged or exchanged.',
    },
    advice: {
      zh: '请先移走该文件，再从备份取回同名文件；没有备份的，请申报人重新上传同一份文件。',
      en: 'Move the file away and bring it back from a backup, or have its owner upload the same file again.',
    },
  },
  'letter-missing': {
    means: {
      zh: '单位上传的委托证明扫描件不存在。',
      en: 'A sealed letter that an employer sent is not there.',
    },
    advice: {
      zh: '请用最近一份校验通过的备份取回；没有备份的，请该单位人事负责人重新提供盖章的委托证明存档。',
      en: 'Bring it back from a whole backup, or have the employer’s HR lead hand in the sealed letter again for the file.',
    },
  },
  'letter-changed': {
    means: {
      zh: '单位的委托证明扫描件与其哈希不符，文件损坏或被替换，不能作为审核依据。',
      en: 'A sealed letter’s bytes are not what its name says: it was damaged or exchanged and proves nothing.',
    },
    advice: {
      zh: '请核查谁能登录这台服务器；用备份取回原件，并与该单位核对。',
      en: 'Find out who can reach this machine, bring the letter back from a backup, and check with the employer.',
    },
  },
  'document-unreadable': {
    means: {
      zh: '该文档有无法解读的更新，内容可能不完整。',
      en: 'The document holds updates that cannot be read; it may be incomplete.',
    },
    advice: {
      zh: '请本人在保存有该档案的设备上打开并联网，未损坏的部分会自动补齐；仍有此提示的，用备份恢复。',
      en: 'Have the owner open it online on a device that holds it; what is intact comes back. Else restore a backup.',
    },
  },
  'document-unknown': {
    means: { zh: '文档名称不在允许范围内。', en: 'The document’s name is none that the relay would accept.' },
    advice: {
      zh: '请核查谁能登录这台服务器，并保留数据目录备查。',
      en: 'Find out who can reach this machine; keep the folder.',
    },
  },
  'view-differs': {
    means: {
      zh: '列表数据与事实记录推算的结果不一致；事实记录本身没有问题。',
      en: 'A list differs from what the facts say; the facts themselves are sound.',
    },
    advice: {
      zh: '请停止服务后运行 doctor --rebuild 重建列表，事实记录不受影响。',
      en: 'Stop the relay and run doctor --rebuild: the lists are made again from the facts, which stay as they are.',
    },
  },
}
