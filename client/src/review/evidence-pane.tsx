/** The evidence of one version beside its fields: the files to choose from, the chosen one before the eyes. */
import { EVIDENCE_FIELD, type RevisionContent, type RevisionEvidence } from '@yejibu/shared/archive/revision'
import type { CommandId } from '@yejibu/shared/kernel/ids'
import { attestationOf, decideAttestation } from '@yejibu/shared/review/attestation'
import { UNTOUCHED } from '@yejibu/shared/review/review'
import { createMemo, type JSX, Show } from 'solid-js'
import type { Names } from '../account/create-names.ts'
import { EvidenceView } from '../archive/evidence-preview.tsx'
import { fieldsWords } from '../language/fields.ts'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { AttestationLine } from './attestation-line.tsx'
import { createFileFocus } from './create-file-focus.ts'
import type { ReviewRoom } from './create-review-room.ts'
import { FileChoice } from './file-choice.tsx'
import { PointToggle } from './point-toggle.tsx'
import './review.css'

export interface EvidencePaneProps {
  readonly room: ReviewRoom
  readonly content: RevisionContent
  readonly base: RevisionContent | null
  /** Which file is before the eyes; beyond the last one it begins anew. */
  readonly at: number
  readonly onLook: (at: number) => void
  /** Who attested, by name. */
  readonly names: Pick<Names, 'of'>
  /** Out of the file's viewer, back to where the keys rule. */
  readonly onBack: () => void
  readonly onAttest: (sha256: string) => void
  readonly onTakeBack: (sha256: string, reason: string) => void
  readonly onDismiss: (command: CommandId) => void
  readonly store: Pick<EvidenceStore, 'get'>
  /** What the owner called the file, where the archive still says so. */
  readonly nameOf: (sha256: string) => string | undefined
}

export function EvidencePane(props: EvidencePaneProps): JSX.Element {
  const t = useText(reviewWords)
  const kinds = useText(fieldsWords)
  const isInFile = createFileFocus()
  const files = () => props.content.evidence
  const shown = createMemo(() => files()[props.at % Math.max(1, files().length)])
  const review = () => props.room.review() ?? UNTOUCHED
  const attested = (sha256: string) => attestationOf(review().attested, sha256)
  const mayAttest = (sha256: string) => {
    const { owner, reviewer, shown: onDesk } = props.room
    const item = onDesk()?.item
    if (item === undefined) return false
    const asked = { kind: 'attest-evidence' as const, item, sha256, isHere: true }
    return decideAttestation(review(), asked, { actor: reviewer.actor, owner, employer: reviewer.employer }).ok
  }
  const nameOf = (file: RevisionEvidence, at: number) =>
    props.nameOf(file.sha256) || t('evidence.file', { kind: kinds(`evidence.kinds.${file.kind}`), n: at + 1 })
  const isNew = (file: RevisionEvidence) =>
    props.base !== null && !props.base.evidence.some(({ sha256 }) => sha256 === file.sha256)
  const lost = () =>
    (props.base?.evidence ?? []).filter(({ sha256 }) => !files().some((file) => file.sha256 === sha256))
  return (
    <section class="stack stack--tight" aria-label={t('evidence.title')}>
      <h3 class="review-files__title">
        {t('evidence.choose', { n: files().length })}
        <Show when={props.room.whyNot() === null && props.content.part !== 'profile'}>
          <PointToggle
            name={t('evidence.title')}
            isPointed={props.room.pointing.at().includes(EVIDENCE_FIELD)}
            onToggle={() => props.room.pointing.toggle(EVIDENCE_FIELD)}
          />
        </Show>
      </h3>
      <Show when={files().length > 0} fallback={<p class="muted">{t('evidence.none')}</p>}>
        <FileChoice
          files={files()}
          shown={shown()}
          nameOf={nameOf}
          onLook={props.onLook}
          beside={(file) => (
            <>
              <span class="muted small">{kinds(`evidence.kinds.${file.kind}`)}</span>
              <Show when={attested(file.sha256)}>
                <Badge tone="good" mark="check">
                  {t('attest.done')}
                </Badge>
              </Show>
              <Show when={isNew(file)}>
                <Badge tone="warn" mark="changed">
                  {t('version.newFile')}
                </Badge>
              </Show>
            </>
          )}
        />
      </Show>
      <Show when={lost().length > 0}>
        <p class="small review-lost">
          {t('version.fileGone', {
            names: lost()
              .map((file, at) => nameOf(file, at))
              .join(t('version.join')),
          })}
        </p>
      </Show>
      <Show when={isInFile()}>
        <div class="review-in-file" role="status" data-way-back>
          <span>{t('evidence.inFile')}</span>
          <Button size="small" look="primary" onPress={() => props.onBack()}>
            {t('evidence.back')}
          </Button>
        </div>
      </Show>
      {/* Keyed by the file, so that one file's address is given back before the next one is opened. */}
      <Show when={shown()} keyed>
        {(file) => (
          <>
            <AttestationLine
              name={nameOf(file, files().indexOf(file))}
              attested={attested(file.sha256)}
              by={props.names.of(attested(file.sha256)?.by ?? null)}
              underWay={
                props.room
                  .attesting()
                  .findLast((one) => one.item === props.room.shown()?.item && one.sha256 === file.sha256) ?? null
              }
              mayAttest={mayAttest(file.sha256)}
              onAttest={() => props.onAttest(file.sha256)}
              onTakeBack={(reason) => props.onTakeBack(file.sha256, reason)}
              onDismiss={() => {
                const refused = props.room.attesting().find((one) => one.sha256 === file.sha256 && one.refusal !== null)
                if (refused) props.onDismiss(refused.command)
              }}
            />
            <EvidenceView
              archive={props.room.owner}
              evidence={file}
              name={nameOf(file, files().indexOf(file))}
              store={props.store}
            />
          </>
        )}
      </Show>
    </section>
  )
}
