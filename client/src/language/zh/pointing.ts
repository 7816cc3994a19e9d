/** What a return or a rejection points at: on the reviewer's desk, beside the owner's fields, in the history. */
export const zh = {
  evidence: '证明材料',
  join: '、',
  /** In the history and in the panel: the places by their names. */
  about: '所指：{{ names }}',
  /** Beside the field itself. */
  returned: '退回：{{ reason }}',
  rejected: '不通过：{{ reason }}',
  toggle: '指出问题：{{ name }}',
  title: '指出有问题的栏目（可不选）',
  hint: '本人会在所选栏目旁看到这段理由。',
} as const
