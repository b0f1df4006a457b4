import { Select } from '../controls/choice.tsx';
import { useText } from '../text/text.ts';
import { ConsoleParts } from './console.tsx';
import { Controls } from './controls.tsx';
import styles from './gallery.module.css';
import { PromptPart } from './prompt.tsx';
import { addressOf, choices, type Part, type Settings } from './settings.ts';
import { Signs } from './signs.tsx';
import { States } from './states.tsx';
import { Surfaces } from './surfaces.tsx';
import { catalogue } from './text.ts';

const shown = {
  signs: Signs,
  controls: Controls,
  surfaces: Surfaces,
  states: States,
  prompt: PromptPart,
  console: ConsoleParts,
} as const satisfies Readonly<Record<Part, unknown>>;

const names = Object.keys(choices) as (keyof Settings)[];

/** Every primitive in every state; how it is shown stands in the address. */
export function Gallery({ settings }: { readonly settings: Settings }) {
  const t = useText(catalogue);
  const all = Object.entries(shown).filter(([part]) => settings.part === 'all' || settings.part === part);
  return (
    <main class={styles.gallery}>
      <header class={styles.head}>
        <h1>{t('title')}</h1>
        <div class={styles.choices}>
          {names.map((name) => (
            <Select
              key={name}
              label={t(`choice_${name}`)}
              value={settings[name]}
              options={choices[name].map((value) => ({ value, label: t(`value_${value}`) }))}
              onValue={(value) => location.assign(addressOf({ ...settings, [name]: value }))}
            />
          ))}
        </div>
      </header>
      {all.map(([part, Shown]) => (
        <Shown key={part} />
      ))}
    </main>
  );
}
