/** Words of the choice between the offices or employers that one person works for. */
export const zh = {
  office: '以哪个机构办理',
  employer: '以哪个单位办理',
}
