import { Icon } from '../signs/icon.tsx';
import * as icons from '../signs/icons.ts';
import { DataPath } from '../signs/path.tsx';
import { Ripple } from '../signs/ripple.tsx';
import { Seal } from '../signs/seal.tsx';
import { Status, type Tone } from '../signs/status.tsx';
import { useText } from '../text/text.ts';
import styles from './gallery.module.css';
import { PartOf, Shelf, Specimen } from './specimen.tsx';
import { catalogue } from './text.ts';

const colours =
  'paper raised sunken ink quiet-ink line edge water water-deep water-wash on-water leaf leaf-wash clay clay-wash fog fog-wash';
const sizes = ['display', 'title', 'lead', 'body', 'small'] as const;
const tones: readonly Tone[] = ['good', 'partly', 'wrong', 'quiet', 'wait', 'plain'];

function Tokens() {
  const t = useText(catalogue);
  return (
    <>
      <section class={styles.shelf}>
        <h3>tokens.css</h3>
        <ul class={styles.swatches}>
          {colours.split(' ').map((name) => (
            <li key={name}>
              <span class={styles.colour} style={{ '--swatch': `var(--${name})` }} />
              {name}
            </li>
          ))}
        </ul>
        <div class={styles.sizes}>
          {sizes.map((name) => (
            <p key={name} style={{ '--size': `var(--${name})` }}>
              {t('sentence')}
            </p>
          ))}
        </div>
      </section>
      <section class={styles.shelf}>
        <h3>Icon</h3>
        <ul class={styles.icons}>
          {Object.entries(icons).map(([name, path]) => (
            <li key={name}>
              <Icon of={path} />
              {name}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Paths() {
  const t = useText(catalogue);
  const stops = [
    { sign: icons.position, label: t('path_from') },
    { sign: icons.check, label: t('path_for') },
    { sign: icons.gone, label: t('path_end') },
  ];
  const long = stops.map((stop) => ({ ...stop, label: t('long_label') }));
  return (
    <Shelf name="DataPath">
      <Specimen state="rest" wide>
        <DataPath stops={stops} label={t('path')} />
      </Specimen>
      <Specimen state="closed" wide>
        <DataPath stops={stops} label={t('path')} tone="idle" />
      </Specimen>
      <Specimen state="long" wide>
        <DataPath stops={long} label={t('path')} />
      </Specimen>
    </Shelf>
  );
}

export function Signs() {
  const t = useText(catalogue);
  const nothing = () => undefined;
  const seal = (state: 'unchecked' | 'checking' | 'checked' | 'failed' | 'pending') => (
    <Seal state={state} label={t(`seal_${state}`)} onPress={nothing} />
  );
  return (
    <PartOf part="signs">
      <Tokens />
      <Shelf name="Status">
        {tones.map((tone) => (
          <Specimen key={tone} state="rest">
            <Status tone={tone}>{t(`tone_${tone}`)}</Status>
          </Specimen>
        ))}
        <Specimen state="hover">
          <Status tone="good" href="#signs">
            {t('tone_good')}
          </Status>
        </Specimen>
        <Specimen state="focus">
          <Status tone="good" href="#signs">
            {t('tone_good')}
          </Status>
        </Specimen>
        <Specimen state="long">
          <Status tone="partly">{t('long_text')}</Status>
        </Specimen>
      </Shelf>
      <Shelf name="Seal">
        <Specimen state="rest">{seal('unchecked')}</Specimen>
        <Specimen state="hover">{seal('unchecked')}</Specimen>
        <Specimen state="focus">{seal('unchecked')}</Specimen>
        <Specimen state="busy">{seal('checking')}</Specimen>
        <Specimen state="on">{seal('checked')}</Specimen>
        <Specimen state="error">{seal('failed')}</Specimen>
        <Specimen state="loading">{seal('pending')}</Specimen>
      </Shelf>
      <Paths />
      <Shelf name="Ripple">
        <Specimen state="rest">
          <Ripple />
        </Specimen>
      </Shelf>
    </PartOf>
  );
}
