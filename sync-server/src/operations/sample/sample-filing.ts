/**
 * What somebody of the sample files beside the archive: a photo of nobody, a signed pledge, a scan for each slot that the plan asks of her.
 * Everything is made from its description, so that it is the same everywhere.
 */
import { createHash } from 'node:crypto'
import { type FiledFile, type Filing, NOTHING_FILED } from '@yejibu/shared/application/filing'
import { addAttachment, setPhoto, setPledge, setStartedAt } from '@yejibu/shared/application/filing-doc'
import { slotsFor } from '@yejibu/shared/application/filing-problems'
import { pledgeTextDigest } from '@yejibu/shared/application/pledge'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Candidate } from '@yejibu/shared/plan/condition'
import type { Plan } from '@yejibu/shared/plan/plan'
import type * as Y from 'yjs'
import { certificatePdf } from './certificate-pdf.ts'
import { encodeJpeg } from './jpeg.ts'
import { portraitPicture, signaturePicture } from './portrait-picture.ts'
import { seedBytes } from './seed.ts'

export interface SampleFile {
  readonly file: FiledFile
  readonly bytes: Uint8Array
}

export interface SampleFiling {
  readonly filing: Filing
  /** The bytes of every file that it names. */
  readonly files: readonly SampleFile[]
}

/** @param startedAt ISO 8601, when the draft was begun; the pledge is signed a minute later */
export function sampleFiling(owner: AccountId, plan: Plan, candidate: Candidate, startedAt: string): SampleFiling {
  const photo = picture('证件照.jpg', encodeJpeg(portraitPicture(seedBytes(`portrait/${owner}`))))
  const signature = picture('签名.jpg', encodeJpeg(signaturePicture(seedBytes(`signature/${owner}`))))
  const slots = slotsFor(plan, candidate)
    .filter(({ isRequired }) => isRequired)
    .map(({ slot }) => ({ slot: slot.code, ...scan(owner, slot.title) }))
  const filing: Filing = {
    ...NOTHING_FILED,
    startedAt,
    photo: photo.file,
    pledge: {
      plan: plan.id,
      owner,
      textDigest: pledgeTextDigest(plan),
      signature: signature.file,
      signedAt: new Date(Date.parse(startedAt) + 60_000).toISOString(),
    },
    attachments: slots.map(({ slot, file }) => ({ slot, ...file })),
  }
  return { filing, files: [photo, signature, ...slots] }
}

/** Into a draft's document, part by part as its owner would. */
export function writeFiling(doc: Y.Doc, filing: Filing): void {
  if (filing.startedAt !== null) setStartedAt(doc, filing.startedAt)
  setPhoto(doc, filing.photo)
  setPledge(doc, filing.pledge)
  filing.attachments.forEach((attachment, nth) => {
    addAttachment(doc, attachment, String(nth).padStart(3, '0'))
  })
}

function picture(name: string, bytes: Uint8Array): SampleFile {
  return { file: fileOf(name, 'image/jpeg', bytes), bytes }
}

function scan(owner: AccountId, title: string): SampleFile {
  const seed = seedBytes(`filed/${owner}/${title}`)
  const number = Array.from(seed.subarray(0, 10), (byte) => byte % 10).join('')
  const bytes = certificatePdf({ title, latin: owner, number })
  return { file: fileOf(`${title}.pdf`, 'application/pdf', bytes), bytes }
}

function fileOf(name: string, type: string, bytes: Uint8Array): FiledFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, type, name }
}
