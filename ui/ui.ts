export { Button, LinkButton, Pair } from './controls/button.tsx';
export { Chip, Select } from './controls/choice.tsx';
export { csvText } from './controls/csv.ts';
export { Field } from './controls/field.tsx';
export { Lines } from './controls/lines.tsx';
export { saveFile } from './controls/save.ts';
export { Switch } from './controls/switch.tsx';
export type { Asking } from './prompt/asking.ts';
export { PromptCard, PromptSheet } from './prompt/prompt.tsx';
export { Icon } from './signs/icon.tsx';
export * as icons from './signs/icons.ts';
export { DataPath, type Stop } from './signs/path.tsx';
export { Qr } from './signs/qr.tsx';
export { Ripple } from './signs/ripple.tsx';
export { Seal, type SealState } from './signs/seal.tsx';
export { Status, type Tone } from './signs/status.tsx';
export { useOffline } from './states/offline.ts';
export { usePress } from './states/press.ts';
export { codeOf, ProblemState, problemWords, useProblemLine } from './states/problem.tsx';
export { Refused } from './states/refused.tsx';
export { type Resource, useResource } from './states/resource.ts';
export { ClosedState, EmptyState, ErrorState, OfflineBar, Skeleton } from './states/states.tsx';
export { Card } from './surfaces/card.tsx';
export { Details } from './surfaces/details.tsx';
export { Page, PageShape, Section } from './surfaces/page.tsx';
export { Facts, Row, Rows } from './surfaces/rows.tsx';
export { Sheet } from './surfaces/sheet.tsx';
export { LanguageSwitch } from './text/language.tsx';
export { catalogue as ownWords } from './text/own.ts';
export {
  bestLanguage,
  type Catalogue,
  createSpeech,
  type Formats,
  formats,
  type Language,
  languages,
  type Speech,
  SpeechContext,
  type Translate,
  useFormats,
  useSpeech,
  useText,
  type Words,
} from './text/text.ts';
export { ThemeSwitch } from './theme/theme.tsx';
