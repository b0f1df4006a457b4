import { Select } from '../controls/choice.tsx';
import { globe } from '../signs/icons.ts';
import { catalogue } from './own.ts';
import { type Language, languages, useSpeech, useText } from './text.ts';

/** Each language by its own name, so that nobody has to read another one to find it. */
const names: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文', de: 'Deutsch' };

export function LanguageSwitch() {
  const speech = useSpeech();
  const t = useText(catalogue);
  return (
    <Select
      label={t('language')}
      icon={globe}
      value={speech.language.value}
      options={languages.map((value) => ({ value, label: names[value], lang: value }))}
      onValue={(language) => void speech.choose(language)}
    />
  );
}
