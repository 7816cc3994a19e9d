/** Words about the ways of applying that a plan allows, and where an application goes. */
export const en = {
  title: 'What each type of application still lacks',
  nearestReady: 'Nearest for you: {{ name }}. What is approved meets its conditions.',
  nearestLacks: 'Nearest for you: {{ name }}, with {{ n }} conditions not met yet.',
  nearest: ' (nearest)',
  met: 'What is approved meets the conditions of this type.',
  papers: 'It also asks for: {{ list }}.',
  recommenders: '{{ n }} {{ title }} in post must recommend you, with their certificates.',
  score:
    'Self-evaluation: the approved entries give {{ total }} points by themselves, {{ threshold }} are needed; what you choose or enter yourself is not counted.',
  scoreEnough:
    'Self-evaluation: the approved entries give {{ total }} points by themselves, enough for {{ threshold }}.',
  about: 'Judged from what is approved alone. Whether you belong to a type, the plan’s own words say.',
  ahead: {
    title: 'Where it goes',
    first: 'First to {{ employer }}, which reviews it, puts it on public notice and reports it.',
    several: 'Your employer chooses one of these ways when it reports, by its affiliation.',
    arrow: ' → ',
    suggested: '; by the department or employer in your archive, usually: {{ name }}',
  },
}
