/**
 * 弄虚作假认定 (domain #45) as everybody reads it who may read the case: why, what follows, and the files that it rests on, each by its check code. Offices open
 * them here; its person and her employer are told how to ask for them, because they may speak of others.
 */
import type { CaseFactOf, RecordedCaseFact } from '@yejibu/shared/case/case-facts'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { EvidencePreview } from '../archive/evidence-preview.tsx'
import { momentText } from '../archive/today.ts'
import { falsificationWords } from '../language/falsification.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import './cases.css'

export interface FalsificationCardProps {
  readonly facts: readonly RecordedCaseFact[]
  /** Where an office reads them; absent for everybody else. */
  readonly files?: Pick<EvidenceStore, 'get'> | undefined
}

type Established = RecordedCaseFact & CaseFactOf<'application-voided'>

export function FalsificationCard(props: FalsificationCardProps): JSX.Element {
  const t = useText(falsificationWords)
  const { language } = useLanguage()
  const [looking, setLooking] = createSignal<number | null>(null)
  const established = () => props.facts.find((fact): fact is Established => fact.kind === 'application-voided')
  return (
    <Show when={established()}>
      {(fact) => (
        <Card title={t('title')}>
          <div class="stack">
            <p>{t('decided', { at: momentText(fact().at, language()) })}</p>
            <dl class="case-facts">
              <div>
                <dt>{t('reason')}</dt>
                <dd>
                  <bdi>{fact().data.reason}</bdi>
                </dd>
              </div>
              <div>
                <dt>{t('effect')}</dt>
                <dd>
                  {effectOf(fact(), t)}
                  <Show when={fact().data.isTitleRevoked}> {t('revoked')}</Show>
                </dd>
              </div>
            </dl>
            <section class="stack stack--tight" aria-label={t('evidence', { n: fact().data.evidence.length })}>
              <h3>{t('evidence', { n: fact().data.evidence.length })}</h3>
              <ol class="case-grounds">
                <For each={fact().data.evidence}>
                  {(sha256, at) => (
                    <li>
                      <Show when={props.files} fallback={<span>{t('file', { n: at() + 1 })}</span>}>
                        <Button size="small" onPress={() => setLooking(at())}>
                          {t('look', { n: at() + 1 })}
                        </Button>
                      </Show>
                      <span class="muted small">{t('hash', { hash: sha256.slice(0, 16) })}</span>
                    </li>
                  )}
                </For>
              </ol>
              <p class="muted small">{t(props.files ? 'forOffices' : 'kept')}</p>
            </section>
          </div>
          <Show when={props.files}>
            {(files) => (
              <For each={fact().data.evidence.filter((_, at) => at === looking())}>
                {(sha256) => (
                  <EvidencePreview
                    archive={fact().actor as AccountId}
                    evidence={{ sha256 }}
                    name={t('file', { n: (looking() ?? 0) + 1 })}
                    store={files()}
                    onClose={() => setLooking(null)}
                  />
                )}
              </For>
            )}
          </Show>
        </Card>
      )}
    </Show>
  )
}

function effectOf({ data: { ban } }: Established, t: ReturnType<typeof useText<typeof falsificationWords.zh>>): string {
  return ban.until < ban.from ? t('noBan') : t('ban', { from: ban.from, until: ban.until })
}
