import { useState } from 'preact/hooks';
import { Select } from '../controls/choice.tsx';
import { half, moon, sun } from '../signs/icons.ts';
import { catalogue } from '../text/own.ts';
import { useText } from '../text/text.ts';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const signs = { system: half, light: sun, dark: moon } as const;

const current = (): Theme =>
  themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system';

/** Follows the device until the reader chooses; the choice stays on this device (`appearance.js` reads it early). */
export function ThemeSwitch() {
  const t = useText(catalogue);
  const [theme, setTheme] = useState(current);
  const choose = (chosen: Theme) => {
    if (chosen === 'system') {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem('theme');
    } else {
      document.documentElement.dataset.theme = chosen;
      localStorage.setItem('theme', chosen);
    }
    setTheme(chosen);
  };
  return (
    <Select
      label={t('theme')}
      icon={signs[theme]}
      value={theme}
      options={themes.map((value) => ({ value, label: t(`theme_${value}`) }))}
      onValue={choose}
    />
  );
}
