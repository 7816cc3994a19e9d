import 'fake-indexeddb/auto'
import { waitFor } from '@solidjs/testing-library'
import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import {
  AWARD,
  OWNER,
  PAPER,
  PATENT,
  type ReviewedArchive,
  refusing,
  reviewedArchive,
} from './testing/reviewed-archive.ts'

type Options = Parameters<typeof reviewedArchive>[0]

async function inRoom(use: (reviewed: ReviewedArchive) => Promise<void>, options?: Options): Promise<void> {
  await createRoot(async (dispose) => {
    const reviewed = reviewedArchive(options)
    try {
      await use(reviewed)
    } finally {
      await reviewed.dispose()
      dispose()
    }
  })
}

describe('what a reviewer has before her', () => {
  it('[CLIENT-52] a ruling carries the digest of the content shown, also when the owner edits meanwhile', () =>
    inRoom(async ({ room, outbox, named, edit }) => {
      const sent = named(PAPER)
      room.select(PAPER)
      expect(room.shown()?.version).toMatchObject({ which: 'sent', digest: sent.digest })
      edit(PAPER, 'journal', '另一刊物')
      expect(room.drift()).toBe('just-edited')
      expect(room.shown()?.version.content.fields.journal).toBe('环境科学')
      await room.rule('approved', null)
      await waitFor(() => expect(outbox.entries()).toHaveLength(1))
      expect(outbox.entries()[0]?.body).toMatchObject({ archive: OWNER, item: PAPER, digest: sent.digest })
    }))

  it('[CLIENT-52] the current version, once chosen, stays as it was read until she chooses again', () =>
    inRoom(async ({ room, named, edit }) => {
      room.select(PAPER)
      edit(PAPER, 'journal', '第二稿')
      room.look('current')
      const second = named(PAPER).digest
      expect(room.shown()?.version).toMatchObject({ which: 'current', digest: second })
      edit(PAPER, 'journal', '第三稿')
      expect(room.shown()?.version.digest).toBe(second)
      expect(room.drift()).toBe('just-edited')
      room.look('current')
      expect(room.shown()?.version.digest).toBe(named(PAPER).digest)
      expect(room.drift()).toBe('none')
    }))

  it('[CLIENT-52] says when the owner has sent the entry again', () =>
    inRoom(async ({ room, history, named, edit, tell }) => {
      room.select(PAPER)
      edit(PAPER, 'journal', '第二稿')
      history.send(named(PAPER))
      tell()
      expect(room.drift()).toBe('sent-again')
    }))

  it('[CLIENT-54] a ruling waits in the outbox while the relay is away, and the next entry comes before her', () =>
    inRoom(async ({ room, outbox }) => {
      room.select(AWARD)
      await room.rule('returned', '扫描件不清晰')
      await waitFor(() => expect(room.underWay()).toMatchObject([{ item: AWARD, verdict: 'returned', refusal: null }]))
      expect(room.shown()?.item).toBe(PAPER)
      expect(room.left().map(({ id }) => id)).toEqual([PAPER])
      room.select(AWARD)
      expect(room.whyNot()).toBe('pending')
      await room.rule('approved', null)
      room.select(PAPER)
      await room.rule('approved', null)
      await waitFor(() =>
        expect(outbox.entries().map(({ subject }) => subject)).toEqual([`${OWNER}/${AWARD}`, `${OWNER}/${PAPER}`]),
      )
    }))

  it('[CLIENT-54] asks once, however fast she presses', () =>
    inRoom(async ({ room, outbox }) => {
      room.select(PAPER)
      await Promise.all([room.rule('approved', null), room.rule('approved', null)])
      room.select(AWARD)
      await room.rule('approved', null)
      // The award was asked for last: once it is in the list, a second asking for the paper would be there, too.
      await waitFor(() => expect(outbox.entries().map(({ subject }) => subject)).toContain(`${OWNER}/${AWARD}`))
      expect(outbox.entries().map(({ subject }) => subject)).toEqual([`${OWNER}/${PAPER}`, `${OWNER}/${AWARD}`])
    }))

  it('[CLIENT-54] only what waits or is as it was sent can be ruled on', () =>
    inRoom(async ({ room, history, named, edit, tell }) => {
      room.select(PATENT)
      expect(room.whyNot()).toBe('already-ruled')
      edit(PATENT, 'name', '改名后的装置')
      room.look('current')
      expect(room.whyNot()).toBe('not-sent')
      room.select(PAPER)
      expect(room.whyNot()).toBeNull()
      history.withdraw(named(PAPER))
      tell()
      expect(room.whyNot()).toBe('not-sent')
    }))

  it('[CLIENT-55] a refused ruling stays with its entry, and a new one takes its place', () =>
    inRoom(
      async ({ room, outbox, named }) => {
        const saw = named(PAPER).digest
        room.select(PAPER)
        await room.rule('approved', null)
        await waitFor(() => expect(outbox.refused()).toHaveLength(1))
        room.select(PAPER)
        expect(room.refused()).toMatchObject({ item: PAPER, digest: saw, refusal: { kind: 'revision-moved-on' } })
        expect(room.whyNot()).toBeNull()
        const first = room.refused()?.command
        await room.rule('returned', '请核对后修改')
        await waitFor(() => expect(outbox.refused().map(({ id }) => id)).not.toContain(first))
      },
      { answer: () => refusing({ kind: 'revision-moved-on', saw: '', current: null, sent: [] }) },
    ))

  it('[CLIENT-56] approving all sends one command for each chosen entry, with the digest that waited', () =>
    inRoom(async ({ room, outbox, named }) => {
      const [award, paper] = [named(AWARD).digest, named(PAPER).digest]
      await room.approveAll(room.left())
      await waitFor(() => expect(outbox.entries()).toHaveLength(2))
      expect(outbox.entries().map(({ body }) => body)).toMatchObject([
        { item: AWARD, digest: award, verdict: 'approved' },
        { item: PAPER, digest: paper, verdict: 'approved' },
      ])
    }))

  it('[CLIENT-55] what she ruled on is still known to compare with, though its owner took it back', () =>
    inRoom(
      async ({ room, outbox, named, history, tell, edit }) => {
        const saw = named(PAPER)
        room.select(PAPER)
        await room.rule('approved', null)
        history.withdraw(saw)
        edit(PAPER, 'journal', '另一刊物')
        tell()
        await waitFor(() => expect(outbox.refused()).toHaveLength(1))
        room.select(PAPER)
        const refused = room.refused()
        expect(refused && room.saw(refused)).toEqual(saw.content)
        expect(room.shown()?.version.content.fields.journal).toBe('另一刊物')
      },
      { answer: () => refusing({ kind: 'revision-moved-on', saw: '', current: null, sent: [] }) },
    ))
})
