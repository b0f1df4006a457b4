import { useState } from 'preact/hooks';
import { Button, LinkButton, Pair } from '../controls/button.tsx';
import { Chip, Select } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { Switch } from '../controls/switch.tsx';
import { position, search } from '../signs/icons.ts';
import { useText } from '../text/text.ts';
import { ThemeSwitch } from '../theme/theme.tsx';
import { PartOf, Shelf, Specimen } from './specimen.tsx';
import { catalogue } from './text.ts';

const kinds = ['main', 'equal', 'quiet'] as const;

function Buttons({ kind }: { readonly kind: (typeof kinds)[number] }) {
  const t = useText(catalogue);
  return (
    <Shelf name={`Button kind="${kind}"`}>
      <Specimen state="rest">
        <Button kind={kind}>{t('send')}</Button>
      </Specimen>
      <Specimen state="hover">
        <Button kind={kind}>{t('send')}</Button>
      </Specimen>
      <Specimen state="focus">
        <Button kind={kind} icon={position}>
          {t('send')}
        </Button>
      </Specimen>
      <Specimen state="busy">
        <Button kind={kind} busy>
          {t('send')}
        </Button>
      </Specimen>
      <Specimen state="disabled">
        <Button kind={kind} disabled>
          {t('send')}
        </Button>
      </Specimen>
      <Specimen state="long">
        <Button kind={kind}>{t('long_label')}</Button>
      </Specimen>
    </Shelf>
  );
}

function Pairs() {
  const t = useText(catalogue);
  return (
    <Shelf name="Pair · LinkButton">
      <Specimen state="rest" wide>
        <Pair>
          <Button kind="equal">{t('not_now')}</Button>
          <LinkButton kind="equal" href="#controls">
            {t('send')}
          </LinkButton>
        </Pair>
      </Specimen>
      <Specimen state="long" wide>
        <Pair>
          <Button kind="equal">{t('long_label')}</Button>
          <Button kind="equal">{t('not_now')}</Button>
        </Pair>
      </Specimen>
    </Shelf>
  );
}

function Fields() {
  const t = useText(catalogue);
  const [value, setValue] = useState('');
  const field = { label: t('field'), onValue: setValue } as const;
  return (
    <Shelf name="Field">
      <Specimen state="empty">
        <Field {...field} value={value} hint={t('field_hint')} />
      </Specimen>
      <Specimen state="hover">
        <Field {...field} value={t('place')} />
      </Specimen>
      <Specimen state="focus">
        <Field {...field} value={t('place')} />
      </Specimen>
      <Specimen state="on">
        <Field {...field} value="4821 9037" look="code" />
      </Specimen>
      <Specimen state="error">
        <Field {...field} value={t('place')} error={t('field_error')} hint={t('field_hint')} />
      </Specimen>
      <Specimen state="disabled">
        <Field {...field} value={t('place')} input={{ disabled: true }} />
      </Specimen>
      <Specimen state="long">
        <Field
          {...field}
          label={t('long_label')}
          value={t('long_text')}
          end={
            <Button kind="quiet" icon={search}>
              {t('find')}
            </Button>
          }
        />
      </Specimen>
    </Shelf>
  );
}

function Choosing() {
  const t = useText(catalogue);
  const [on, setOn] = useState(true);
  const words = { on: t('open'), off: t('closed') };
  const options = [
    { value: 'a', label: t('place') },
    { value: 'b', label: t('long_label') },
  ];
  const knob = { label: t('field'), words, onSwitch: setOn } as const;
  const list = { label: t('field'), options, onValue: () => undefined } as const;
  return (
    <>
      <Shelf name="Chip">
        <Specimen state="rest">
          <Chip on={false} onSwitch={setOn}>
            {t('open')}
          </Chip>
        </Specimen>
        <Specimen state="on">
          <Chip on onSwitch={setOn}>
            {t('open')}
          </Chip>
        </Specimen>
        <Specimen state="hover">
          <Chip on={false} onSwitch={setOn}>
            {t('open')}
          </Chip>
        </Specimen>
        <Specimen state="focus">
          <Chip on={false} onSwitch={setOn}>
            {t('open')}
          </Chip>
        </Specimen>
      </Shelf>
      <Shelf name="Switch">
        <Specimen state="rest">
          <Switch {...knob} on={!on} />
        </Specimen>
        <Specimen state="on">
          <Switch {...knob} on={on} />
        </Specimen>
        <Specimen state="focus">
          <Switch {...knob} on={on} />
        </Specimen>
        <Specimen state="busy">
          <Switch {...knob} on={on} busy />
        </Specimen>
        <Specimen state="disabled">
          <Switch {...knob} on={false} disabled />
        </Specimen>
      </Shelf>
      <Shelf name="Select · ThemeSwitch">
        <Specimen state="rest">
          <Select {...list} value="a" />
        </Specimen>
        <Specimen state="hover">
          <Select {...list} value="a" look="box" />
        </Specimen>
        <Specimen state="focus">
          <Select {...list} value="a" look="box" />
        </Specimen>
        <Specimen state="long">
          <Select {...list} value="b" look="box" />
        </Specimen>
        <Specimen state="rest">
          <ThemeSwitch />
        </Specimen>
      </Shelf>
    </>
  );
}

export function Controls() {
  return (
    <PartOf part="controls">
      {kinds.map((kind) => (
        <Buttons key={kind} kind={kind} />
      ))}
      <Pairs />
      <Fields />
      <Choosing />
    </PartOf>
  );
}
