/** The people whose name or user name holds what was typed; blanks, width and case do not matter. */
import type { MemberView } from '@yejibu/shared/wire/membership'

export function filterMembers<Member extends Pick<MemberView, 'name' | 'username'>>(
  members: readonly Member[],
  search: string,
): readonly Member[] {
  const wanted = plain(search)
  return members.filter(({ name, username }) => plain(name).includes(wanted) || plain(username).includes(wanted))
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}
