import { call } from '@axent/kernel/operation/client';
import { Button, Field, icons, useFormats, useSpeech, useText } from '@axent/ui';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Place, places } from '../contract.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

const pause_ms = 160;
const most_shown = 6;

/** Places that begin like what is typed, once the fingers rest. What cannot be fetched is simply not suggested. */
function useSuggestions(typed: string): readonly Place[] {
  const language = useSpeech().language.value;
  const [found, setFound] = useState<readonly Place[]>([]);
  useEffect(() => {
    const place = typed.trim();
    if (place.length < 2) {
      setFound([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call(places, { place, limit: most_shown }, { language, signal: stop.signal }).then(
        (answer) => !stop.signal.aborted && setFound(answer.places),
        () => !stop.signal.aborted && setFound([]),
      );
    }, pause_ms);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, language]);
  return found;
}

interface PlaceFieldProps {
  readonly error: string | undefined;
  readonly hint: string | undefined;
  readonly busy: boolean;
  readonly onPlace: (text: string) => void;
}

/** The other way: a place or a postcode, with what it may mean below. */
export function PlaceField({ error, hint, busy, onPlace }: PlaceFieldProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const id = useId();
  const field = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useSuggestions(shown ? typed : '');
  const open = shown && found.length > 0;
  const go = (text: string) => {
    setShown(false);
    setActive(-1);
    // On a phone the keyboard would cover what comes.
    if (matchMedia('(pointer: coarse)').matches) field.current?.querySelector('input')?.blur();
    if (text.trim()) onPlace(text.trim());
  };
  const pick = (place: Place) => {
    setTyped(`${place.postcode} ${place.name}`.trim());
    go(place.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && open) {
      event.preventDefault();
      setActive((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setShown(false);
    }
  };
  return (
    <form
      ref={field}
      class={styles.place}
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = open ? found[active] : undefined;
        if (chosen) pick(chosen);
        else go(typed);
      }}
    >
      <Field
        label={t('place')}
        hint={hint}
        error={error}
        value={typed}
        maxLength={200}
        onValue={(value) => {
          setTyped(value);
          setShown(true);
          setActive(-1);
        }}
        list={{ id, shown: open, active: open && active >= 0 ? `${id}-${active}` : undefined }}
        input={{ onKeyDown, onBlur: () => setShown(false), enterKeyHint: 'search', spellcheck: false }}
        end={
          <Button kind="quiet" type="submit" icon={icons.search} busy={busy}>
            {t('find')}
          </Button>
        }
      />
      <div id={id} class={styles.suggestions} role="listbox" aria-label={t('suggestions')} hidden={!open}>
        {open &&
          found.map((place, index) => (
            <div
              key={place.text}
              id={`${id}-${index}`}
              role="option"
              // The field keeps the focus and names the active option.
              tabIndex={-1}
              aria-selected={index === active}
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                pick(place);
              }}
            >
              <span>
                {place.postcode} {place.name}
                {place.latin && ` · ${place.latin}`}
              </span>
              <span class={styles.region}>
                {place.region}, {formats.country(place.country)}
              </span>
            </div>
          ))}
      </div>
    </form>
  );
}
